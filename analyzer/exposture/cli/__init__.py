"""Parse, print, exit code; alone imports typer and rich."""
