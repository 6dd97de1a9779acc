"""The invented organization Contoso: its state as data, and the three forms in which the sample shows it.

`estate()` is the state of 17 August 2026 as rows per dataset and target; the modules beside this one each hold one area.
`to_bundle` makes a bundle of schema 1 of it, `raw.exports` what an administrator without the collector would carry away.
Nothing here depends on clock, chance or machine: GUIDs are made of names, keys and serial numbers are written down.
"""

from __future__ import annotations

from scripts.contoso.contents import Contents
from scripts.contoso.estate import estate, to_bundle

__all__ = ["Contents", "estate", "to_bundle"]
