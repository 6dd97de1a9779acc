"""A rule's message with the values of one row in it.

Values are text of an untrusted export: they are put in by one pass over the rule's text, so that a value that
looks like a placeholder stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from exposture.errors import RuleQueryError
from exposture.model.results import EvidenceValue

PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")
ISO_TIME = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?$")
OF_A_ROW = ("server", "subject", "sub_key", "reason", "severity")
ORGANIZATION_NAME = "the organization"


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names that a message asks for, in order."""
    return tuple(PLACEHOLDER.findall(text))


def check_placeholders(text: str, columns: Collection[str], parameters: Collection[str]) -> None:
    """Refuse a message that asks for what no row has.

    Raises:
        RuleQueryError: a name is neither a column of the query nor a parameter.
    """
    if unknown := sorted(set(placeholders(text)) - set(columns) - set(parameters) - set(OF_A_ROW)):
        raise RuleQueryError(f"the message names {', '.join(f'{{{name}}}' for name in unknown)}, which neither the query nor the parameters have")


def filled(text: str, values: Mapping[str, EvidenceValue]) -> str:
    """Return a message with its values: lists joined by commas, null as `unknown`, booleans as yes and no."""
    return PLACEHOLDER.sub(lambda match: shown(values[match.group(1)]), text)


def shown(value: EvidenceValue) -> str:
    """Return one value as a sentence shows it; times to the minute, midnight as a day."""
    match value:
        case None:
            return "unknown"
        case bool():
            return "yes" if value else "no"
        case float():
            return f"{value:.2f}".rstrip("0").rstrip(".")
        case int():
            return str(value)
        case str():
            return _time(value)
        case _:
            return ", ".join("unknown" if item is None else item for item in value) or "none"


def _time(text: str) -> str:
    match = ISO_TIME.match(text)
    if match is None:
        return text
    return match.group(1) if match.group(2) == "00:00" else f"{match.group(1)} {match.group(2)}"
