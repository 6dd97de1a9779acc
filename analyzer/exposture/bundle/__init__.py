"""Open what the analyst carried in: the only reader of input files, and the writer of bundles.

Must not know a rule or a derived table; a format is the business of `ingest`, a column that of `catalog`.
"""
