"""One module for each section of the report: pure functions from the findings to a frozen, formatted part of the view."""
