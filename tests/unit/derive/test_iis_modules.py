from __future__ import annotations

from exposture.derive import iis_modules
from tests.unit.derive.making import Row, inputs


def setting(element: str, attribute: str, value: str) -> Row:
    names = {"location": "", "section": "system.webServer/globalModules", "element": element, "attribute": attribute, "value": value}
    return {"server": "EX1", "target": "EX1", "binding_information": None, **names}


def test_each_module_is_a_row_with_its_image() -> None:
    rows = [setting("add[2]", "name", "Two"), setting("add[1]", "name", "One"), setting("add[1]", "image", r"%windir%\one.dll")]

    found = iis_modules.derive(inputs("iis_modules", iis_config=rows)).to_pylist()

    assert [(row["server"], row["name"], row["image"]) for row in found] == [("EX1", "One", r"%windir%\one.dll"), ("EX1", "Two", None)]
