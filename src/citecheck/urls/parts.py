"""A URL taken apart and normalised (RFC 3986, section 6; RFC 5891 for names)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import unquote

import idna

MAX_LENGTH = 16_384  # characters; no server we know takes more
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_OTHER_SCHEME = re.compile(
    r"(?!https?:|h\w{1,3}ps?:)((?:s?ftps?|gopher|file|wss?|data)(?=://)|[a-z][a-z0-9+-]{1,30}(?=:(?!//))):",
    re.I,
)
_BARE_HOST = re.compile(r"[^.\s]\.[^.\s]|^\[")  # a name with a dot inside, or an IPv6 address
_CONTROL = re.compile(r"[\x00-\x20\x7f]+")
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*\.?")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNSAFE = re.compile(r"[^A-Za-z0-9\-._~:/?\[\]@!$&'()*+,;=%]")  # '#' is encoded: the fragment is off
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class BadUrl:
    """A URL that cannot be fetched, with the reason in one clause."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class UrlParts:
    """An http or https URL. `path` and `query` are percent-encoded where they must be, not normalised."""

    scheme: str
    host: str  # lower case, punycode; IPv6 without brackets
    port: int
    path: str  # begins with "/"
    query: str  # without "?", "" where there is none

    def text(self) -> str:
        """The URL as a string, without fragment, user name and default port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}" + (f"?{self.query}" if self.query else "")


@lru_cache(maxsize=256)  # of one page its address is asked for several times in a row
def take_apart(url: str) -> UrlParts | BadUrl:
    """`url` in parts, or why it cannot be fetched. Fragment and user name are left out."""
    plain = re.sub(r"[\t\r\n]", "", url.strip())
    if not plain:
        return BadUrl(url, "the URL is empty")
    if len(plain) > MAX_LENGTH:
        return BadUrl(url, f"the URL is {len(plain)} characters long, the limit is {MAX_LENGTH}")
    scheme, rest = _scheme(plain)
    if scheme is None:
        return BadUrl(
            url, "it has no scheme and no host, as a path has none: write it with https:// and host"
        )
    if scheme not in _DEFAULT_PORTS:
        return BadUrl(url, f"only http and https can be fetched, not {scheme}")
    if rest.startswith("///"):
        return BadUrl(url, "the URL has no host")
    rest = rest.partition("#")[0]
    before, _, query = rest.partition("?")
    before = before.replace("\\", "/").lstrip("/")  # browsers read a backslash as a slash
    authority, _, path = before.partition("/")
    where = _authority(authority, scheme)
    if isinstance(where, str):
        return BadUrl(url, where)
    host, port = where
    return UrlParts(scheme, host, port, _encoded("/" + path), _encoded(query))


def normalised(parts: UrlParts) -> UrlParts:
    """Equivalent parts in one spelling: percent-encoding and dot segments."""
    path = _remove_dots(_one_spelling(parts.path))
    return UrlParts(parts.scheme, parts.host, parts.port, path, _one_spelling(parts.query))


def other_scheme(url: str) -> str | None:
    """The scheme of an address that works, yet is none of the web's: "mailto", "ftp". A misspelt one
    (htp://) is not meant so."""
    match = _OTHER_SCHEME.match(url.strip())
    return match[1].lower() if match else None


def _scheme(url: str) -> tuple[str | None, str]:
    """Scheme in lower case and what follows it; a host without one is taken as http, a path has None."""
    if url.startswith("//"):
        return "http", url
    match = _SCHEME.match(url)
    if match is None or (url[match.end() : match.end() + 1].isdigit() and "." in match[1]):
        host = re.split(r"[/?#\\]", url, maxsplit=1)[0]
        return ("http" if _BARE_HOST.search(host) else None), url  # www.example.org/x, example.org:8080/x
    return match[1].lower(), url[match.end() :]


def _authority(authority: str, scheme: str) -> tuple[str, int] | str:
    """(host, port), or the reason why there is none."""
    host_port = authority.rpartition("@")[2]  # a user name is never sent or stored
    if host_port.startswith("["):
        literal, bracket, tail = host_port[1:].partition("]")
        host = _ipv6(literal) if bracket else None
    else:
        literal, colon, digits = host_port.partition(":")
        tail = colon + digits
        host = _name(literal)
    if host is None:
        return f"'{literal}' is not a host name" if literal else "the URL has no host"
    if tail in ("", ":"):
        return host, _DEFAULT_PORTS[scheme]
    if re.fullmatch(r":[0-9]{1,5}", tail) and 0 < int(tail[1:]) < 65_536:
        return host, int(tail[1:])
    return f"'{tail.lstrip(':')}' is not a port number"


def _ipv6(literal: str) -> str | None:
    try:
        return IPv6Address(literal).compressed if "%" not in literal else None
    except AddressValueError:
        return None


def _name(literal: str) -> str | None:
    """A host name in lower-case ASCII, or None where it cannot be one."""
    name = unquote(literal).lower()
    if not name.isascii():
        try:
            name = idna.encode(name, uts46=True, transitional=False).decode("ascii")
        except (idna.IDNAError, UnicodeError):
            return None
    name = name.removesuffix(".")
    too_long = len(name) > 253 or any(len(label) > 63 for label in name.split("."))
    return name if name and not too_long and _HOST.fullmatch(name) else None


def _encoded(part: str) -> str:
    """`part` with what may not stand in a URL percent-encoded, and nothing else touched."""
    part = _BARE_PERCENT.sub("%25", part)
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), part)


def _one_spelling(part: str) -> str:
    """Escapes of unreserved characters decoded, the others in upper case."""

    def spell(match: re.Match[str]) -> str:
        character = chr(int(match[1], 16))
        return character if character in _UNRESERVED else match[0].upper()

    return _ESCAPE.sub(spell, part)


def _remove_dots(path: str) -> str:
    """RFC 3986, 5.2.4. Doubled slashes stay: some servers tell them apart."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            if kept:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/" + "/".join(kept)
