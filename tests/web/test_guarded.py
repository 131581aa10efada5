"""What keeps the pages safe without accounts."""

import re
from dataclasses import replace

import pytest
from tests.web.conftest import Client
from tests.web.fills import Newsroom

from citecheck.entrypoints.web.guard import refuse_open_binding
from citecheck.entrypoints.web.size import SizeLimit
from citecheck.errors import ConfigError
from citecheck.model import FlagCode, FlagFinding, Severity
from citecheck.settings import ServeSettings
from citecheck.testing import samples

PATHS = ("/", "/queue", "/documents", "/documents/new", "/reports", "/reports/next", "/help", "/nowhere")
LARGEST_PAGE = 100 * 1024
LARGEST_SCRIPT = 30 * 1024


def every_page(room: Newsroom) -> list[str]:
    own = [f"/documents/{room.document.id}", f"/documents/{room.document.id}/delete"]
    own += [f"/citations/{citation.id}" for citation in room.citations]
    return [*PATHS, *own, *(f"/captures/{capture.id}" for capture in room.captures)]


def test_every_page_answers_with_a_strict_policy_and_no_inline_code(client: Client, room: Newsroom) -> None:
    for path in every_page(room):
        answer = client.get(path)
        assert answer.status_code == (404 if path == "/nowhere" else 200), path
        policy = answer.headers["content-security-policy"]
        assert (
            "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        )
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert not re.search(r"<script(?![^>]*\bsrc=)|\bstyle=|\son\w+=|javascript:", answer.text), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//(?!\w+\.example/)', answer.text), path
        assert len(answer.content) <= LARGEST_PAGE


def test_what_the_web_wrote_is_shown_as_text(client: Client, room: Newsroom) -> None:
    page = client.get(f"/captures/{room.captures[0].id}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "<mark>Claim 1 stands here</mark>" in page


async def test_no_link_leads_where_a_script_could_run(client: Client, room: Newsroom) -> None:
    hostile = (
        "javascript:alert(1)//x.example",
        "data:text/html,<script>1</script>",
        "https://a.example/\u202e",
    )
    document, citations = samples.document("evil", *(samples.source(url, "x.example:443") for url in hostile))
    await room.tools.catalog.add_document(document, citations, room.clock.now())
    for citation in citations:
        found = FlagFinding(FlagCode.LINK_PARKED, Severity.HIGH, "<img src=x onerror=alert(1)>")
        await room.tools.catalog.set_findings([(citation.id, (found,))], room.clock.now())
    pages = ["/queue", "/reports/next", f"/documents/{document.id}"]
    for path in [*pages, *(f"/citations/{citation.id}" for citation in citations)]:
        page = client.get(path).text
        assert not re.search(r'(?:href|action|src)="\s*(?:javascript|data):', page, re.IGNORECASE), path
        assert "<img" not in page and "\u202e" not in page, path


def test_only_our_own_name_is_answered(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "127.0.0.1.evil.example"}).status_code == 421
    assert client.get("/", headers={"host": "localhost:9"}).status_code == 200
    assert client.get("/", headers={"host": "[::1]:9"}).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/documents/new",
        "/help",
        "/documents/dnews/delete",
        "/documents/dnews/check",
        "/citations/cnews-1/reviews",
        "/citations/cnews-1/check",
    ],
)
def test_no_form_is_taken_without_its_token(client: Client, path: str) -> None:
    client.get("/help")
    for token in ("", "x" * 43, "é"):
        answer = client.post(path, data={"csrf": token, "decision": "supported", "text": "a"})
        assert answer.status_code == 403
        assert "out of date" in answer.text


def test_a_form_from_another_site_is_refused_even_with_the_token(client: Client) -> None:
    client.get("/help")
    token = client.cookies["citecheck_csrf"]
    answer = client.post("/help", data={"csrf": token}, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert client.post("/help", data={"csrf": token}).status_code == 303


def test_a_fault_of_ours_is_a_page_in_plain_words(client: Client, room: Newsroom) -> None:
    async def broken(page: int, size: int) -> None:
        raise RuntimeError("secret detail")

    room.tools.reviews.documents = broken  # type: ignore[method-assign,assignment]
    answer = client.get("/documents")
    assert answer.status_code == 500
    assert "We failed" in answer.text and "secret" not in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_addresses_that_do_not_fit_are_answered_in_one_sentence(client: Client) -> None:
    for path in ("/queue?severity=worst", "/queue?page=0", "/queue?page=x", "/queue?page=9", "/queue?code=x"):
        answer = client.get(path)
        assert answer.status_code == 422, path
        assert "That cannot be done" in answer.text
    for path in (
        "/citations/cnone",
        "/documents/dnone",
        "/captures/knone",
        "/reports/2026-01-01",
        "/reports/x",
    ):
        assert client.get(path).status_code == 404, path
    assert client.post("/queue").status_code == 405


def test_too_large_a_request_is_refused_before_it_is_read(client: Client) -> None:
    answer = client.post("/documents/new", headers={"content-length": str(60 * 1024 * 1024)}, content=b"x")
    assert answer.status_code == 413
    assert "50 MB" in answer.text


async def test_a_request_that_does_not_say_how_large_it_is_is_counted() -> None:
    async def reader(scope: object, receive: object, send: object) -> None:
        while (await receive())["more_body"]:  # type: ignore[operator]
            pass

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": b"x" * 6, "more_body": True}

    sent: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    await SizeLimit(reader, 10)({"type": "http", "headers": []}, receive, send)  # type: ignore[arg-type]
    assert sent[0]["status"] == 413


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost"])
def test_loopback_may_be_bound(host: str) -> None:
    refuse_open_binding(replace(ServeSettings(), host=host))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])
def test_nothing_else_may_be_bound_without_accounts(host: str) -> None:
    with pytest.raises(ConfigError, match="no accounts"):
        refuse_open_binding(replace(ServeSettings(), host=host))


def test_scripts_are_ours_kept_and_small(client: Client) -> None:
    import gzip

    page = client.get("/").text
    sources = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(sources) == 4
    scripts = 0
    for source in sources:
        answer = client.get(source)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        scripts += len(gzip.compress(answer.content)) if ".js?" in source else 0
    assert 0 < scripts <= LARGEST_SCRIPT
    assert client.get("/static/app.py").status_code == 404
    assert "Zero-Clause BSD" in client.get("/static/htmx.LICENSE.txt").text


def test_whoever_watches_is_answered(client: Client) -> None:
    for path in ("/livez", "/readyz"):
        assert client.get(path).text == "ok\n"
        assert client.head(path).status_code == 200
    assert client.get("/favicon.ico").headers["content-type"] == "image/svg+xml"
