"""robots.txt as RFC 9309 has it: groups, longest match, `*` and `$`."""

import re
from dataclasses import dataclass

MAX_BYTES = 500 * 1024
MAX_RULES = 5_000  # of one group; what follows is not looked at
MAX_PATTERN = 2_048  # octets of a rule; no path that anybody cites is longer
MAX_PATH = 8_192  # octets of a path that rules are looked for in
EMPTY = 200  # bytes that a rule takes besides its text

_ROW = re.compile(r"[^\r\n]+")
_LINE = re.compile(r"\s*(user-?agent|allow|disallow)\s*:\s*([^#]*)", re.IGNORECASE)
_STARS = re.compile(r"\*+")
# Escapes, and what is an octet of its own in any spelling. The marks that part a path or a query stay as
# they stand: escaped they part nothing, and mean something else.
_OCTETS = re.compile(r"%[0-9A-Fa-f]{2}|[^A-Za-z0-9._~/?#&=+-]")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")


def _spelled(text: str) -> str:
    """One spelling: escapes of unreserved characters decoded, all other octets escaped, in upper case."""
    return _OCTETS.sub(_octet, text)


def _octet(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) == 3:
        character = chr(int(found[1:], 16))
        return character if character in _UNRESERVED else found.upper()
    return "".join(f"%{octet:02X}" for octet in found.encode("utf-8", "surrogateescape"))


@dataclass(frozen=True, slots=True)
class Rule:
    """One allow or disallow line: what stands between its stars, in one spelling, and its length in octets.
    `anchored`: it ends in `$`."""

    allow: bool
    pieces: tuple[str, ...]
    anchored: bool
    length: int

    @classmethod
    def of(cls, *, allow: bool, pattern: str) -> "Rule":
        """The rule of a pattern as it stands in the file."""
        anchored = pattern.endswith("$")
        pieces = tuple(map(_spelled, _STARS.split(pattern.removesuffix("$"))))
        octets = sum(len(piece) - 2 * piece.count("%") for piece in pieces)
        return cls(allow, pieces, anchored, octets + len(pieces) - 1 + anchored)

    def matches(self, path: str) -> bool:
        """Whether it holds for a path in one spelling. Greedy, piece after piece: no way is tried twice."""
        first, *pieces = self.pieces
        if not path.startswith(first):
            return False
        position = len(first)
        if not pieces:
            return not self.anchored or position == len(path)
        for piece in pieces[:-1]:
            found = path.find(piece, position, MAX_PATH)
            if found < 0:
                return False
            position = found + len(piece)
        last = pieces[-1]
        if self.anchored:
            return len(path) - len(last) >= position and path.endswith(last)
        return path.find(last, position, MAX_PATH) >= 0


@dataclass(frozen=True, slots=True)
class RobotsRules:
    """The rules that hold for one product token, the longest first, and allow before disallow."""

    rules: tuple[Rule, ...]

    @property
    def size(self) -> int:
        """About how many bytes they take."""
        return EMPTY + sum(EMPTY + sum(map(len, rule.pieces)) + len(rule.pieces) * 64 for rule in self.rules)

    def allows(self, path: str) -> bool:
        """Whether `path` (with query) may be fetched. The longest match wins, allow wins a tie."""
        if path == "/robots.txt":
            return True
        plain = _spelled(path)
        return next((rule.allow for rule in self.rules if rule.matches(plain)), True)


ALLOW_ALL = RobotsRules(())
DISALLOW_ALL = RobotsRules((Rule.of(allow=False, pattern="/"),))


class _Group:
    """The rules of all groups of one name together."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def add(self, *, allow: bool, pattern: str) -> None:
        if len(self.rules) < MAX_RULES:
            self.rules.append(Rule.of(allow=allow, pattern=pattern))

    def sorted(self) -> RobotsRules:
        return RobotsRules(tuple(sorted(self.rules, key=lambda rule: (-rule.length, not rule.allow))))


def parse_robots(body: bytes, token: str) -> RobotsRules:
    """The rules for the product `token`: those of its own groups together, else those of `*`."""
    named, general = _Group(), _Group()
    has_own = in_rules = is_own = is_general = False
    # Octets that are no UTF-8 stay what they are: escaped in a URL they are the same.
    text = body[:MAX_BYTES].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    for row in _ROW.finditer(text):
        match = _LINE.match(row[0])
        if match is None:
            continue
        field, value = match[1].lower(), match[2].strip()
        if field.startswith("user"):
            if in_rules:
                in_rules = is_own = is_general = False
            is_own = is_own or _is(value, token)
            is_general = is_general or value == "*"
            has_own = has_own or is_own
            continue
        in_rules = True
        if not value or len(value) > MAX_PATTERN:  # an empty disallow forbids nothing
            continue
        if is_own:
            named.add(allow=field == "allow", pattern=value)
        if is_general and not has_own:
            general.add(allow=field == "allow", pattern=value)
    return (named if has_own else general).sorted()


def product_token(user_agent: str) -> str:
    """The name that groups in robots.txt are matched with: the User-Agent's first word."""
    match = re.match(r"[A-Za-z_-]+", user_agent)
    return match[0].lower() if match else "*"


def _is(agent: str, token: str) -> bool:
    match = re.match(r"[A-Za-z_-]+", agent)
    return match is not None and match[0].lower() == token
