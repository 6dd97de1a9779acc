"""Which character separates the cells of a CSV: what a `sep=` line says, else what the header and the first rows show.

Export-Csv -UseCulture, Excel and other tools write the list separator of the culture. Where header and rows fit two
characters alike the file is refused: a wrong guess would move every value into another column.
"""

from __future__ import annotations

import csv
import io
import re
from itertools import islice

from exposture.errors import CsvError, Location

DELIMITERS = ",;\t|"
HEAD_CHARACTERS = 65_536
SAMPLE_ROWS = 20
QUOTED = re.compile(r'"[^"]*"')
SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[ \t]*(?:\r\n|\n|\r|\Z)', re.IGNORECASE | re.ASCII)


def delimiter_of(text: str, where: Location) -> str:
    """Return the delimiter that the header has outside of quotes, a comma where it has none.

    Raises:
        CsvError: the header has more than one, and the rows do not tell which it is.
    """
    header = QUOTED.sub("", text[:HEAD_CHARACTERS]).lstrip("\r\n").splitlines()[:1]
    found = [delimiter for delimiter in DELIMITERS if header and delimiter in header[0]]
    if len(found) < 2:
        return found[0] if found else ","
    fitting = [delimiter for delimiter in found if _rows_fit(text, delimiter)] or found
    if len(fitting) > 1:
        shown = " and ".join(f"'{_shown(delimiter)}'" for delimiter in fitting)
        raise CsvError(f"the header holds {shown}, and which of them separates cannot be told; put a first line such as sep=; in front", where=where)
    return fitting[0]


def _rows_fit(text: str, delimiter: str) -> bool:
    """Return whether the first rows have as many cells as the header; a file of a header alone shows nothing, and fits."""
    reader = csv.reader(io.StringIO(text[:HEAD_CHARACTERS], newline=""), delimiter=delimiter)
    rows = [row for row in islice(reader, SAMPLE_ROWS + 1) if row]
    whole = rows if len(text) <= HEAD_CHARACTERS else rows[:-1]
    return all(len(row) == len(whole[0]) for row in whole)


def _shown(delimiter: str) -> str:
    return "tab" if delimiter == "\t" else delimiter
