"""Derived tables: pure functions tables -> table, where SQL is not enough. Reads no file and knows no rule."""
