"""Converters by family; each module holds `CONVERTERS`, from type name to function."""
