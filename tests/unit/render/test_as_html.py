import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from types import ModuleType

import pytest
from lxml import etree

from citecheck.model import Span
from citecheck.render import RenderOptions, Tone, as_html, tone_of
from citecheck.render.as_html import content_policy
from citecheck.render.marked import article, lead_in, lead_out, matched, unbacked, unwrapped
from citecheck.render.plain import host_of, plain, shortened, web_address


def page(text: str) -> etree._Element:
    return etree.HTML(text)


def words_of(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_the_page_shows_everything_known_of_a_citation(samples: ModuleType) -> None:
    root = page(as_html([samples.bridge()], RenderOptions()))
    card = words_of(root.xpath('//*[@id="c1"]')[0])
    for expected in (
        "the page says something else",
        "The claim says 12,000 people, the page says 7,000.",
        "Police counted 7,000 people on the new bridge",
        'path segments "2021/05/05"',
        "5 May 2021, 06:00 UTC",
        "May 2021",
        "http-200",
        "123 ms",
        "192.0.2.7",
        "k0000000000000001",
        "warc/2026-11-20-0001.warc.gz at offset 1024",
        "next 2026-11-27 09:30 UTC",
    ):
        assert expected in card
    guess = words_of(root.xpath('//*[@id="c2"]')[0])
    assert "a guess, 41% sure" in guess
    assert "31%: the ferry company has closed" in guess
    assert "Better link" in guess
    assert "host name gone (dead)" in words_of(root.xpath('//*[@id="c3"]')[0])


def test_the_page_says_what_is_not_known(samples: ModuleType) -> None:
    text = words_of(page(as_html([samples.bridge()], RenderOptions())))
    assert "between 4 May 2021 and 4 May 2022 (worked out from its text)" in text
    assert "The document's day of publication is not known" in text
    assert "Citation 2 (example.com, page not found): nothing could be read." in text
    assert "Citation 4: only the open part could be read" in text
    assert "Which passage citation 2 belongs to was worked out" in text


def test_every_mark_carries_an_icon_and_a_word(samples: ModuleType) -> None:
    root = page(as_html([samples.bridge()], RenderOptions()))
    chips = root.xpath('//div[contains(@class,"text")]//a[contains(@class,"chip")]')
    assert [words_of(chip) for chip in chips] == [
        "Citation 1✕: look today",
        "Citation 2▲: look soon",
        "Citation 4✓: nothing to flag",
        "Citation 3✕: look today",
    ]


def test_no_script_and_only_our_style(samples: ModuleType) -> None:
    text = as_html([samples.bridge()], RenderOptions())
    root = page(text)
    css = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert css is not None
    policy = root.xpath('//meta[@http-equiv="Content-Security-Policy"]/@content')[0]
    assert policy == content_policy(css.group(1))
    assert b64encode(sha256(css.group(1).encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none'")
    assert not root.xpath("//script|//link|//img|//iframe|//form|//*[@style]")


def test_ids_are_unique_even_with_several_documents(samples: ModuleType) -> None:
    root = page(as_html([samples.bridge(), samples.offline()], RenderOptions()))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {target.removeprefix("#") for target in root.xpath('//a/@href[starts-with(., "#")]')} <= set(ids)


def test_links_lead_to_the_web_only_and_give_nothing_away(samples: ModuleType) -> None:
    root = page(as_html([samples.bridge(), samples.hostile()], RenderOptions()))
    outward = root.xpath('//a[not(starts-with(@href, "#"))]')
    assert outward
    for link in outward:
        assert re.match(r"https?://", link.get("href"))
        assert link.get("rel") == "noopener noreferrer nofollow"


def test_hostile_strings_are_inert(samples: ModuleType) -> None:
    text = as_html([samples.hostile()], RenderOptions())
    root = page(text)
    assert not root.xpath("//script|//b[not(ancestor::p)]")
    assert not any(letter in text for letter in "\x1b\x00\u202e\ud800")
    assert "[U+202E]" in text
    assert "&lt;/style&gt;&lt;script&gt;" in text


def test_offline_says_nothing_of_any_link(samples: ModuleType) -> None:
    text = words_of(page(as_html([samples.offline()], RenderOptions())))
    assert "We are offline. No link was checked" in text
    assert "page not found" not in text
    assert "Not taken: b.pdf" in text


def test_no_documents_make_a_page(samples: ModuleType) -> None:
    assert "Citations of 0 documents" in as_html([], RenderOptions())


def test_tones_follow_the_worst_flag_and_never_call_the_unread_fine(samples: ModuleType) -> None:
    assert [tone_of(result) for result in samples.bridge().citations] == [
        Tone.HIGH,
        Tone.MEDIUM,
        Tone.HIGH,
        Tone.FINE,
    ]
    assert {tone_of(result) for result in samples.offline().citations} == {Tone.UNKNOWN}


def test_the_article_is_whole_and_cut_where_claims_end(samples: ModuleType) -> None:
    result = samples.bridge()
    blocks = article(result.document, result.citations)
    assert [block.heading for block in blocks] == [True, False, False]
    joined = " ".join("".join(piece.text for piece in block.pieces) for block in blocks)
    assert joined.split() == samples.TEXT.split()
    first = blocks[1].pieces[0]
    assert first.tone is Tone.HIGH
    assert [chip.n for chip in first.chips] == [1]
    urls = [piece.link.n for block in blocks for piece in block.pieces if piece.link]
    assert urls == [1, 2, 3, 4]


def test_overlapping_claims_show_the_worst(samples: ModuleType) -> None:
    result = samples.bridge()
    fine, bad = result.citations[3], result.citations[0]
    both = replace(bad.citation, claim=fine.citation.claim, n=9)
    blocks = article(result.document, (fine, replace(bad, citation=both)))
    marked = [piece for block in blocks for piece in block.pieces if piece.tone]
    assert {piece.tone for piece in marked} == {Tone.HIGH}
    assert [chip.n for chip in marked[-1].chips] == [4, 9]


def test_a_claim_that_ends_in_white_space_keeps_its_number(samples: ModuleType) -> None:
    result = samples.contradicted()
    loose = replace(result.citation.claim, spans=(Span(30, samples.TEXT.index("Since then")),))
    changed = replace(result, citation=replace(result.citation, claim=loose))
    blocks = article(samples.document(), (changed,))
    assert [chip.n for block in blocks for piece in block.pieces for chip in piece.chips] == [1]


def test_wrapped_lines_are_joined_and_short_ones_and_urls_keep_theirs() -> None:
    full = "a line that was broken for no other reason than that it was full"
    wrapped = f"Title\n{full}\nand went on\nhttps://a.example\nhttps://b.example"
    assert unwrapped(wrapped) == f"Title\n{full} and went on\nhttps://a.example\nhttps://b.example"


@pytest.mark.parametrize(
    ("quote", "claim", "expected"),
    [
        ("France vetoed the talks", "a French veto of talks", ["vetoed", "talks"]),
        ("12,000 people and 7 dogs", "There were 12000 dogs", ["12,000", "dogs"]),
        ("the EU said so", "EU leaders", ["EU"]),
        ("they have said that", "they have said this", []),
        ("nothing alike", "", []),
    ],
)
def test_matched_words(samples: ModuleType, quote: str, claim: str, expected: list[str]) -> None:
    verdict = samples.not_found().verdict
    pieces = matched(quote, claim, verdict)
    assert [piece.text for piece in pieces if piece.marked] == expected
    assert "".join(piece.text for piece in pieces) == quote


def test_the_value_that_conflicts_is_marked_in_the_quote(samples: ModuleType) -> None:
    result = samples.contradicted()
    pieces = matched(result.verdict.evidence[0].quote, result.citation.claim.text, result.verdict)
    assert "7,000 people" in [piece.text for piece in pieces if piece.marked]
    claim = unbacked(result.citation.claim.text, result.verdict)
    assert [piece.text for piece in claim if piece.marked] == ["12,000"]


def test_a_span_that_does_not_fit_the_claim_is_left_out(samples: ModuleType) -> None:
    verdict = replace(
        samples.contradicted().verdict,
        unbacked=(replace(samples.contradicted().verdict.unbacked[0], span=Span(3, 99)),),
    )
    assert [piece.marked for piece in unbacked("short", verdict)] == [False]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://a.example/\u202egpj",
        "https://[bad",
        "https://a b.example/",
        None,
    ],
)
def test_what_is_no_web_address(url: str | None) -> None:
    assert web_address(url) is None


def test_what_stands_around_a_quote_begins_and_ends_with_whole_words() -> None:
    assert lead_in("ass through the\nNations. ") == "… through the Nations. "
    assert lead_out(" The free tra") == " The free …"
    assert lead_in("word") == lead_out("word") == lead_in("") == lead_out("") == ""


def test_small_words_about_strings() -> None:
    assert web_address("https://a.example/x?y=1") == "https://a.example/x?y=1"
    assert plain(" a\n\tb\x07\u200b ") == "a b\ufffd"
    assert host_of("https://www.a.example/x") == "a.example"
    assert host_of("not a url") == "not a url"
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one", 9) == "one"
