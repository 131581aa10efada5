"""The recorded web of the demo: complete, marked as a simulation, and served under the real names."""

import asyncio
import re
import ssl
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import pytest

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
URL = re.compile(r"https?://[^\s)]+")


@pytest.fixture(scope="module")
def served() -> ModuleType:
    spec = spec_from_file_location("serve_recorded_web", EXAMPLES / "serve_recorded_web.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def urls_of(name: str) -> list[str]:
    return URL.findall((EXAMPLES / name).read_text(encoding="utf-8"))


async def asked(web: object, url: str, path: str | None = None) -> str:
    """The response to one GET, as a browser that trusts the demo's authority would get it."""
    parts = urlsplit(url)
    target = path or parts.path + (f"?{parts.query}" if parts.query else "")
    secure = parts.scheme == "https"
    reader, writer = await asyncio.open_connection(
        "127.0.0.1",
        web.https_port if secure else web.http_port,  # type: ignore[attr-defined]
        ssl=ssl.create_default_context(cafile=str(web.ca_file)) if secure else None,  # type: ignore[attr-defined]
        server_hostname=parts.hostname if secure else None,
    )
    request = f"GET {target} HTTP/1.1\r\nHost: {parts.hostname}\r\nConnection: close\r\n\r\n"
    writer.write(request.encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer.decode("latin-1")


def test_both_articles_cite_the_same_nine() -> None:
    pasted = urls_of("balancing-act.txt")
    assert len(pasted) == len(set(pasted)) == 9
    assert set(urls_of("balancing-act.md")) == set(pasted)


def test_the_block_stands_in_the_middle_of_a_sentence() -> None:
    text = (EXAMPLES / "balancing-act.txt").read_text(encoding="utf-8")
    before, after = text.split(urls_of("balancing-act.txt")[0])[0], text.split("/214")[1]
    assert before.rstrip()[-1].isalpha()
    assert after.lstrip()[0].islower()


def test_every_page_says_that_it_is_a_simulation() -> None:
    pages = sorted((EXAMPLES / "recorded_web" / "pages").glob("*.html"))
    assert len(pages) >= 11
    for page in pages:
        source = page.read_bytes().decode("cp1250" if page.stem == "b92" else "utf-8")
        assert "<!-- Simulated page for the citecheck demo" in source, page.name
        assert re.search(r">Simulated page for the citecheck demo\.<", source), page.name


async def test_the_nine_answer_as_the_story_has_it(served: ModuleType) -> None:
    expected = {
        "www.the-american-interest.com": 200,
        "www.euractiv.com": 301,
        "www.politico.eu": 200,
        "rs.n1info.com": 404,
        "www.themoscowtimes.com": 200,
        "www.b92.net": 200,
        "www.reuters.com": 401,
        "www.ft.com": 200,
        "demostat.rs": 200,
    }
    async with served.RecordedWeb() as web:
        for url in urls_of("balancing-act.txt"):
            answer = await asked(web, url)
            host = urlsplit(url).hostname
            assert int(answer.split(" ")[1]) == expected[host], host
            assert (await asked(web, url, "/robots.txt")).startswith("HTTP/1.1 404")


async def test_redirects_lead_to_pages(served: ModuleType) -> None:
    async with served.RecordedWeb() as web:
        for host, site in web.sites.items():
            for answer in site.pages.values():
                target = dict(answer.headers).get("Location")
                if target:
                    assert site.pages[target].status == 200, host


async def test_a_site_without_https_agrees_on_no_session(served: ModuleType) -> None:
    async with served.RecordedWeb() as web:
        with pytest.raises((ssl.SSLError, ConnectionError)):
            await asked(web, "https://demostat.rs/")


async def test_closing_ends_open_connections(served: ModuleType) -> None:
    async with served.RecordedWeb() as web:
        reader, writer = await asyncio.open_connection("127.0.0.1", web.http_port)
        writer.write(b"GET / HTTP/1.1\r\nHost: demostat.rs\r\n\r\n")
        await reader.readuntil(b"</html>\n")
    assert await reader.read() == b""
    writer.close()
    await writer.wait_closed()
