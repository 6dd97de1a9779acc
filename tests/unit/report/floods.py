"""An Assessment in which everything is too much: findings, servers, files that nobody knows, and one text in every field."""

from __future__ import annotations

from typing import Any

from tests.unit.report.assessments import assessment, bundle, coverage, row, rule_info, server

from exposture.model.assessment import Assessment, ConversionInfo, Gap, InputFile, ProfileUse

TEXTS = {
    "no-spaces": "A" * 100_000,
    "combining": "Z" + "\u0301\u0301\u0301e" * 25_000,
    "right-to-left": "\u05d0\u05d1\u05d2" * 33_000,
    "ideographs": "\u65e5\u672c\u8a9e" * 33_000,
    "invisible": "\x07\u202e" * 50_000,
    "separators": "a.b,c/" * 16_000,
    "spaces": "a " * 50_000,
}


def _rows(text: str, rules: int, findings: int) -> list[dict[str, Any]]:
    outcomes = ["fail", "fail", "unknown", "manual", "error", "pass"]
    evidence = [{f"column{column}": f"{number} {column} {text[:1_000]}" for column in range(10)} for number in range(findings)]
    evidence[0] = {"whole": text}
    return [
        row(
            f"RCV-{number % rules:03}",
            outcome=outcomes[number // rules % len(outcomes)],
            server=f"EX{number % 500:04}",
            subject=f"EX{number % 500:04}\\{number} {text[:500]}",
            message=text[:3_000],
            reason=f"{number} {text[:3_000]}",
            sub_key=str(number),
            would_change=[f"{item} {text[:200]}" for item in range(9)],
            evidence=evidence[number],
        )
        for number in range(findings)
    ]


def flood(text: str, *, rules: int = 400, findings: int = 5_000, servers: int = 500, files: int = 1_000) -> Assessment:
    """Return that much of everything."""
    broken = [InputFile(path=f"{number}/{text[:3_000]}", state="unrecognised", integrity="none", message=text[:3_000]) for number in range(files)]
    gaps = [Gap(dataset=f"d{n}", target=f"EX{n}", status="error", message=f"{n} {text[:1_000]}", cure=text[:1_000]) for n in range(files)]
    lost = [ConversionInfo(dataset="d", column=f"c{n}", file=text[:500], object_index=n, text=text[:2_000], reason=text[:500]) for n in range(files)]
    return assessment(
        _rows(text, rules, findings),
        rules=[
            rule_info(
                f"RCV-{n:03}", title=text[:3_000], rationale=text, question=text, severity_reason=text, exceptions=[text] * 5, area=f"area{n % 40}"
            )
            for n in range(rules)
        ],
        servers=[server(f"EX{number:04} {text[:200]}", roles=["Mailbox"], version=str(number)) for number in range(servers)],
        bundles=[bundle(name=f"{number} {text}") for number in range(50)],
        profile=ProfileUse(
            name="x", title=text, parameters={f"RCV-{n:03}": {"a": text} for n in range(rules)}, off={f"R{n}": text for n in range(rules)}
        ),
        site={f"site_{n}": [{f"column{c}": f"{r} {text[:1_000]}" for c in range(6)} for r in range(50)] for n in range(40)},
        coverage=coverage(gaps=gaps, unrecognised=broken, damaged=broken, conversions=lost, remarks=[text] * 100),
    )
