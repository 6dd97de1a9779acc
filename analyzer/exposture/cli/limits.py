"""The options that move the limits of what is read; every command that opens an input has them."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from exposture.bundle.limits import BundleLimits, Option

SIZE = re.compile(r"(\d{1,15})\s*([KMGT]?)(?:I?B)?", re.IGNORECASE)
UNITS = {"": 1, "K": 1024, "M": 1024**2, "G": 1024**3, "T": 1024**4}


def size(text: str) -> int:
    """Return the bytes that a size like `512M` or `2G` says; units count in steps of 1024."""
    match = SIZE.fullmatch(text.strip())
    if match is None or not (count := int(match[1]) * UNITS[match[2].upper()]):
        raise typer.BadParameter(f"{text!r} is no size; write bytes, or a number with K, M, G or T: 512M, 2G")
    return count


def shown(count: int) -> str:
    """Return a size as the options take it."""
    unit = next((unit for unit in "TGMK" if count % UNITS[unit] == 0), "")
    return f"{count // UNITS[unit]}{unit}"


STANDARD = BundleLimits()
MaxEntries = Annotated[
    int | None,
    typer.Option(
        Option.ENTRIES.value,
        metavar="N",
        min=1,
        help=f"Limit: files in one input.  [default: {STANDARD.max_entries}; in a folder {STANDARD.max_folder_files}]",
        show_default=False,
    ),
]
MaxTotalBytes = Annotated[
    int | None,
    typer.Option(
        Option.TOTAL_BYTES.value,
        metavar="SIZE",
        parser=size,
        help=f"Limit: an archive when unpacked (512M, 2G).  [default: {shown(STANDARD.max_total_bytes)}; a cab {shown(STANDARD.max_cabinet_bytes)}]",
        show_default=False,
    ),
]
MaxFileBytes = Annotated[
    int | None,
    typer.Option(
        Option.FILE_BYTES.value,
        metavar="SIZE",
        parser=size,
        help=f"Limit: one file.  [default: {shown(STANDARD.file.max_file_bytes)}]",
        show_default=False,
    ),
]
MaxRatio = Annotated[
    int | None,
    typer.Option(
        Option.RATIO.value,
        metavar="N",
        min=1,
        help=f"Limit: how many times an archive grows beyond {shown(STANDARD.ratio_floor_bytes)}.  [default: {STANDARD.max_ratio}]",
        show_default=False,
    ),
]


def limits_of(max_entries: int | None, max_total_bytes: int | None, max_file_bytes: int | None, max_ratio: int | None) -> BundleLimits:
    """Return the limits that the options ask for; None leaves one as it is."""
    return BundleLimits.of(max_entries=max_entries, max_total_bytes=max_total_bytes, max_file_bytes=max_file_bytes, max_ratio=max_ratio)
