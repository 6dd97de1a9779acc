"""What hundreds of audits in one process have in common: the catalog and the facts are read once, a few rules judge."""

from __future__ import annotations

import pytest

from exposture.workflows import audit as audit_workflow
from exposture.workflows import inspect as inspect_workflow
from tests.hostile.organization import ruleset
from tests.small import catalog


@pytest.fixture
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by a few rules."""
    monkeypatch.setattr(audit_workflow, "load_ruleset", lambda *_: ruleset())
    monkeypatch.setattr(audit_workflow, "load_catalog", catalog)
    monkeypatch.setattr(inspect_workflow, "load_catalog", catalog)
