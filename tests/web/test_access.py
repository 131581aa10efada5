"""For everybody: axe finds nothing on any page, light and dark; nothing is wider than a phone."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.web.serving import Service, service
from tests.web.test_journeys import ARGUMENTS, CHROMIUM

pytestmark = pytest.mark.service

AXE = Path(os.environ["CITECHECK_AXE"])  # axe.min.js
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true })"
RUN = """async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(
  (one) => [one.id, one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160))])"""
LARGEST = 100 * 1024


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with service(tmp_path_factory.mktemp("access")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def every_page(served: Service) -> list[str]:
    fixed = (
        "/",
        "/queue?severity=high&class=alive",
        "/queue?words=nothing+fits",
        "/documents",
        "/documents/new",
    )
    more = ("/documents/new", "/reports", "/reports/next", "/help", "/nowhere", "/queue?severity=worst")
    found = [f"{served.home}{path}" for path in (*fixed, *more)]
    found += [served.document, f"{served.document}/delete"]
    found += [f"{served.home}/citations/{one['id']}" for one in served.result["citations"]]
    found += [f"{served.home}/captures/{one['capture']['id']}" for one in served.result["citations"]]
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1200])
def test_axe_finds_nothing_and_nothing_is_too_wide(
    browser: Browser, served: Service, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    source = AXE.read_text(encoding="utf-8")
    wrong = []
    for address in every_page(served):
        answer = page.goto(address)
        assert answer is not None
        assert len(answer.body()) <= LARGEST, address
        page.evaluate(OPEN_ALL)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append((address, "too wide"))
        page.evaluate(source)
        wrong += [(address, *violation) for violation in page.evaluate(RUN)]
    context.close()
    assert wrong == []
