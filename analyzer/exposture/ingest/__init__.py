"""Bytes to records, one file per format; must not know what a dataset is."""
