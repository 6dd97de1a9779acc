"""The lint of the collector script and the proof made from the same parse tree. For development only: nothing at run time imports it."""
