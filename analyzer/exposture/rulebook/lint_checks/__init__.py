"""Families of checks, one module each with a tuple `CHECKS`; `rulebook.lint` gathers them."""
