"""What ConstrainedLanguage allows: the types whose members a script may call and that it may create."""

from __future__ import annotations

CORE_TYPES_TEXT = """
System.String System.Char System.Boolean System.Byte System.SByte System.Int16 System.UInt16 System.Int32 System.UInt32
System.Int64 System.UInt64 System.Single System.Double System.Decimal System.DateTime System.TimeSpan System.Guid System.Version
System.Uri System.Text.RegularExpressions.Regex System.Xml.XmlDocument System.Array System.Object System.Void
System.Collections.Hashtable System.Management.Automation.SwitchParameter System.Management.Automation.PSObject
System.Management.Automation.ScriptBlock System.DirectoryServices.DirectoryEntry System.DirectoryServices.DirectorySearcher
System.Management.ManagementObject System.Management.ManagementClass System.Management.ManagementObjectSearcher
System.Globalization.CultureInfo System.Net.IPAddress System.Net.Mail.MailAddress System.Management.Automation.PSCredential
System.Numerics.BigInteger System.Security.SecureString System.Collections.DictionaryEntry
System.Management.Automation.PSCustomObject System.Security.Cryptography.X509Certificates.X509Certificate2
"""
CORE_TYPES = frozenset(name.lower() for name in CORE_TYPES_TEXT.split())


def is_allowed_type(full: str) -> bool:
    """Say whether ConstrainedLanguage lets a script use a type (by its full name; arrays by their element)."""
    name = full.removesuffix("[]").lower()
    return name in CORE_TYPES or f"system.{name}" in CORE_TYPES
