"""The discretionary ACL of a security descriptor in SDDL text.

Knows the language, not what a right means to Exchange.
Source: [MS-DTYP] 2.5.1 (SDDL), [MS-ADTS] 5.1.3.2 (access rights of directory objects).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

MAX_TEXT = 1 << 20
TOKEN = re.compile(r'"[^"]*"|[()]|[OGDS]:')
DEPTH = {"(": 1, ")": -1}
NUMBER = re.compile(r"0[xX][0-9a-fA-F]{1,8}|[0-9]{1,10}")
SID = re.compile(r"S-1-(?:0x[0-9a-fA-F]{1,12}|[0-9]{1,15})(?:-[0-9]{1,10}){0,15}", re.IGNORECASE)
GUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
DACL_FLAGS = re.compile(r"(?:P|AR|AI)*")
NO_ACCESS_CONTROL = "NO_ACCESS_CONTROL"

ALLOWS = frozenset({"A", "OA", "XA", "ZA"})
DENIES = frozenset({"D", "OD", "XD"})
ACE_FLAGS = frozenset({"CI", "OI", "NP", "IO", "ID", "SA", "FA", "TP", "CR"})

CREATE_CHILD, DELETE_CHILD, LIST_CHILDREN, SELF, READ_PROPERTY, WRITE_PROPERTY = 0x1, 0x2, 0x4, 0x8, 0x10, 0x20
DELETE_TREE, LIST_OBJECT, CONTROL_ACCESS = 0x40, 0x80, 0x100
DELETE, READ_CONTROL, WRITE_DACL, WRITE_OWNER = 0x10000, 0x20000, 0x40000, 0x80000
GENERIC_ALL, GENERIC_EXECUTE, GENERIC_WRITE, GENERIC_READ = 0x10000000, 0x20000000, 0x40000000, 0x80000000
FULL_CONTROL = 0xF01FF

RIGHTS = {
    "CC": CREATE_CHILD,
    "DC": DELETE_CHILD,
    "LC": LIST_CHILDREN,
    "SW": SELF,
    "RP": READ_PROPERTY,
    "WP": WRITE_PROPERTY,
    "DT": DELETE_TREE,
    "LO": LIST_OBJECT,
    "CR": CONTROL_ACCESS,
    "SD": DELETE,
    "RC": READ_CONTROL,
    "WD": WRITE_DACL,
    "WO": WRITE_OWNER,
    "GA": GENERIC_ALL,
    "GX": GENERIC_EXECUTE,
    "GW": GENERIC_WRITE,
    "GR": GENERIC_READ,
    "FA": 0x1F01FF,
    "FR": 0x120089,
    "FW": 0x120116,
    "FX": 0x1200A0,
    "KA": 0xF003F,
    "KR": 0x20019,
    "KW": 0x20006,
    "KX": 0x20019,
}
GENERIC_PARTS = {
    GENERIC_ALL: FULL_CONTROL,
    GENERIC_READ: READ_CONTROL | LIST_CHILDREN | READ_PROPERTY | LIST_OBJECT,
    GENERIC_WRITE: READ_CONTROL | SELF | WRITE_PROPERTY,
    GENERIC_EXECUTE: READ_CONTROL | LIST_CHILDREN,
}
RIGHT_NAMES = {
    CREATE_CHILD: "CreateChild",
    DELETE_CHILD: "DeleteChild",
    LIST_CHILDREN: "ListChildren",
    SELF: "Self",
    READ_PROPERTY: "ReadProperty",
    WRITE_PROPERTY: "WriteProperty",
    DELETE_TREE: "DeleteTree",
    LIST_OBJECT: "ListObject",
    CONTROL_ACCESS: "ExtendedRight",
    DELETE: "Delete",
    READ_CONTROL: "ReadControl",
    WRITE_DACL: "WriteDacl",
    WRITE_OWNER: "WriteOwner",
}
ALIASES = {
    "WD": "S-1-1-0",
    "CO": "S-1-3-0",
    "CG": "S-1-3-1",
    "OW": "S-1-3-4",
    "NU": "S-1-5-2",
    "IU": "S-1-5-4",
    "SU": "S-1-5-6",
    "AN": "S-1-5-7",
    "ED": "S-1-5-9",
    "PS": "S-1-5-10",
    "AU": "S-1-5-11",
    "RC": "S-1-5-12",
    "SY": "S-1-5-18",
    "LS": "S-1-5-19",
    "NS": "S-1-5-20",
    "WR": "S-1-5-33",
    "UD": "S-1-5-84-0-0-0-0-0",
    "AC": "S-1-15-2-1",
    "AS": "S-1-18-1",
    "SS": "S-1-18-2",
    "LW": "S-1-16-4096",
    "ME": "S-1-16-8192",
    "MP": "S-1-16-8448",
    "HI": "S-1-16-12288",
    "SI": "S-1-16-16384",
}
BUILTIN_ALIASES = {
    "BA": 544,
    "BU": 545,
    "BG": 546,
    "PU": 547,
    "AO": 548,
    "SO": 549,
    "PO": 550,
    "BO": 551,
    "RE": 552,
    "RU": 554,
    "RD": 555,
    "NO": 556,
    "MU": 558,
    "LU": 559,
    "IS": 568,
    "CY": 569,
    "ER": 573,
    "CD": 574,
    "RA": 575,
    "ES": 576,
    "MS": 577,
    "HA": 578,
    "AA": 579,
    "RM": 580,
}
DOMAIN_ALIASES = {
    "RO": 498,
    "LA": 500,
    "LG": 501,
    "DA": 512,
    "DU": 513,
    "DG": 514,
    "DC": 515,
    "DD": 516,
    "CA": 517,
    "SA": 518,
    "EA": 519,
    "PA": 520,
    "CN": 522,
    "AP": 525,
    "KA": 526,
    "EK": 527,
    "RS": 553,
}


class SddlError(ValueError):
    """The text is no SDDL with a discretionary ACL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ace:
    """One entry; GUIDs in lower case, None where the entry names no object type.

    The SID of an alias that is relative to an unnamed domain has `*` for the domain's part: `S-1-5-21-*-512`.
    """

    is_deny: bool
    flags: frozenset[str]
    mask: int
    object_type: str | None
    inherited_object_type: str | None
    sid: str
    condition: str | None = None

    @property
    def is_inherited(self) -> bool:
        return "ID" in self.flags

    @property
    def is_inherit_only(self) -> bool:
        return "IO" in self.flags


