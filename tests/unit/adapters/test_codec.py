from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citecheck.adapters import codec
from citecheck.model import (
    Citation,
    DateWindow,
    Document,
    Evidence,
    FactCheck,
    FetchOutcome,
    Judgement,
    LinkStatus,
    Observation,
    Reading,
    Span,
    Unbacked,
    Verdict,
    VerdictLabel,
)

instants = st.datetimes(timezones=st.just(UTC))
st.register_type_strategy(datetime, instants)
st.register_type_strategy(date, st.dates())
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(max_size=8, alphabet=st.characters(codec=None)))
BEFORE, AFTER = st.dates(max_value=date(2000, 1, 1)), st.dates(min_value=date(2000, 1, 1))
PLACES = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted)
st.register_type_strategy(Span, PLACES.map(lambda pair: Span(*pair)))
st.register_type_strategy(DateWindow, st.builds(DateWindow, st.none() | BEFORE, st.none() | AFTER))
st.register_type_strategy(
    Verdict,  # a label that needs evidence has some
    st.builds(
        Verdict,
        label=st.sampled_from(VerdictLabel),
        evidence=st.lists(st.from_type(Evidence), min_size=1, max_size=2).map(tuple),
        facts=st.lists(st.from_type(FactCheck), max_size=1).map(tuple),
        unbacked=st.lists(st.from_type(Unbacked), max_size=1).map(tuple),
    ),
)

STORED: list[Any] = [Document, Citation, FetchOutcome, LinkStatus, Observation, Reading, Judgement]


@pytest.mark.parametrize("kind", STORED, ids=lambda kind: kind.__name__)
def test_what_is_written_is_read_again(kind: Any) -> None:
    @settings(max_examples=25, deadline=None)
    @given(value=st.from_type(kind))
    def round_trip(value: object) -> None:
        text = codec.dumps(value)
        text.encode("utf-8")
        assert codec.loads(kind, text) == value

    round_trip()


@dataclass(frozen=True)
class New:
    name: str
    count: int = 7


def test_versions_may_differ() -> None:
    assert codec.loads(New, '{"name": "a", "gone": [1]}') == New("a", 7)


@pytest.mark.parametrize("text", ["{}", "[]", "null", '{"name"', "7"])
def test_what_is_no_such_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        codec.loads(New, text)


def test_what_has_no_json_is_refused() -> None:
    with pytest.raises(TypeError):
        codec.dumps({1: 2})
    with pytest.raises(ValueError, match="JSON compliant"):
        codec.dumps(float("nan"))
