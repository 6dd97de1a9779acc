"""What redaction makes of a value: the twin of what the collector's script does on the server, character by character.

`Names` puts keyed pseudonyms in the place of names, so that what was equal stays equal, a sub-domain a sub-domain and a
private address private; `Strict` drops them and needs no key. docs/redaction.md has the table; what a column holds decides.
The script's `-SelfTest` runs vectors that were made here: whoever changes a line here changes one there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import cached_property

from exposture.bundle import redaction_words as words
from exposture.bundle.redaction_addresses import (
    Address,
    clear_network,
    clear_range,
    is_constant,
    length_of_mask,
    mask_of,
    parse_address,
    protect_address,
    protect_network,
    protect_range,
)
from exposture.bundle.redaction_key import KEY_BYTES, RedactionKey
from exposture.bundle.redaction_shapes import between, escaped, folded, is_address, is_known, kept_labels, unescaped
from exposture.catalog.dataset import Holds
from exposture.errors import UsageError
from exposture.model.values import Value

REMOVED = "[removed]"
_BLANK = " \t\r\n"
_GUID = re.compile(r"^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$", re.IGNORECASE)
_SID = re.compile(r"^S-1-[0-9-]+$", re.IGNORECASE)
_DOMAIN_SID = re.compile(r"^S-1-5-21-([0-9]+-[0-9]+-[0-9]+)((?:-[0-9]+)*)$", re.IGNORECASE)
_CLOUD_SID = re.compile(r"^S-1-12-1-(.+)$", re.IGNORECASE)
_DN = re.compile(r"^(?:CN|OU|DC|O)=.*,", re.IGNORECASE)
_MAIL_SHAPE = re.compile(r"""^[^@ \\/<>"]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$""")
_HOST_SHAPE = re.compile(r"^([A-Za-z0-9-]+)\.[A-Za-z0-9_.-]+$")
_LABEL_PARTS = re.compile(r"[\\/]+|[^\\/]+")
_TOKENS = re.compile(r"[,; \t\r\n]+|[^,; \t\r\n]+")
_SPACED_DASH = re.compile(r"[ \t]*-[ \t]+|[ \t]+-[ \t]*")
_PLAIN_HOST = re.compile(r"^(?:|\*|--|\.|localhost|0x[0-9a-f]+|[0-9]+)$", re.IGNORECASE)
_SITE_BINDING = re.compile(r"^(\*|[0-9.]+|\[[0-9a-f:]+\]):([0-9]*):(.*)$", re.IGNORECASE)
_TYPED_HOST = re.compile(r"^([A-Za-z][A-Za-z0-9]*[:/])(.*)$")
_WITH_PORT = re.compile(r"^(.+):([0-9]{1,5})$")
_NO_MAIL = re.compile(r"^[ \t]*(?:|<>)[ \t]*$")
_MAIL = re.compile(r'^([A-Za-z0-9]+:)?([^@ <>"]+)@([^@ <>"]+)$')
_PREFIXED = re.compile(r"^([A-Za-z0-9]+:)(.+)$")
_URL = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)(.*)$")
_SHARE = re.compile(r"^(\\\\)?([^/\\ ]+)(.*)$")
_RDN = re.compile(r"(?:\\.|[^,\\])+")
_SCHEMA = re.compile(r",CN=(?:Schema|Extended-Rights|DisplaySpecifiers),CN=Configuration,", re.IGNORECASE)
_SDDL = re.compile(r'S-1(?:-[0-9]+)+|"[^"]*"')
_BRACKETED = re.compile(r"^\[([^\]]+)\]((?::[0-9]{1,5})?)$")
_V4_PORT = re.compile(r"^([0-9.]+):([0-9]{1,5})$")
_PREFIX = re.compile(r"^([^/(]+)([/(])([0-9.]+)\)?$")
_RANGE = re.compile(r"^([0-9a-f:.%]+)-([0-9a-f:.%]+)$", re.IGNORECASE)
_NO_HOST = re.compile(r"^(?:[0-9a-f.]*:[0-9a-f:.]*|[0-9./-]+)$", re.IGNORECASE)
_USERS = re.compile(r"^(\\Users\\)(.+)$", re.IGNORECASE)
_WINDOWS_FOLDERS = frozenset({"public", "default", "default user", "all users", "administrator"})
_OF_SERVER = re.compile(words.SERVER_PATTERN, re.IGNORECASE)
_ALWAYS_TEXT = frozenset({Holds.WORDS, Holds.PATH})
_DROPPED = frozenset({Holds.TEXT, Holds.X509})


