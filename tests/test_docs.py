"""Docs that cannot fall behind: what the code has, docs/reference has."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.unit.render import samples

from citecheck.entrypoints.reference import pages
from citecheck.model import FlagCode, LinkState, VerdictLabel
from citecheck.render import as_json

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "docs" / "reference"
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("name", sorted(pages()))
def test_generated_pages_are_those_of_the_code(name: str) -> None:
    kept = (REFERENCE / name).read_text(encoding="utf-8")
    assert kept == pages()[name], "run `make reference`"


def test_every_code_and_state_is_explained() -> None:
    states = (REFERENCE / "link-states.md").read_text(encoding="utf-8")
    flags = (REFERENCE / "flags.md").read_text(encoding="utf-8")
    words = (REFERENCE / "words.md").read_text(encoding="utf-8")
    assert [state for state in LinkState if f"`{state}`" not in states] == []
    assert [code for code in FlagCode if f"`{code}`" not in flags] == []
    assert [label for label in VerdictLabel if f"`{label}`" not in words] == []


def names(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {name for part in value.values() for name in names(part)}
    if isinstance(value, list):
        return {name for part in value for name in names(part)}
    return set()


def test_every_field_of_the_result_is_explained() -> None:
    text = (REFERENCE / "json.md").read_text(encoding="utf-8")
    fields = names(json.loads(as_json([samples.outage()]))) - set(LinkState)
    assert len(fields) > 60
    assert sorted(field for field in fields if f"`{field}`" not in text) == []


def test_links_between_pages_lead_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)}: {target}")
    assert broken == []


def test_the_docs_speak_of_citecheck_alone() -> None:
    wrong = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        text = page.read_text(encoding="utf-8")
        wrong += [f"{page.name}: {word}" for word in ("/work/", "TODO", "lorem ipsum") if word in text]
    assert wrong == []
