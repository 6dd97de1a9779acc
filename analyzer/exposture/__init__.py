"""Read exports of on-premises Exchange and say what makes them weak; the public API, in pandas frames.

    import exposture

    bundle = exposture.open_bundle("exports")
    bundle.table("receive_connectors")
    found = exposture.audit("exports", profile="stig", site="site.yaml")
    found.findings[found.findings.outcome == "fail"]
    exposture.open_bundle("big.zip", limits=exposture.BundleLimits.of(max_file_bytes=2 * 1024**3))

Nothing heavy is imported before one of the functions is called.
"""

from __future__ import annotations

from datetime import date
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exposture.bundle.limits import BundleLimits
    from exposture.workflows.frames import Audit, Bundle

__version__ = "0.1.0"
__all__ = ["BundleLimits", "__version__", "audit", "open_bundle"]


def open_bundle(*paths: str | PathLike[str], limits: BundleLimits | None = None) -> Bundle:
    """Return the typed tables of bundles or loose exports of one organization; no rule is run.

    `limits` say how much is read before an input is refused (default: those of the command line).

    Raises:
        exposture.errors.BundleError: an input cannot be used; UsageError: no input, or inputs that must not merge.
    """
    from exposture.workflows.frames import opened  # noqa: PLC0415  # `import exposture` stays light

    return opened(paths, limits=limits)


def audit(
    *paths: str | PathLike[str],
    profile: str = "default",
    site: str | PathLike[str] | None = None,
    as_of: date | None = None,
    rules_dir: str | PathLike[str] | None = None,
    limits: BundleLimits | None = None,
) -> Audit:
    """Return what the rules say about bundles or loose exports of one organization.

    `as_of` is a day or a naive UTC time (default: the end of the collection); `site` a site.yaml; `rules_dir` another rule pack;
    `limits` say how much is read before an input is refused.

    Raises:
        exposture.errors.BundleError: an input cannot be used; UsageError: no input, or inputs that must not merge.
        exposture.errors.ConfigFileError: the profile is unknown or the site file is wrong.
    """
    from exposture.workflows.frames import audited  # noqa: PLC0415  # `import exposture` stays light

    return audited(paths, profile=profile, site=site, as_of=as_of, rules_dir=rules_dir, limits=limits)


def __getattr__(name: str) -> object:
    if name != "BundleLimits":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from exposture.bundle.limits import BundleLimits  # noqa: PLC0415  # `import exposture` stays light

    return BundleLimits
