"""Pure functions that make tables from tables, where SQL does not reach."""
