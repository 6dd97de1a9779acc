"""Rules times tables make results; alone imports duckdb."""
