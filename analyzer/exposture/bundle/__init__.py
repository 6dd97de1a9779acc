"""Open what the analyst carried in: the only reader of input files, and the writer of bundles."""
