"""What a URL points at, by strict rules: where parsers disagree about the host, nothing is fetched."""

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address, IPv6Address

import httpx
import idna

from citecheck.model import FailureKind, FetchFailure, HostKey

DEFAULT_PORTS = {"http": 80, "https": 443}

# Ports that browsers refuse (WHATWG Fetch, "bad port"): a page is never served there, mail or files are.
# Theirs has 1 and 9 (tcpmux, discard) too: nothing there can be harmed, and who looks for a closed port looks
# there.
# fmt: off
BAD_PORTS = frozenset([
    0, 7, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103,
    104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513,
    514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720,
    1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
])
# fmt: on

_SHAPE = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<slashes>//)?(?P<rest>.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_AUTHORITY_END = re.compile(r"[/?#\\]")
_NAME = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\Z")
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)\Z")


@dataclass(frozen=True, slots=True)
class Target:
    """One URL to request: `url` is ASCII, without a fragment; `host` is ASCII, without brackets."""

    url: httpx.URL
    scheme: str
    host: str
    port: int

    @property
    def authority(self) -> str:
        """What a Host header says: the port only where it is not the scheme's own."""
        return self.url.netloc.decode("ascii")

    @property
    def key(self) -> HostKey:
        """The unit of politeness."""
        return HostKey(f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}")


def parse_target(url: str) -> Target | FetchFailure:
    """Read `url`, or say why it is not fetched: BAD_URL, or UNSAFE_TARGET for a port that is no web port."""
    text = url.strip("\t\n\f\r ")
    shape = _SHAPE.match(text)
    if shape is None or _CONTROL.search(text):
        return _bad("it is not a URL" if shape is None else "the URL contains control characters")
    scheme = shape["scheme"].lower()
    if scheme not in DEFAULT_PORTS:
        return _bad(f"{scheme}: addresses cannot be fetched")
    if not shape["slashes"]:
        return _bad("the URL has no // before the host")
    return _with_authority(scheme, shape["rest"])


def _with_authority(scheme: str, rest: str) -> Target | FetchFailure:
    found = _AUTHORITY_END.search(rest)
    end = found.start() if found else len(rest)
    authority, tail = rest[:end], rest[end:].partition("#")[0]
    if tail.startswith("\\"):
        return _bad("the URL has a backslash after the host")
    if "@" in authority:
        return _bad("the URL has a user name or password before the host, and none is ever sent")
    host_text, port = _split_port(authority)
    host = _host(host_text)
    if host is None or port is None:
        # What follows a colon that leads to no port may be the beginning of a password.
        return _bad(f"{host_text or authority.partition(':')[0]!r} is not a host")
    if host.endswith(".onion"):
        return _bad("onion addresses cannot be fetched")
    number = int(port) if port else DEFAULT_PORTS[scheme]
    if number > 65535:
        return _bad(f"{port} is not a port")
    if number in BAD_PORTS:
        return FetchFailure(FailureKind.UNSAFE_TARGET, f"port {number} is not a port for web pages")
    return _built(scheme, host, number, tail)


def _built(scheme: str, host: str, port: int, tail: str) -> Target | FetchFailure:
    shown = f"[{host}]" if ":" in host else host
    suffix = "" if port == DEFAULT_PORTS[scheme] else f":{port}"
    path = tail if tail.startswith("/") else "/" + tail
    try:
        return Target(httpx.URL(f"{scheme}://{shown}{suffix}{path}"), scheme, host, port)
    except (httpx.InvalidURL, ValueError) as error:
        return _bad(str(error))


def _split_port(authority: str) -> tuple[str, str | None]:
    """Host and port digits ("" where none is given); None where the port is not digits."""
    match = re.fullmatch(r"(\[[^\]]*\]|[^:\[\]]*)(?::([0-9]{0,5}))?", authority, re.ASCII)
    return (match[1], match[2] or "") if match else ("", None)


@lru_cache(maxsize=4096)
def _host(text: str) -> str | None:
    if text.startswith("["):
        try:
            return str(IPv6Address(text[1:-1])) if "%" not in text else None
        except AddressValueError:
            return None
    name = text.lower() if text.isascii() else _to_ascii(text)
    if name is None:
        return None
    name = name.removesuffix(".")
    if len(name) > 253 or not _NAME.match(name) or not all(map(_is_label, name.split("."))):
        return None
    return _ipv4(name) if _NUMBER.match(name.rpartition(".")[2]) else name


def _to_ascii(text: str) -> str | None:
    """The name as browsers map it (UTS 46); full-width digits and dots become plain ones here."""
    try:
        mapped = idna.uts46_remap(text, std3_rules=False, transitional=False).lower()
        return ".".join(_label(label) for label in mapped.split("."))
    except (idna.IDNAError, UnicodeError):
        return None


def _label(label: str) -> str:
    if label.isascii():
        return label
    try:
        return idna.alabel(label).decode("ascii")
    except idna.IDNAError:
        # Names registered under the older rules (IDNA 2003, mostly emoji) exist and resolve.
        return "xn--" + label.encode("punycode").decode("ascii")


def _is_label(label: str) -> bool:
    """Whether a label of a name in ASCII stands for something. Names of older rules (emoji) do, though
    IDNA 2008 would not have them; what no punycode gives, or no name may hold (UTS 46), does not."""
    if not label.startswith("xn--"):
        return True
    try:
        meant = label[4:].encode("ascii").decode("punycode")
        idna.uts46_remap(meant, std3_rules=False, transitional=False)
    except (idna.IDNAError, UnicodeError, OverflowError):
        return False
    return not meant.isascii()


def _ipv4(name: str) -> str | None:
    """Decimal, octal and hexadecimal spellings of an IPv4 address, as browsers read them."""
    parts = name.split(".")
    if len(parts) > 4 or not all(_NUMBER.match(part) for part in parts):
        return None
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return None
    room = 256 ** (5 - len(numbers))
    if any(number > 255 for number in numbers[:-1]) or numbers[-1] >= room:
        return None
    value = numbers[-1] + sum(number << (8 * (3 - i)) for i, number in enumerate(numbers[:-1]))
    return str(IPv4Address(value))


def _number(part: str) -> int:
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8) if part.startswith("0") and part != "0" else int(part, 10)


def _bad(detail: str) -> FetchFailure:
    return FetchFailure(FailureKind.BAD_URL, detail)