class Mode(StrEnum):
    """How a bundle is redacted."""

    NONE = "none"
    NAMES = "names"
    STRICT = "strict"


class Redactor:
    """One run's redaction. It has a state, since a pseudonym that was given must be given again and be in the map.

    `servers` are the NetBIOS names that the run knows, `terms` names of the organization and its domains, which are
    looked for inside of text too. `map` is pseudonym to (clear value, kind), for redaction-map.csv.
    """

    def __init__(self, mode: Mode, key: bytes = b"", *, servers: Iterable[str] = (), terms: Iterable[str] = ()) -> None:
        if mode is Mode.NAMES and len(key) != KEY_BYTES:
            raise UsageError(f"the mode names needs a key of {KEY_BYTES} bytes; this one has {len(key)}")
        self.mode = mode
        self.map: dict[str, tuple[str, str]] = {}
        self._key = RedactionKey(key)
        self._sid_domains: dict[str, int] = {}
        self._servers: dict[str, str] = {}
        for name in sorted({folded(name) for name in servers if name}):
            self.server_name(name)
        self._terms = {folded(term.strip(_BLANK)): term for term in terms if term.strip(_BLANK)}
        for term in self._terms if mode is Mode.NAMES else ():  # the map names them all, whether a text holds them or not
            self._term(term)

    @property
    def key_id(self) -> str:
        """Return what a bundle says of the key: the first eight hex digits of its SHA-256."""
        return self._key.id if self.mode is Mode.NAMES else ""

    def value(self, value: Value, holds: Holds) -> Value:
        """Return a neutral value as the mode lets it out; a list element by element, None where it is dropped."""
        if self.mode is Mode.NONE or holds in {Holds.PLAIN, Holds.SECRET} or value is None:
            return value
        if isinstance(value, list):
            return [None if one is None else self._scalar(str(one), holds) for one in value]
        return self._scalar(str(value), holds)

    def server_name(self, name: str) -> str:
        """Return the pseudonym of a server, known or not, by its NetBIOS name or its FQDN."""
        short = folded(name.strip(_BLANK)).split(".")[0]
        if self.mode is Mode.NONE or not short:
            return name
        if short not in self._servers:
            number = f"SRV{len(self._servers) + 1}"
            pseudonym = number if self.mode is Mode.STRICT else "S" + self._key.digits(f"server:{short}")[:8].upper()
            self._servers[short] = self._mapped(pseudonym, short.upper(), "server")
            self.__dict__.pop("_patterns", None)
        return self._servers[short]

    def target(self, target: str) -> str:
        """Return a target as the bundle names it."""
        if target in {"org", "ldap", "dc", "unattributed"}:
            return target
        head, slash, name = target.rpartition("dc/") if target.startswith("dc/") else ("", "", target)
        return head + slash + self.server_name(name)

    def text(self, text: str) -> str:
        """Return a text of the product or of the collector with what points to the customer replaced."""
        if self.mode is Mode.NONE or not text:
            return text
        return between(self._patterns[0], text, self._found, self._with_terms)

    def _scalar(self, text: str, holds: Holds) -> str | None:
        if holds in _DROPPED:
            return None
        if holds in _ALWAYS_TEXT:
            return self.text(text)
        if holds is Holds.SDDL:
            return _SDDL.sub(lambda found: f'"{REMOVED}"' if found.group().startswith('"') else self._sid(found.group()), text)
        if holds is Holds.SID and _SID.match(text):
            return self._sid(text)
        return self._strictly(text.strip(_BLANK), holds) if self.mode is Mode.STRICT else self._by_name(text, holds)

    def _by_name(self, text: str, holds: Holds) -> str:
        match holds:
            case Holds.HOST:
                return self._tokens(text, self._host)
            case Holds.ADDRESS:
                return self._tokens(text, self._address)
            case Holds.URL:
                return self._url(text.strip(_BLANK))
            case Holds.SMTP:
                return self._mail(text.strip(_BLANK))
            case Holds.DN:
                return self._dn(text)
            case _:
                return self._label(text)

    def _strictly(self, name: str, holds: Holds) -> str | None:
        if holds in {Holds.LABEL, Holds.ACCOUNT, Holds.DN, Holds.SID}:
            return self._servers.get(folded(name))
        is_kept = name.casefold() in {"", "--", ".", "localhost"} or is_constant(name)
        return name if is_kept and holds in {Holds.HOST, Holds.ADDRESS} else None

    # -- names

    def _label(self, text: str) -> str:
        name = text.strip(_BLANK)
        if not name or is_known(name):
            return name
        if (server := self._servers.get(folded(name))) is not None:
            return server
        if _GUID.match(name):
            return name
        if _SID.match(name):
            return self._sid(name)
        if _DN.match(name):
            return self._dn(name)
        if _MAIL_SHAPE.match(name):
            return self._mail(name)
        host = _HOST_SHAPE.match(name)
        if host is not None and folded(host.group(1)) in self._servers:
            return self._host_name(name)
        return self._label_parts(name) if "\\" in name or "/" in name else self._plain_label(name)

    def _label_parts(self, text: str) -> str:
        return "".join(part if part[0] in "\\/" else self._label(part) for part in _LABEL_PARTS.findall(text))

    def _plain_label(self, text: str) -> str:
        found = _OF_SERVER.match(text)
        server = None if found is None else self._servers.get(folded(found.group(2)))
        return self._pseudonym(text) if found is None or server is None else found.group(1) + server + found.group(3)

    def _pseudonym(self, text: str) -> str:
        return self._mapped("u_" + self._key.digits(folded(text))[:12], text, "label")

    def _mail(self, text: str) -> str:
        if _NO_MAIL.match(text):
            return text
        found = _MAIL.match(text)
        if found is not None:
            local = found.group(2)
            return (found.group(1) or "") + (local if is_known(local) else self._pseudonym(local)) + "@" + self._host(found.group(3))
        prefixed = _PREFIXED.match(text)
        if prefixed is not None:
            return prefixed.group(1) + self._label(prefixed.group(2))
        return self._pseudonym(text) if "@" in text else self._label(text)

    # -- hosts

    def _tokens(self, text: str, one: Callable[[str], str]) -> str:
        return "".join(part if part[0] in ",; \t\r\n" else one(part) for part in _TOKENS.findall(_SPACED_DASH.sub("-", text)))

    def _host(self, text: str) -> str:
        if _PLAIN_HOST.match(text):
            return text
        if is_address(text):
            return self._address(text)
        if (site := _SITE_BINDING.match(text)) is not None:
            return f"{self._address(site.group(1))}:{site.group(2)}:{self._host(site.group(3))}"
        typed = _TYPED_HOST.match(text)
        if typed is not None and not re.fullmatch(r"[0-9]+", typed.group(2)):
            return typed.group(1) + self._host(typed.group(2))
        if (with_port := _WITH_PORT.match(text)) is not None:
            return f"{self._host(with_port.group(1))}:{with_port.group(2)}"
        if "@" in text:
            return self._mail(text)
        return self._label_parts(text) if "\\" in text or "/" in text else self._host_name(text)

    def _host_name(self, name: str) -> str:
        labels = folded(name).split(".")
        end = len(labels) - kept_labels(labels)
        return ".".join(label if place >= end else self._host_label(label, is_first=place == 0) for place, label in enumerate(labels))

    def _host_label(self, label: str, *, is_first: bool) -> str:
        if label in {"", "*", "--"}:
            return label
        if is_first and label in self._servers:
            return self._servers[label].lower()
        return self._mapped("x" + self._key.digits(f"label:{label}")[:8], label, "host")

    def _url(self, text: str) -> str:
        found = _URL.match(text)
        if found is not None:
            return found.group(1) + self._host(found.group(2).rpartition("@")[2]) + self.text(found.group(3))
        found = _SHARE.match(text)
        if found is not None:
            return (found.group(1) or "") + self._host(found.group(2)) + self.text(found.group(3))
        return self.text(text)

    # -- the directory

    def _dn(self, text: str) -> str:
        name = text.strip(_BLANK)
        if not re.match(r"[A-Za-z]+=", name):
            return self._label(name)
        is_schema = _SCHEMA.search(name) is not None
        domain: list[str] = []
        result: list[str] = []
        for part in (part.strip(_BLANK) for part in _RDN.findall(name)):
            kind = re.match(r"([A-Za-z0-9.]+)=(.*)$", part, re.DOTALL)
            if kind is None:
                result.append(escaped(self._pseudonym(unescaped(part))))
            elif kind.group(1).upper() == "DC":
                domain.append(kind.group(2))
            else:
                result.append(f"{kind.group(1)}={self._rdn(kind.group(2), is_schema=is_schema)}")
        if domain:
            result += [f"DC={label}" for label in self._host_name(".".join(domain)).split(".")]
        return ",".join(result)

    def _rdn(self, text: str, *, is_schema: bool) -> str:
        value = unescaped(text)
        return text if is_schema or folded(value) in words.CONTAINERS else escaped(self._label(value))

    def _sid(self, text: str) -> str:
        domain = _DOMAIN_SID.match(text)
        if domain is not None:
            return text if domain.group(1) == "0-0-0" else self._sid_numbers("S-1-5-21-", domain.group(1), 3) + domain.group(2)
        cloud = _CLOUD_SID.match(text)
        return text if cloud is None else self._sid_numbers("S-1-12-1-", cloud.group(1), 4)

    def _sid_numbers(self, head: str, numbers: str, count: int) -> str:
        if self.mode is Mode.STRICT:
            known = self._sid_domains.setdefault(head + numbers, len(self._sid_domains) + 1)
            return self._mapped(head + "0-" * (count - 1) + str(known), head + numbers, "sid")
        found = "-".join(str(self._key.number(f"sid:{numbers}", 8 * place, 8)) for place in range(count))
        return self._mapped(head + found, head + numbers, "sid")

    # -- addresses

    def _address(self, text: str) -> str:
        if is_constant(text):
            return text
        if (bracketed := _BRACKETED.match(text)) is not None:
            return f"[{self._address(bracketed.group(1))}]{bracketed.group(2)}"
        if (with_port := _V4_PORT.match(text)) is not None:
            return f"{self._address(with_port.group(1))}:{with_port.group(2)}"
        prefix = _PREFIX.match(text)
        if prefix is not None and (address := parse_address(prefix.group(1))) is not None:
            return self._network(address, prefix.group(3), in_parentheses=prefix.group(2) == "(")
        ends = _RANGE.match(text)
        if ends is not None:
            low, high = parse_address(ends.group(1)), parse_address(ends.group(2))
            if low is not None and high is not None and low.bits == high.bits:
                return self._range(low, high)
        single = parse_address(text)
        if single is not None:
            return self._mapped_address(protect_address(single, self._key.number), single)
        return self._pseudonym(text) if is_address(text) else self._host(text)

    def _range(self, low: Address, high: Address) -> str:
        ends = zip(protect_range(low, high, self._key.number), clear_range(low, high), strict=True)
        return "-".join(self._mapped_address(mapped, clear) for mapped, clear in ends)

    def _network(self, address: Address, mask: str, *, in_parentheses: bool) -> str:
        netmask = parse_address(mask)
        length: int | None = int(mask) if re.fullmatch(r"[0-9]{1,3}", mask) else None
        if netmask is not None and netmask.bits == address.bits:
            length = length_of_mask(netmask)
        if length is None or length > address.width:
            return f"{self._mapped_address(protect_address(address, self._key.number), address)}/{address.width}"
        network, kept = protect_network(address, length, self._key.number)
        shown = self._mapped_address(network, clear_network(address, kept))
        if netmask is None:
            return f"{shown}/{kept}"
        return f"{shown}({mask_of(address, kept)})" if in_parentheses else f"{shown}/{mask_of(address, kept)}"

    def _mapped_address(self, address: Address, clear: Address) -> str:
        return str(address) if address == clear else self._mapped(str(address), str(clear), "address")

    # -- text

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Return what is replaced in any text, and the terms."""
        terms = sorted(
            {term for term in (*self._terms, *self._servers) if len(term) > 1 and term not in words.NO_TERMS}, key=lambda term: (-len(term), term)
        )
        plain = "|".join(re.escape(term) for term in terms if not re.search("[. ]", term))
        domains = "|".join(re.escape(term) for term in terms if re.fullmatch(r"[^ ]+\.[^ ]+", term))
        accounts = rf"""(?<![A-Za-z0-9\\])(?:{plain})\\[^ \t\r\n\\/:*?"<>|,;'()]+""" if plain else "(?!)"
        hosts = rf"(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_-]+\.)*(?:{domains})(?![A-Za-z0-9-])" if domains else "(?!)"
        parts = [re.escape(term) if len(term) >= 6 else rf"(?<![A-Za-z0-9]){re.escape(term)}(?![A-Za-z0-9])" for term in terms]
        return re.compile("|".join([*words.TEXT_PATTERNS, accounts, hosts]), re.IGNORECASE), re.compile("|".join(parts) or "(?!)", re.IGNORECASE)

    def _with_terms(self, text: str) -> str:
        return self._patterns[1].sub(lambda found: self._term(found.group()), text)

    def _term(self, term: str) -> str:
        name = folded(term)
        if name in self._servers:
            return self._servers[name]
        if self.mode is Mode.STRICT or name not in self._terms:
            return REMOVED
        return self._host_name(name) if "." in name and " " not in name else self._label(self._terms[name].strip(_BLANK))

    def _found(self, text: str) -> str:
        """Return what stands for a piece of text, by its shape."""
        if re.match("S-1-", text, re.IGNORECASE):
            return self._sid(text)
        if is_constant(text):
            return text
        if _NO_HOST.match(text) and not is_address(text):
            return self._with_terms(text)
        if (folder := _USERS.match(text)) is not None:
            return folder.group(1) + self._folder(folder.group(2))
        return self._found_strictly(text) if self.mode is Mode.STRICT else self._found_by_name(text)

    def _found_by_name(self, text: str) -> str:
        if text.startswith("\\\\"):
            return "\\\\" + self._host(text[2:])
        if re.match(r"(?:CN|OU|DC|O|L)=", text, re.IGNORECASE):
            return self._dn(text)
        if "@" in text:
            return self._mail(text)
        if "\\" in text:
            return self._label(text)
        return self._address(text) if is_address(text) else self._host_name(text)

    def _found_strictly(self, text: str) -> str:
        start = "\\\\" if text.startswith("\\\\") else ""
        rest = text.removeprefix(start)
        if rest.casefold() in {"localhost", "."}:
            return text
        first = None if re.search(r"[@=\\]", rest) else re.match(r"[^.:]+", rest)
        return start + (REMOVED if first is None else self._servers.get(folded(first.group()), REMOVED))

    def _folder(self, name: str) -> str:
        if name.casefold() in _WINDOWS_FOLDERS:
            return name
        return REMOVED if self.mode is Mode.STRICT else self._pseudonym(name)

    def _mapped(self, pseudonym: str, clear: str, kind: str) -> str:
        self.map.setdefault(pseudonym, (clear, kind))
        return pseudonym
