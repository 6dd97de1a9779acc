"""The template environment that both page formats share: everything escaped, nothing undefined, long words breakable."""

from __future__ import annotations

import base64
import re

import jinja2
from markupsafe import Markup, escape

from exposture.errors import PackageDataError
from exposture.report.wording import visible
from exposture.resources import report_root

LONG_WORD = re.compile(r"\S{19,}")
BREAK_AFTER = re.compile(r"((?:[\\/,;:=@_&?-]|(?<!«U)\+)+(?=\w)|\.(?=[^\W\d]))")  # not inside a mark such as «U+202E»
RUN = 22
SHORT = 4
FONTS = (
    ("Exposture Sans", 400, "Inter-Regular.woff2"),
    ("Exposture Sans", 600, "Inter-SemiBold.woff2"),
    ("Exposture Mono", 400, "JetBrainsMono-Regular.woff2"),
)


def _pieces(word: str) -> list[str]:
    """Return the parts of a long word between which a line may break: none longer than 22 characters, and on average none shorter than 4."""
    parts = BREAK_AFTER.sub("\\1\0", word).split("\0")
    if len(parts) * SHORT > len(word):  # each place to break is a box of its own, which takes time and memory
        parts = [word]
    return [part[start : start + RUN] for part in parts for start in range(0, len(part), RUN)]


def soft(text: str, longest: int = 18) -> Markup:
    """Return the text escaped, with places to break inside words longer than `longest` characters."""
    if isinstance(text, Markup) or not LONG_WORD.search(text):
        return escape(text)
    result = Markup()
    end = 0
    for found in LONG_WORD.finditer(text):
        if len(found.group()) > longest:
            result += escape(text[end : found.start()]) + Markup("<wbr>").join(_pieces(found.group()))
            end = found.end()
    return result + escape(text[end:])


def hyphens(text: str) -> Markup:
    """Return a long plain word with soft hyphens, for the narrow heads of the matrix."""
    return Markup("&shy;").join(part for part in re.sub(r"(?<=[a-z]{4})(tors|sions|boxes|tion|ability)$", "\0\\1", text).split("\0"))


def _inert(item: object) -> object:
    """Show control and bidirectional characters even where a section forgot to; line ends and tabs stay."""
    return visible(item, keep="\n\t") if isinstance(item, str) and not isinstance(item, Markup) else item


def environment() -> jinja2.Environment:
    """Return the environment; every template is escaped whatever its name."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(report_root() / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_inert,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["soft"] = soft
    made.filters["hyphens"] = hyphens
    return made


def asset(name: str) -> str:
    """Return a style sheet or script of the package.

    Raises:
        PackageDataError: the installation lacks it.
    """
    try:
        return (report_root() / "templates" / name).read_text(encoding="utf-8")
    except OSError as error:
        raise PackageDataError(f"the installation lacks {name}; install it again") from error


def font_uris() -> dict[str, str]:
    """Return file name -> data URI of each bundled font.

    Raises:
        PackageDataError: the installation lacks one.
    """
    uris = {}
    for _, _, file in FONTS:
        try:
            data = (report_root() / "fonts" / file).read_bytes()
        except OSError as error:
            raise PackageDataError(f"the installation lacks the font {file}; install it again") from error
        uris[file] = f"data:font/woff2;base64,{base64.b64encode(data).decode()}"
    return uris


def font_faces(uris: dict[str, str]) -> str:
    """Return the @font-face rules of the bundled fonts."""
    faces = [
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:normal;src:url("{uris[file]}") format("woff2")}}'
        for family, weight, file in FONTS
    ]
    return "\n".join(faces) + "\n"
