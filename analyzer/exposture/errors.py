"""Errors that a caller must act on.

ExpostureError
    PackageDataError
    UsageError
    BundleError
        ManifestError
        ClixmlError
        CsvError
        ConfigFormatError
        UnsafeArchiveError
    CatalogError
    RuleError
        RuleSyntaxError
        RuleQueryError
            DatabaseLostError
    ConfigFileError
        ProfileError
        SiteError
    ReportError

What only the analyst must know (a cmdlet that failed, a value that does not convert) is no
error but data: a line of the coverage table. `exposture.cli` alone maps errors to exit codes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place in a file: line and column count from 1, None where unknown."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        known = [str(part) for part in (self.line, self.column) if part is not None]
        return ":".join([self.path, *known])


class ExpostureError(Exception):
    """Say what was found, what was expected and what to do, and where."""

    def __init__(self, message: str, *, where: Location | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where

    def __str__(self) -> str:
        return self.message if self.where is None else f"{self.message} in {self.where}"


class PackageDataError(ExpostureError):
    """The installation lacks a file that travels with it."""


class UsageError(ExpostureError):
    """The command was called in a way that cannot work."""


class BundleError(ExpostureError):
    """An input cannot be used."""


class ManifestError(BundleError):
    """A file of a bundle's manifest is not what schema 1 says."""


class ClixmlError(BundleError):
    """A file is no CLIXML, is cut, or goes past a limit."""


class CsvError(BundleError):
    """A file is no CSV that can be read without losing a value."""


class ConfigFormatError(BundleError):
    """A configuration file (XML) cannot be read."""


class UnsafeArchiveError(BundleError):
    """An archive goes past a limit or tries a trick."""


class CatalogError(ExpostureError):
    """A dataset declaration is wrong."""


class RuleError(ExpostureError):
    """A rule is wrong."""


class RuleSyntaxError(RuleError):
    """A rule file does not follow the grammar."""


class RuleQueryError(RuleError):
    """A rule's query cannot run or returns what it must not."""


class DatabaseLostError(RuleQueryError):
    """A query took the database with it: it goes on beyond its time, or the engine gave up."""


class ConfigFileError(ExpostureError):
    """A file that the analyst wrote is wrong."""


class ProfileError(ConfigFileError):
    """The profile is unknown, or profiles.yaml is wrong."""


class SiteError(ConfigFileError):
    """site.yaml is wrong."""


class ReportError(ExpostureError):
    """An output could not be rendered."""
