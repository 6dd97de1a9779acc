"""Management roles, who holds them, and what people and administrators may do with them."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.names import ORGANIZATION_DN, directory_object
from scripts.contoso.people import LEAVER
from scripts.contoso.permissions import ADMINISTRATORS

ORG = "org"
DAY = 86_400
RBAC_DN = f"CN=RBAC,{ORGANIZATION_DN}"
ROLES = (
    ("Mail Recipients", "MailRecipients", False),
    ("Distribution Groups", "DistributionGroups", False),
    ("View-Only Configuration", "ViewOnlyConfiguration", False),
    ("ApplicationImpersonation", "ApplicationImpersonation", False),
    ("MyBaseOptions", "MyBaseOptions", True),
    ("MyContactInformation", "MyContactInformation", True),
)
TEAM = (ADMINISTRATORS[0].name, ADMINISTRATORS[1].name, LEAVER.name)
# role, group or account, kind of it, effective users
HELD = (
    ("Mail Recipients", "Organization Management", "RoleGroup", TEAM),
    ("Mail Recipients", "Recipient Management", "RoleGroup", (ADMINISTRATORS[2].name,)),
    ("Distribution Groups", "Recipient Management", "RoleGroup", (ADMINISTRATORS[2].name,)),
    ("View-Only Configuration", "View-Only Organization Management", "RoleGroup", ()),
    ("ApplicationImpersonation", "svc-archive", "User", ("svc-archive",)),
)


def fill(contents: Contents) -> None:
    """Add roles, assignments, the policy for everybody, and what is kept of administrators' commands."""
    contents.put("management_roles", ORG, [_role(*role) for role in ROLES])
    contents.put("management_role_assignments", ORG, [_assignment(*held[:3], user) for held in HELD for user in held[3] or ("All Group Members",)])
    contents.put("management_scopes", ORG, [])
    contents.put("role_assignment_policies", ORG, [_policy()])
    contents.put("admin_audit_log_config", ORG, [_audit()])
    contents.put("authentication_policies", ORG, [])
    contents.put("setting_overrides", ORG, [])


def _role(name: str, kind: str, is_end_user: bool) -> Row:  # noqa: FBT001 - a cell of the table above
    return {
        **directory_object(name, f"CN=Roles,{RBAC_DN}"),
        "role_type": kind,
        "root_role": None,
        "parent": None,
        "is_root_role": True,
        "is_end_user_role": is_end_user,
        "description": "",
        "implicit_recipient_read_scope": "Self" if is_end_user else "Organization",
        "implicit_recipient_write_scope": "Self" if is_end_user else "Organization",
        "implicit_config_write_scope": "None" if is_end_user else "OrganizationConfig",
    }


def _assignment(role: str, holder: str, kind: str, user: str) -> Row:
    """The archive's account may act as every mailbox; nobody gave it a scope."""
    return {
        **directory_object(f"{role}-{holder}", f"CN=Role Assignments,{RBAC_DN}"),
        "role": role,
        "role_assignee": f"contoso.example.com/{'Microsoft Exchange Security Groups' if kind == 'RoleGroup' else 'People'}/{holder}",
        "role_assignee_name": holder,
        "role_assignee_type": kind,
        "role_assignment_delegation_type": "Regular",
        "assignment_method": "Direct" if kind == "User" else "RoleGroup",
        "effective_user_name": user,
        "recipient_read_scope": "Organization",
        "recipient_write_scope": "Organization",
        "custom_recipient_write_scope": None,
        "config_read_scope": "OrganizationConfig",
        "config_write_scope": "OrganizationConfig",
        "custom_config_write_scope": None,
        "enabled": True,
    }


def _policy() -> Row:
    row = directory_object("Default Role Assignment Policy", f"CN=Policies,{RBAC_DN}")
    return row | {"is_default": True, "assigned_roles": ["MyBaseOptions", "MyContactInformation"], "description": "What everybody may change"}


def _audit() -> Row:
    return {
        **directory_object("Admin Audit Log Settings", f"CN=Global Settings,{ORGANIZATION_DN}"),
        "admin_audit_log_enabled": True,
        "admin_audit_log_cmdlets": ["*"],
        "admin_audit_log_parameters": ["*"],
        "admin_audit_log_excluded_cmdlets": [],
        "admin_audit_log_age_limit": 90 * DAY,
        "log_level": "None",
        "test_cmdlet_logging_enabled": False,
    }
