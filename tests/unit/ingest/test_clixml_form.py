from __future__ import annotations

from exposture.ingest.clixml_form import Form, form_of
from tests.unit.ingest.reading import Outcome, read_roots

TYPE = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector"
SHELL = '<S N="PSComputerName">ex1.example.com</S>'
BLOB = '<BA N="SerializationData">AAEC</BA>'


def one_object(extended: str = "", *, name: str = TYPE) -> Outcome:
    return read_roots(f"<Obj><TN><T>{name}</T></TN><Props><S N='Name'>a</S></Props><MS>{extended}</MS></Obj>")


def form(outcome: Outcome) -> Form | None:
    return form_of(outcome.values, outcome.notes)


def test_object_with_shell_properties_is_rehydrated() -> None:
    assert form(one_object(SHELL + BLOB)) is Form.REHYDRATED


def test_object_with_a_blob_alone_is_rehydrated() -> None:
    assert form(one_object(BLOB)) is Form.REHYDRATED


def test_prefix_and_shell_properties_without_a_blob_are_plain_remoting() -> None:
    assert form(one_object('<G N="RunspaceId">792e5b37-4505-47ef-b7d2-8711bb7affa8</G>', name=f"Deserialized.{TYPE}")) is Form.REMOTING


def test_object_without_prefix_and_shell_is_local() -> None:
    assert form(one_object()) is Form.LOCAL


def test_prefix_with_a_blob_or_without_a_shell_is_a_second_export() -> None:
    assert form(one_object(SHELL + BLOB, name=f"Deserialized.{TYPE}")) is Form.REEXPORTED
    assert form(one_object(name=f"Deserialized.{TYPE}")) is Form.REEXPORTED


def test_objects_of_a_script_tell_nothing() -> None:
    assert form(one_object(SHELL, name="System.Management.Automation.PSCustomObject")) is None
    assert form(one_object(SHELL, name=f"Selected.{TYPE}")) is None
    assert form(read_roots("<S>a</S><Obj />")) is None
