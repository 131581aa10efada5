from dataclasses import replace
from types import ModuleType

import pytest

from citecheck.model import FlagCode, LinkState, Severity
from citecheck.render import LINK_PHRASES, VERDICT_PHRASES, RenderOptions, as_text


def rows(text: str) -> list[str]:
    lines = text.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("---"))
    return lines[start + 1 : lines.index("", start)]


@pytest.mark.parametrize("width", [80, 100, 120, 200])
def test_the_table_fits_and_loses_no_cell(samples: ModuleType, width: int) -> None:
    text = as_text([samples.bridge()], RenderOptions(width=width))
    table = rows(text)
    assert max(map(len, table)) <= width
    joined = "".join(table).replace(" ", "")
    for word in ("news.example.org", "2021-05-05", "contradicted", "pagenotfound", "(dead)", "paywall"):
        assert word in joined


def test_worst_first_and_dead_only_where_it_is(samples: ModuleType) -> None:
    table = rows(as_text([samples.bridge()], RenderOptions(width=120)))
    assert [line.split()[0] for line in table if line[0].isdigit()] == ["1", "3", "2", "4"]
    assert [line.split()[0] for line in table if "(dead)" in line] == ["3"]


def test_flags_stand_beneath_with_their_reasons_and_evidence(samples: ModuleType) -> None:
    text = as_text([samples.bridge()], RenderOptions(width=120))
    beneath = text[text.index("\nFlags") :]
    assert "high   claim_contradicted: The claim says 12,000 people, the page says 7,000." in beneath
    assert "- claim: 12,000 people" in beneath
    assert "claim (pairing inferred): The council had asked for a ferry." in beneath
    assert "https://example.com/archive/minutes/ferry" in beneath


def test_the_coverage_line(samples: ModuleType) -> None:
    text = as_text([samples.bridge()], RenderOptions(width=120))
    assert "Coverage: 1 of 4 read; 1 partly; 2 unread: 1 host name gone, 1 page not found\n" in text
    assert "not thereby confirmed" in text


def test_piped_output_is_plain_and_a_terminal_gets_colour(samples: ModuleType) -> None:
    assert "\x1b" not in as_text([samples.bridge()], RenderOptions())
    assert "\x1b[" in as_text([samples.bridge()], RenderOptions(colour=True))


def test_offline_is_one_plain_sentence(samples: ModuleType) -> None:
    text = as_text([samples.offline()], RenderOptions())
    assert "We are offline. No link was checked, and nothing is said of any." in text
    assert "not found" not in text
    assert "Not taken: b.pdf: not a PDF: give another" in text


def test_control_characters_never_reach_the_terminal(samples: ModuleType) -> None:
    text = as_text([samples.hostile()], RenderOptions(width=120))
    assert not any(letter in text for letter in "\x1b\x00\u202e\ud800")
    assert "[U+202E]" in text


def test_accepted_flags_say_so_and_cleared_ones_are_gone(samples: ModuleType) -> None:
    result = samples.not_found()
    options = RenderOptions(width=120, accepted=frozenset({result.flags[0].id}))
    document = replace(samples.bridge(), citations=(result,))
    assert "link_not_found (accepted)" in as_text([document], options)
    cleared = replace(result, flags=(replace(result.flags[0], cleared_at=samples.NOW),))
    assert "link_not_found" not in as_text([replace(document, citations=(cleared,))], options)


def test_a_link_is_not_found_and_a_page_does_not_say_it(samples: ModuleType) -> None:
    assert set(LINK_PHRASES) == set(LinkState)
    assert not any("say" in phrase for state, phrase in LINK_PHRASES.items() if "robots" not in state)
    assert not any("found" in phrase for phrase in VERDICT_PHRASES.values())


@pytest.mark.parametrize(("threshold", "failing"), [("high", 1), ("medium", 2), ("low", 3), (None, 0)])
def test_what_fails_is_at_or_above_the_threshold(
    samples: ModuleType, threshold: str | None, failing: int
) -> None:
    level = next((severity for severity in Severity if severity == threshold), None)
    codes = (FlagCode.LINK_DEAD, FlagCode.LINK_GONE, FlagCode.LINK_HTTP_ONLY)
    flags = [samples.flag_of(9, code, "because") for code in codes]
    assert sum(RenderOptions(fail_on=level).fails(flag) for flag in flags) == failing
