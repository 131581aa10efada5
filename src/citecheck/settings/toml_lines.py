"""Line numbers of keys in a sources.toml: tomllib gives none for valid files."""

import re
from dataclasses import dataclass

_HEADER = re.compile(r"\s*\[(\[?)\s*([A-Za-z0-9_.-]+)\s*\]")
_KEY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*[=.]""")
_TRIPLE = re.compile(r'"""|\'\'\'')


@dataclass(frozen=True, slots=True)
class TomlLines:
    """Where each table begins and each of its keys stands, 1-based."""

    top_keys: dict[str, int]
    defaults: dict[str, int]
    rows: tuple[dict[str, int], ...]  # "" is the header's own line

    @classmethod
    def scan(cls, text: str) -> "TomlLines":
        """Read the lines of a valid file of this schema; multi-line strings are stepped over."""
        top: dict[str, int] = {}
        defaults: dict[str, int] = {}
        rows: list[dict[str, int]] = []
        table, in_string = top, False
        for number, line in enumerate(text.splitlines(), 1):
            opens = len(_TRIPLE.findall(line)) % 2 == 1
            if in_string:
                in_string = not opens
                continue
            if header := _HEADER.match(line):
                name = header[2]
                if header[1] and name == "publisher":
                    rows.append({"": number})
                    table = rows[-1]
                else:
                    top.setdefault(name, number)
                    table = defaults if name == "defaults" else table
                    table.setdefault("", number)
            elif key := _KEY.match(line):
                table.setdefault(key[1] or key[2] or key[3], number)
            in_string = opens
        return cls(top, defaults, tuple(rows))

    def top(self, key: str) -> int:
        """The line of a top-level key or table, 1 where it has none."""
        return self.top_keys.get(key, 1)

    def of(self, row: int | None, key: str) -> int:
        """The line of `key` in the row (None: the defaults); the header's where the key is missing."""
        inside = row is not None and row < len(self.rows)
        table = self.rows[row] if inside and row is not None else self.defaults
        return table.get(key, table.get("", 1))
