"""robots.txt as RFC 9309 has it: groups, longest match, `*` and `$`."""

import re
from dataclasses import dataclass
from urllib.parse import quote

MAX_BYTES = 500 * 1024
_LINE = re.compile(r"\s*(user-?agent|allow|disallow)\s*:\s*([^#]*)", re.IGNORECASE)
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


@dataclass(frozen=True, slots=True)
class Rule:
    """One allow or disallow line; `pattern` is normalised."""

    allow: bool
    pattern: str


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules that hold for one product token."""

    rules: tuple[Rule, ...]

    def allows(self, path: str) -> bool:
        """Whether `path` (with query) may be fetched. The longest match wins, allow wins a tie."""
        if path == "/robots.txt":
            return True
        plain = _normalised(path)
        best, allowed = -1, True
        for rule in self.rules:
            length = len(rule.pattern)
            if (length > best or (length == best and rule.allow)) and _matches(rule.pattern, plain):
                best, allowed = length, rule.allow
        return allowed


ALLOW_ALL = RobotsRules(())
DISALLOW_ALL = RobotsRules((Rule(False, "/"),))


def parse_robots(body: bytes, token: str) -> RobotsRules:
    """The rules for the product `token`: those of its own groups together, else those of `*`."""
    named: list[Rule] = []
    general: list[Rule] = []
    has_own = False
    agents: list[str] = []
    in_rules = False
    text = body[:MAX_BYTES].decode("utf-8-sig", errors="replace")
    for line in re.split(r"\r\n|\r|\n", text):
        match = _LINE.match(line)
        if match is None:
            continue
        field, value = match[1].lower(), match[2].strip()
        if field.startswith("user"):
            agents = [value.lower()] if in_rules else [*agents, value.lower()]
            in_rules = False
            has_own = has_own or _is(value, token)
            continue
        in_rules = True
        if value:  # an empty disallow forbids nothing
            rule = Rule(field == "allow", _normalised(value))
            if any(_is(agent, token) for agent in agents):
                named.append(rule)
            if "*" in agents:
                general.append(rule)
    return RobotsRules(tuple(named if has_own else general))


def product_token(user_agent: str) -> str:
    """The name that groups in robots.txt are matched with: the User-Agent's first word."""
    match = re.match(r"[A-Za-z_-]+", user_agent)
    return match[0].lower() if match else "*"


def _is(agent: str, token: str) -> bool:
    match = re.match(r"[A-Za-z_-]+", agent)
    return match is not None and match[0].lower() == token


def _matches(pattern: str, path: str) -> bool:
    """Greedy matching of literal pieces: linear, whatever the pattern."""
    anchored = pattern.endswith("$")
    first, *pieces = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    position = len(first)
    if not pieces:
        return not anchored or position == len(path)
    for piece in pieces[:-1]:
        found = path.find(piece, position)
        if found < 0:
            return False
        position = found + len(piece)
    last = pieces[-1]
    if anchored:
        return len(path) - len(last) >= position and path.endswith(last)
    return path.find(last, position) >= 0


def _normalised(path: str) -> str:
    """One spelling: non-ASCII encoded, escapes of unreserved characters decoded, the rest upper case."""
    escaped = quote(_BARE_PERCENT.sub("%25", path), safe="%/?#[]@!$&'()*+,;=:~|^`{}\"<>\\ ")
    return _ESCAPE.sub(_spelled, escaped)


def _spelled(match: re.Match[str]) -> str:
    character = chr(int(match[0][1:], 16))
    return character if character in _UNRESERVED else match[0].upper()
