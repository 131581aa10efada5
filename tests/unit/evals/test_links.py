import pytest

from citecheck.classify import not_checked
from citecheck.errors import InputError
from citecheck.evals.links import LinkRow, evaluate_links, expectations
from citecheck.model import LinkClass, LinkState, usual_class

S = LinkState


def row(expected: str, state: LinkState, link_class: LinkClass | None = None) -> LinkRow:
    return LinkRow("https://a.example/x", expected, state, link_class or usual_class(state))


def test_states_and_classes_are_measured_apart() -> None:
    found = evaluate_links(
        [
            row("soft_404", S.SOFT_404),
            row("soft_404", S.REDIRECT_HOME),  # right class, wrong state
            row("not_found", S.ALIVE),  # a dead link called fine
            row("blocked_bot", S.NOT_FOUND),  # a wall called broken
            row("moved", S.NOT_FOUND),  # a false alarm
        ]
    )
    assert (found.n, found.exact_state, found.exact_class) == (5, 0.2, 0.4)
    assert (found.alive_not_fine, found.walled_not_named, found.gone_missed) == (1, 1, 1)
    assert len(found.misses) == 4


def test_classes_may_be_expected() -> None:
    found = evaluate_links([row("walled", S.FORBIDDEN), row("gone", S.SOFT_404), row("transient", S.ALIVE)])
    assert (found.exact_state, found.exact_class) == (None, 0.6667)
    assert found.as_json()["n"] == 3


def test_words_that_are_both_follow_the_others() -> None:
    by_state = evaluate_links([row("gone", S.NOT_FOUND), row("soft_404", S.SOFT_404)])
    assert by_state.exact_state == 0.5
    by_class = evaluate_links([row("gone", S.NOT_FOUND), row("walled", S.FORBIDDEN)])
    assert (by_class.exact_state, by_class.exact_class) == (None, 1.0)
    assert evaluate_links([row("alive", S.MOVED)]).exact_class == 1.0


def test_a_paywall_may_be_alive_or_walled() -> None:
    rows = [row("paywalled", S.PAYWALLED), row("paywalled", S.PAYWALLED, LinkClass.WALLED)]
    assert evaluate_links(rows).exact_class == 1.0


def test_nothing_measured() -> None:
    found = evaluate_links([])
    assert (found.n, found.exact_state, found.exact_class) == (0, None, None)


def test_unknown_words_are_named() -> None:
    with pytest.raises(InputError, match="'broken'"):
        evaluate_links([row("broken", S.GONE)])


def test_rows_of_a_file() -> None:
    assert expectations([{"url": "https://a.example", "expected": "alive"}]) == (
        ("https://a.example", "alive"),
    )
    with pytest.raises(InputError, match="row 1"):
        expectations([{"url": "https://a.example"}])


def test_a_row_of_a_status() -> None:
    assert LinkRow.of("u", "policy", not_checked("")).state is S.NOT_CHECKED
