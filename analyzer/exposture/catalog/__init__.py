"""What a dataset and a column are: declarations, types, paths, recognition, fact tables."""
