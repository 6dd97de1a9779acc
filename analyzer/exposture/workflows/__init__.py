"""The wiring: what a command does, without parsing and printing."""
