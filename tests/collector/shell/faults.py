"""What stops a script: faults of PowerShell, which a script may catch, and faults of the evaluator, which it may not."""

from __future__ import annotations

from typing import Any

AUTOMATION = "System.Management.Automation."

BASES = {
    "system.exception": "System.Object",
    "system.systemexception": "System.Exception",
    "system.applicationexception": "System.Exception",
    AUTOMATION.lower() + "runtimeexception": "System.SystemException",
    AUTOMATION.lower() + "commandnotfoundexception": AUTOMATION + "RuntimeException",
    AUTOMATION.lower() + "parameterbindingexception": AUTOMATION + "RuntimeException",
    AUTOMATION.lower() + "methodinvocationexception": AUTOMATION + "MethodException",
    AUTOMATION.lower() + "methodexception": AUTOMATION + "ExtendedTypeSystemException",
    AUTOMATION.lower() + "extendedtypesystemexception": AUTOMATION + "RuntimeException",
    AUTOMATION.lower() + "psinvalidcastexception": "System.InvalidCastException",
    AUTOMATION.lower() + "actionpreferencestopexception": AUTOMATION + "RuntimeException",
    AUTOMATION.lower() + "itemnotfoundexception": AUTOMATION + "SessionStateException",
    AUTOMATION.lower() + "drivenotfoundexception": AUTOMATION + "SessionStateException",
    AUTOMATION.lower() + "sessionstateexception": AUTOMATION + "RuntimeException",
    AUTOMATION.lower() + "pipelinestoppedexception": AUTOMATION + "RuntimeException",
    AUTOMATION.lower() + "validationmetadataexception": AUTOMATION + "MetadataException",
    AUTOMATION.lower() + "metadataexception": AUTOMATION + "RuntimeException",
    "microsoft.powershell.commands.writeerrorexception": "System.SystemException",
    "system.io.ioexception": "System.SystemException",
    "system.io.filenotfoundexception": "System.IO.IOException",
    "system.io.directorynotfoundexception": "System.IO.IOException",
    "system.io.invaliddataexception": "System.SystemException",
    "system.io.endofstreamexception": "System.IO.IOException",
    "system.unauthorizedaccessexception": "System.SystemException",
    "system.security.securityexception": "System.SystemException",
    "system.argumentexception": "System.SystemException",
    "system.argumentnullexception": "System.ArgumentException",
    "system.argumentoutofrangeexception": "System.ArgumentException",
    "system.invalidoperationexception": "System.SystemException",
    "system.invalidcastexception": "System.SystemException",
    "system.notsupportedexception": "System.SystemException",
    "system.formatexception": "System.SystemException",
    "system.overflowexception": "System.ArithmeticException",
    "system.dividebyzeroexception": "System.ArithmeticException",
    "system.arithmeticexception": "System.SystemException",
    "system.indexoutofrangeexception": "System.SystemException",
    "system.nullreferenceexception": "System.SystemException",
    "system.timeoutexception": "System.SystemException",
    "system.management.managementexception": "System.SystemException",
    "system.runtime.interopservices.comexception": "System.Runtime.InteropServices.ExternalException",
    "system.runtime.interopservices.externalexception": "System.SystemException",
    "system.collections.generic.keynotfoundexception": "System.SystemException",
    "system.xml.xmlexception": "System.SystemException",
}


class EvaluatorError(Exception):
    """The script uses what the evaluator does not know, or would break PowerShell itself. No `catch` of the script sees it."""

    def __init__(self, message: str, position: Position | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        return f"{self.position}: {self.message}" if self.position else self.message


class Position(tuple[int, int, str]):
    """Line, column and text of a place in the script."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"line {self[0]}, column {self[1]}"


class ExceptionValue:
    """An exception as a script sees it."""

    def __init__(self, type_name: str, message: str, *, inner: ExceptionValue | None = None, hresult: int = -2146233088, **more: Any) -> None:
        self.type_name = type_name
        self.message = message
        self.inner = inner
        self.hresult = hresult
        self.more = {name.lower(): value for name, value in more.items()}

    def lineage(self) -> list[str]:
        """Return the names of the type and its bases."""
        names = [self.type_name]
        while names[-1].lower() in BASES:
            names.append(BASES[names[-1].lower()])
        if names[-1] != "System.Object":
            names += ["System.Exception", "System.Object"]
        return names


class ErrorRecord:
    """What `$_` is in a `catch`."""

    def __init__(
        self, exception: ExceptionValue, fqid: str = "", category: str = "NotSpecified", *, target: Any = None, position: Position | None = None
    ) -> None:
        self.exception = exception
        self.fqid = fqid or exception.type_name.rsplit(".", 1)[-1]
        self.category = category
        self.target = target
        self.position = position
        self.command = ""

    def __repr__(self) -> str:
        return f"ErrorRecord({self.fqid!r}, {self.exception.message!r}, {self.position})"


class PsError(Exception):
    """A terminating error of the script; `is_fatal` ones end the script where no `try` stands, the others a statement."""

    def __init__(self, record: ErrorRecord, *, is_fatal: bool = False) -> None:
        super().__init__(record.exception.message)
        self.record = record
        self.is_fatal = is_fatal


class DotNetError(Exception):
    """An exception of a .NET member, before PowerShell wraps it."""

    def __init__(self, type_name: str, message: str, **more: Any) -> None:
        super().__init__(message)
        self.value = ExceptionValue(type_name, message, **more)


class Flow(Exception):  # noqa: N818  # signals, no errors
    """Control flow that leaves a block."""


class BreakSignal(Flow):
    """`break`."""


class ContinueSignal(Flow):
    """`continue`."""


class ReturnSignal(Flow):
    """`return`."""


class ExitSignal(Flow):
    """`exit`."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class PipelineStopped(Flow):
    """Ctrl-C: only `finally` blocks run on."""


class StopUpstream(Flow):
    """Select-Object -First has enough."""

    def __init__(self, owner: object) -> None:
        super().__init__()
        self.owner = owner


class DownstreamFailure(Flow):
    """An error of a later stage on its way through the earlier ones, whose `catch` does not see it."""

    def __init__(self, error: PsError, owner: object) -> None:
        super().__init__()
        self.error = error
        self.owner = owner


def fault(
    message: str,
    fqid: str = "RuntimeException",
    category: str = "InvalidOperation",
    *,
    type_name: str = AUTOMATION + "RuntimeException",
    target: Any = None,
) -> PsError:
    """Return a terminating error that ends its statement."""
    return PsError(ErrorRecord(ExceptionValue(type_name, message), fqid, category, target=target))
