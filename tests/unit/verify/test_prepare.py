import pytest

from citecheck.model import CannotTell, Claim, FactKind, FactResult
from citecheck.verify import PrepareContext, prepare

from .conftest import PAGE, RECIPES, laid, reading

ENGLISH = PrepareContext(language="en")


@pytest.mark.parametrize("claim", [None, Claim("", ()), Claim("[3] 12", ())])
def test_without_a_claim_there_is_nothing_to_judge(claim: Claim | None) -> None:
    assert prepare(claim, reading(PAGE), ENGLISH) == CannotTell("no claim was found for this link")


def test_an_unreadable_page_cannot_be_judged() -> None:
    claim = Claim("The mayor called for calm.", ())
    assert isinstance(prepare(claim, None, ENGLISH), CannotTell)
    assert isinstance(prepare(claim, reading("  "), ENGLISH), CannotTell)
    assert prepare(claim, reading("Please log in."), ENGLISH) == CannotTell(
        "too little of the page could be read"
    )


def test_a_page_in_another_language_cannot_be_judged() -> None:
    answer = prepare(
        Claim("Gradonačelnik je pozvao na mir.", ()), reading(PAGE), PrepareContext(language="sr")
    )
    assert answer == CannotTell("other language: the claim is in sr, the page is in en")


def test_neighbouring_standards_of_one_language_are_one() -> None:
    page = reading("Gradonačelnik je pozvao građane na mir i ponudio pomoć u razgovorima. " * 4, "hr")
    assert not isinstance(
        prepare(Claim("Pozvao je na mir.", ()), page, PrepareContext(language="sr")), CannotTell
    )


def test_passages_are_sentences_of_the_page_best_first() -> None:
    found = laid("About 70,000 people marched through the old town.").passages
    assert found[0].passage.text.startswith("About 70,000 people")
    for ranked in found:
        assert ranked.passage.span.of(PAGE) == ranked.passage.text
        assert PAGE.index(ranked.before + ranked.passage.text + ranked.after) >= 0


def test_facts_are_held_against_the_page_one_by_one() -> None:
    facts = laid("On 4 March 2024 the dockers of Velmar asked Anna Lind for 8 percent.").facts
    assert {(fact.kind, fact.text): fact.result for fact in facts} == {
        (FactKind.NUMBER, "8 percent"): FactResult.FOUND,
        (FactKind.DATE, "4 March 2024"): FactResult.FOUND,
        (FactKind.NAME, "Velmar"): FactResult.FOUND,
        (FactKind.NAME, "Anna Lind"): FactResult.MISSING,
    }


def test_quotes_may_differ_a_little() -> None:
    near = laid('Halvorsen called it "the offer on the table that is fair and final".').facts
    far = laid('Halvorsen said: "we shall never give in to blackmail".').facts
    assert [fact.result for fact in near if fact.kind is FactKind.QUOTE] == [FactResult.FOUND]
    assert [fact.result for fact in far if fact.kind is FactKind.QUOTE] == [FactResult.MISSING]


def test_words_without_backing_are_marked_in_the_claim() -> None:
    claim = "The mayor called for calm after a volcano erupted near Krakova."
    prepared = laid(claim)
    marked = " ".join(words.text for words in prepared.unbacked)
    assert "volcano" in marked
    assert "Krakova" in marked
    assert "mayor" not in marked
    assert all(words.span.of(claim) == words.text for words in prepared.unbacked)


def test_the_weakest_clause_shows() -> None:
    strong, weak = laid(
        "The mayor offered to mediate, and he bought three golden submarines yesterday."
    ).clauses
    assert strong.backing > 0.9
    assert weak.backing < 0.3


def test_scripts_of_serbian_meet() -> None:
    page = "Predsednik je izjavio da će nova bolnica u Novom Pazaru biti otvorena 12. maja 2025. godine. " * 2
    prepared = laid("Нова болница у Новом Пазару биће отворена 12. маја 2025.", page, "sr")
    assert [fact.result for fact in prepared.facts] == [FactResult.FOUND] * len(prepared.facts)


def test_preparing_twice_gives_the_same() -> None:
    assert laid("The mayor called for calm.") == laid("The mayor called for calm.")
    assert laid("The mayor called for calm.", RECIPES) != laid("The mayor called for calm.")
