"""Values that try every grammar that a report is written in, and an Assessment that carries them in every field."""

from __future__ import annotations

from typing import Any

from tests.unit.report.assessments import assessment, bundle, coverage, row, rule_info, server

from exposture.model.assessment import (
    AsOf,
    Assessment,
    ConversionInfo,
    Gap,
    InputFile,
    Organization,
    ProfileUse,
    RulePack,
    Tool,
)

VALUES = {
    "html": '<script>alert(1)</script><img src=x onerror=alert(1)><b id="pwned">x</b>',
    "html_end": '--></style></script></title></textarea><iframe src="file:///etc/passwd"></iframe>',
    "attribute": '" onmouseover="alert(1)" style="background:url(http://192.0.2.1/x)" \' autofocus onfocus=alert(1) x=\'',
    "svg": '<svg onload=alert(1)><image href="http://192.0.2.1/a.png"/><use href="file:///etc/passwd#x"/></svg>',
    "css": '</style><style>@import "http://192.0.2.1/a.css";body{background:url(http://192.0.2.1/b)}</style>',
    "link": '<link rel=attachment href="file:///etc/passwd"><a rel=attachment href="file:///etc/passwd">x</a><base href="http://192.0.2.1/">',
    "script_url": "javascript:alert(1)",
    "pdf": ") /JavaScript /JS (app.alert(1)) /Launch /URI (http://192.0.2.1) endobj stream",
    "jinja": "{{ 7 * 7 }}{% include '/etc/passwd' %}{# gone #}",
    "json": '"}]}</script><!-- <script> \\u003c \u2028 \u2029',
    "powershell": "'; Remove-Mailbox * #\u2018\u2019\u201a\u201b\u201c\u201d\u201e `$( Get-Process ) \r\n Get-Process",
    "bidi": "invoice\u202egpj.exe\u2066\u200f\u200b\ufeff\u00ad",
    "control": "bell\x07 escape\x1b[31m null\x00 tab\t del\x7f c1\x9b lines\r\nnext\u2028para\u2029",
    "formula": "=cmd|'/c calc'!A0",
    "marks": "Z" + "\u0301" * 5_000,
    "long": "A" * 100_000,
    "spaces": "a " * 50_000,
    "scripts": "日本語 עברית العربية 한국어 😀",
    "empty": "",
}


def hostile(value: str) -> Assessment:
    """Return an Assessment that has the value wherever text of a bundle, of site.yaml or of a foreign document can stand."""
    rule = rule_info(
        "RCV-001",
        title=value,
        area=value,
        severity_reason=value,
        rationale=value,
        question=value,
        message=value,
        status=value,
        exceptions=[value],
        remediation={
            **dict.fromkeys(("kind", "per", "effort", "precheck", "change", "verify", "rollback", "impact"), value),
            "restarts": [value],
            "inputs": {value: "subject", "other": value},
        },
        references=[{"title": value, "url": value, "read": value}, {"title": value, "url": "https://example.com/a", "read": value}],
        mappings={value: [value]},
        notes=value,
        revision=value,
    )
    source = [{"dataset": value, "target": value, "file": value, "properties": [value]}]
    common: dict[str, Any] = {
        "server": value,
        "subject": value,
        "message": value,
        "would_change": [value],
        "because_of": [value],
        "sources": source,
        "evidence": {value: value, "list": [value], "number": 1.5, "nothing": None, "empty": []},
    }
    outcomes = ["fail", "unknown", "manual", "error", "pass", "not_applicable"]
    rows = [row("RCV-001", outcome=outcome, sub_key=outcome + value, reason=value, **common) for outcome in outcomes]
    rows[0]["finding_id"] = value
    broken = InputFile(path=value, state=value, integrity=value, message=value)
    return assessment(
        rows,
        rules=[rule],
        tool=Tool(name=value, version=value, rule_pack=RulePack(version=value, sha256=value, data_dates={value: value})),
        profile=ProfileUse(name=value, title=value, parameters={value: {value: value}}, off={value: value}),
        as_of=AsOf(time="2026-08-14T09:30:00", origin=value),
        organization=Organization(name=value, guid=value, forests=[value, value + "2"]),
        bundles=[bundle(name=value, sha256=value, integrity=value, collector_version=value, redaction=value)],
        servers=[server(value, version=value, build=value, roles=[value], site=value, dag=value)],
        coverage=coverage(
            counts=value,
            gaps=[Gap(dataset=value, target=value, status=value, message=value, cure=value)],
            unrecognised=[broken],
            damaged=[broken],
            conversions=[ConversionInfo(dataset=value, column=value, file=value, object_index=0, text=value, reason=value)],
            remarks=[value],
        ),
        site={value: [{value: value, "list": [value]}]},
    )
