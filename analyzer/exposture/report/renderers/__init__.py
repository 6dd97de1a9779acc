"""One module for each output format; `report.formats` finds them, no list names them."""
