"""Hypothesis for this folder: the same examples on each run, and no clock, since the machine is shared."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("exposture-properties", deadline=None, derandomize=True, database=None)
settings.load_profile("exposture-properties")
