"""One frozen view of an Assessment, laid out by one renderer per format."""
