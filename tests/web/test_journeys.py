"""What fact-checker, editor and archivist do all day, in a real browser, with script and without."""

import gzip
import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.web.serving import Service, service

pytestmark = pytest.mark.service

CHROMIUM = os.environ.get("CITECHECK_CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


REFUSED = "status of 422"  # what a browser notes where a form is refused, as it should be


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with service(tmp_path_factory.mktemp("journeys")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, served: Service, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page with script, or without where a test asks so; it fails on noise and on foreign requests."""
    script: bool = getattr(request, "param", True)
    context: BrowserContext = browser.new_context(
        java_script_enabled=script, viewport={"width": 1200, "height": 900}
    )
    context.set_default_timeout(15_000)
    made = context.new_page()
    noise: list[str] = []
    made.on("console", lambda message: None if REFUSED in message.text else noise.append(message.text))
    made.on("pageerror", lambda error: noise.append(str(error)))
    made.on("request", lambda one: None if one.url.startswith(served.home) else noise.append(one.url))
    yield made
    context.close()
    assert noise == []


both = pytest.mark.parametrize("page", [True, False], indirect=True, ids=["script", "no script"])


@both
def test_a_fact_checker_decides_takes_it_back_and_goes_on(page: Page, served: Service) -> None:
    page.goto(served.home)
    expect(page.locator("h1")).to_contain_text("want a person")
    page.locator("[data-row] a.go").first.click()
    expect(page.locator("#claim-heading")).to_be_visible()
    expect(page.locator("#evidence-heading")).to_be_visible()
    first = page.locator("h1").inner_text()
    page.fill("#note", "Read it twice.")
    page.fill("#reviewer", "Ana Žikić")
    page.get_by_role("button", name="Not supported").click()
    expect(page.locator(".done [role=status]")).to_contain_text("Decided: not supported")
    assert page.locator("h1").inner_text() != first
    expect(page.locator("#reviewer")).to_have_value("Ana Žikić")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("h1")).to_have_text(first)
    expect(page.locator("#reviews-heading + ol")).to_contain_text("not supported (taken back) by Ana Žikić")
    expect(page.locator("#reviews-heading + ol")).to_contain_text("Read it twice.")


@both
def test_a_fact_checker_says_that_a_url_belongs_to_another_claim(page: Page, served: Service) -> None:
    page.goto(served.page_of("b92.net"))
    before = page.locator("blockquote.claim").inner_text()
    page.get_by_text("Set the right claim").click()
    page.fill("#claim", "Belgrade and Moscow signed several agreements in January 2019.")
    page.get_by_role("button", name="Set this claim").click()
    expect(page.locator("blockquote.claim")).to_contain_text("several agreements")
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("blockquote.claim")).to_have_text(before)


@both
def test_an_error_on_a_form_is_said_there_and_nothing_typed_is_lost(page: Page, served: Service) -> None:
    page.goto(f"{served.home}/documents/new")
    page.fill("#text", "A text without a link.\nTwo lines.")
    page.fill("#url", "https://example.org/")
    page.get_by_role("button", name="Add it").click()
    expect(page.get_by_role("alert")).to_contain_text("Give one document at a time")
    expect(page.locator("#text")).to_have_value("A text without a link.\nTwo lines.")
    expect(page.locator("#url")).to_have_value("https://example.org/")


@both
def test_a_document_is_added_checked_and_deleted(
    page: Page, served: Service, request: pytest.FixtureRequest
) -> None:
    name = f"Added by {request.node.callspec.id}"
    link = served.citation("politico.eu")["url"]
    page.goto(f"{served.home}/documents")
    page.get_by_role("link", name="Add a document").click()
    page.fill("#text", f"# {name}\n\nRichard Grenell was named [special envoy]({link}) in October 2019.\n")
    page.fill("#published", "2019-11-12")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("h1")).to_have_text(name)
    for _ in range(60):
        if not page.get_by_text("still to be fetched").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(page.locator("#citations")).to_contain_text("politico.eu")
    expect(page.locator("#citations")).not_to_contain_text("not judged")
    page.get_by_role("link", name="Delete").click()
    expect(page.locator("h1")).to_have_text("Delete this document?")
    page.get_by_role("button", name="Delete it").click()
    expect(page.locator("h1")).to_have_text("Documents")
    expect(page.locator("main")).not_to_contain_text(name)


@both
def test_an_editor_reads_the_days_report_and_follows_it(page: Page, served: Service) -> None:
    page.goto(served.home)
    page.get_by_role("link", name="Reports").click()
    page.locator(".days a").first.click()
    expect(page.locator("main")).to_contain_text("does not change any more")
    page.locator(".changes .what a").first.click()
    expect(page.locator("#why")).to_be_visible()


@both
def test_an_archivist_looks_at_a_snapshot_and_takes_it_away(
    page: Page, served: Service, tmp_path: Path
) -> None:
    page.goto(served.page_of("themoscowtimes.com"))
    page.get_by_role("link", name="The whole text as it was read").click()
    expect(page.locator("h1")).to_contain_text("Snapshot of")
    assert page.locator(".read mark").count() > 0
    with page.expect_download() as begun:
        page.get_by_role("link", name="WARC file").click()
    file = tmp_path / "capture.warc.gz"
    begun.value.save_as(file)
    with gzip.open(file) as unpacked:
        assert unpacked.read(8) == b"WARC/1.1"
    with page.expect_download() as begun:
        page.get_by_role("link", name="Manifest (JSON)").click()
    manifest = tmp_path / "manifest.json"
    begun.value.save_as(manifest)
    assert hashlib.sha256(file.read_bytes()).hexdigest() in manifest.read_text()


def test_one_key_decides_and_another_takes_it_back(page: Page, served: Service) -> None:
    page.goto(f"{served.home}/queue?severity=high")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused == page.locator("[data-row] a.go").first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page.locator("#claim-heading")).to_be_visible()
    first = page.locator("h1").inner_text()
    page.keyboard.press("j")
    expect(page.locator("h1")).not_to_have_text(first)
    page.keyboard.press("k")
    expect(page.locator("h1")).to_have_text(first)
    page.keyboard.press("c")
    page.keyboard.type("spdnfu?")
    expect(page.locator("#note")).to_have_value("spdnfu?")
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    expect(page.locator(".done [role=status]")).to_contain_text("Decided: false alarm")
    assert "severity=high" in page.url
    page.keyboard.press("u")
    expect(page.locator("h1")).to_have_text(first)
    expect(page.locator("#reviews-heading + ol")).to_contain_text("spdnfu?")


def test_keys_are_explained_and_can_be_switched_off(page: Page, served: Service) -> None:
    page.goto(served.home)
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    page.goto(f"{served.home}/help")
    page.get_by_role("button", name="Switch them off").click()
    expect(page.get_by_role("button", name="Switch them on")).to_be_visible()
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_hidden()


def test_the_keyboard_alone_reaches_and_decides(page: Page, served: Service) -> None:
    page.goto(served.page_of("demostat.rs"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "partially_supported":
            break
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("partly supported")
    page.goto(served.page_of("demostat.rs"))
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator("main")).to_contain_text("taken back")


def test_a_filter_is_a_link_and_back_leads_back(page: Page, served: Service) -> None:
    page.goto(served.home)
    page.get_by_text("Filters", exact=True).click()
    page.select_option("#f-class", "walled")
    page.get_by_role("button", name="Filter", exact=True).click()
    expect(page).to_have_url(re.compile("class=walled"))
    expect(page.locator("[data-row]").first).to_contain_text("reuters.com")
    page.locator("[data-row] a.go").first.click()
    expect(page.locator("#claim-heading")).to_be_visible()
    page.go_back()
    expect(page.locator("#f-class")).to_have_value("walled")
