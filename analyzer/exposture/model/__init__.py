"""Values and tables that every layer shares; knows no file, no format and no library but pyarrow."""
