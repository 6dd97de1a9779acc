"""The WinHTTP proxy in other tools' exports: what they call 32 is the native key, what they call 64 is Wow6432Node."""

from __future__ import annotations

from pathlib import Path

from exposture.catalog.load import load_catalog
from exposture.ingest.clixml_writer import Shape
from tests.unit.bundle.samples import exported, loose, opened, rows

OBJECT = "System.Management.Automation.PSCustomObject"


def proxy(address: str) -> Shape:
    return Shape(types=(OBJECT, "System.Object"), adapted={"ProxyAddress": address, "ByPassList": ""})


def test_proxy_of_the_native_key_is_the_one_that_the_other_tool_calls_32(tmp_path: Path) -> None:
    content = exported(OBJECT, {"ProxyAddress": "native:8080", "HttpProxy32": proxy("native:8080"), "HttpProxy64": proxy("None")})

    estate = opened(loose(tmp_path / "EX1", GetHttpProxySetting_xml=content), given=load_catalog())

    assert sorted(rows(estate, "registry_winhttp", "key_path", "proxy_address")) == [
        (r"SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections", "native:8080"),
        (r"SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\Connections", "None"),
    ]
