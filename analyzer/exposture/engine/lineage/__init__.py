"""What redaction does to a query: which columns it took away decide the answer. `docs/adr/0009` says why and how far."""