def parse_dacl(text: str) -> list[Ace]:
    """Return the entries that allow or deny, in the order of the ACL; a null DACL is full control for everyone.

    Raises:
        SddlError: not SDDL, or without a DACL.
    """
    if len(text) > MAX_TEXT:
        raise SddlError(f"longer than {MAX_TEXT} characters")
    body = _sections(text).get("D")
    if body is None:
        raise SddlError("no DACL (D:)")
    head = body.partition("(")[0]
    if head.strip() == NO_ACCESS_CONTROL:
        return [Ace(is_deny=False, flags=frozenset(), mask=GENERIC_ALL, object_type=None, inherited_object_type=None, sid=ALIASES["WD"])]
    if not DACL_FLAGS.fullmatch(head.strip()):
        raise SddlError(f"unknown flags of the DACL: {head[:40]!r}")
    return [ace for inner in _groups(body[len(head) :]) if (ace := _ace(inner)) is not None]


def _sections(text: str) -> dict[str, str]:
    marks: list[re.Match[str]] = []
    depth = 0
    for token in TOKEN.finditer(text):
        depth += DEPTH.get(token.group(), 0)
        if depth < 0:
            raise SddlError("a closing parenthesis too many")
        if depth == 0 and token.group().endswith(":"):
            marks.append(token)
    if depth or not marks or text[: marks[0].start()].strip():
        raise SddlError("a parenthesis is not closed" if depth else "does not begin with O:, G:, D: or S:")
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return {mark.group()[0]: text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)}


def _groups(text: str) -> Iterator[str]:
    depth, begin, end = 0, 0, 0
    for token in TOKEN.finditer(text):
        step = DEPTH.get(token.group(), 0)
        if step > 0 and depth == 0:
            if text[end : token.start()].strip():
                raise SddlError(f"text between entries: {text[end : token.start()][:40]!r}")
            begin = token.end()
        depth += step
        if step < 0 and depth == 0:
            end = token.end()
            yield text[begin : token.start()]
    if text[end:].strip():
        raise SddlError(f"text after the last entry: {text[end:][:40]!r}")


def _ace(inner: str) -> Ace | None:
    fields = inner.split(";", 6)
    if len(fields) < 6:
        raise SddlError(f"an entry with {len(fields)} fields instead of 6: {inner[:60]!r}")
    kind, flags, rights, object_type, inherited, sid = (field.strip() for field in fields[:6])
    if kind not in ALLOWS | DENIES:
        return None
    return Ace(
        is_deny=kind in DENIES,
        flags=_flags(flags),
        mask=_mask(rights),
        object_type=_guid(object_type),
        inherited_object_type=_guid(inherited),
        sid=_sid(sid),
        condition=fields[6].strip() if len(fields) > 6 else None,
    )


def _pairs(text: str, known: Container[str], what: str) -> list[str]:
    words = [text[index : index + 2] for index in range(0, len(text), 2)]
    if unknown := [word for word in words if word not in known]:
        raise SddlError(f"unknown {what} {unknown[0]!r}")
    return words


def _flags(text: str) -> frozenset[str]:
    return frozenset(_pairs(text, ACE_FLAGS, "flag"))


def _mask(text: str) -> int:
    if NUMBER.fullmatch(text):
        base = 16 if text[:2].lower() == "0x" else 8 if text.startswith("0") else 10
        try:
            return int(text, base) & 0xFFFFFFFF
        except ValueError as error:
            raise SddlError(f"{text[:40]!r} is no access mask") from error
    mask = 0
    for word in _pairs(text, RIGHTS, "right"):
        mask |= RIGHTS[word]
    return mask


def _guid(text: str) -> str | None:
    if text and not GUID.fullmatch(text):
        raise SddlError(f"{text[:40]!r} is no GUID")
    return text.lower() or None


def _sid(text: str) -> str:
    if SID.fullmatch(text):
        authority, *rest = text.upper().split("-")[2:]
        number = int(authority, 16) if authority.startswith("0X") else int(authority)
        return "-".join(["S-1", str(number), *rest])
    if text in BUILTIN_ALIASES:
        return f"S-1-5-32-{BUILTIN_ALIASES[text]}"
    if text in DOMAIN_ALIASES:
        return f"S-1-5-21-*-{DOMAIN_ALIASES[text]}"
    if text not in ALIASES:
        raise SddlError(f"{text[:40]!r} is no SID")
    return ALIASES[text]


def directory_mask(mask: int) -> int:
    """Return the mask with generic rights replaced by what they mean on an object of the directory."""
    for generic, meaning in GENERIC_PARTS.items():
        mask = mask | meaning if mask & generic else mask
    return mask & 0x0FFFFFFF


def right_names(mask: int) -> list[str]:
    """Return the names that .NET gives the rights of an object of the directory; full control is `GenericAll` alone."""
    plain = directory_mask(mask)
    if plain & FULL_CONTROL == FULL_CONTROL:
        return ["GenericAll"]
    return [name for bit, name in RIGHT_NAMES.items() if plain & bit]
