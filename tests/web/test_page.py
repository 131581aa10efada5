"""The HTML page in a real browser: narrow and wide, light and dark, on paper, and at rest."""

import os
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from citecheck.render import RenderOptions, as_html

pytestmark = pytest.mark.service

CHROMIUM = os.environ.get("CITECHECK_CHROMIUM", "/usr/bin/chromium")
SAMPLES = Path(__file__).resolve().parents[1] / "unit" / "render" / "samples.py"
LARGEST = 100 * 1024  # bytes of a page with nine citations

# Every text on the page with its colour against what lies beneath it: (ratio, large, words).
CONTRASTS = """() => {
  const parse = (c) => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const lum = (c) => { const [r, g, b] = c.map((v) => { v /= 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const beneath = (e) => { for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; }
    return [255, 255, 255, 1]; };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const words = walker.currentNode.textContent.trim(), e = walker.currentNode.parentElement;
    const box = e.getBoundingClientRect();
    if (!words || box.width < 2 || e.closest('.skip')) continue;
    const style = getComputedStyle(e);
    const a = lum(parse(style.color).slice(0, 3)), b = lum(beneath(e).slice(0, 3));
    found.push([(Math.max(a, b) + .05) / (Math.min(a, b) + .05), parseFloat(style.fontSize) >= 24, words]);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def samples() -> ModuleType:
    spec = spec_from_file_location("render_samples", SAMPLES)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def files(samples: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    directory = tmp_path_factory.mktemp("pages")
    found = {}
    for name in ("bridge", "offline", "hostile"):
        found[name] = directory / f"{name}.html"
        found[name].write_text(as_html([getattr(samples, name)()], RenderOptions()), encoding="utf-8")
    return found


def opened(browser: Browser, file: Path, width: int, scheme: str = "light") -> tuple[Page, list[str]]:
    """The page with what it said on the console and asked of the network."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("dialog", lambda dialog: (noise.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: noise.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    return page, noise


@pytest.mark.parametrize("name", ["bridge", "offline", "hostile"])
@pytest.mark.parametrize("width", [320, 360, 1200])
def test_it_fits_asks_for_nothing_and_runs_nothing(
    browser: Browser, files: dict[str, Path], name: str, width: int
) -> None:
    page, noise = opened(browser, files[name], width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert noise == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_has_contrast_enough(browser: Browser, files: dict[str, Path], scheme: str) -> None:
    page, _ = opened(browser, files["bridge"], 1200, scheme)
    page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
    measured = page.evaluate(CONTRASTS)
    assert len(measured) > 150
    assert [row for row in measured if row[0] < (3 if row[1] else 4.5)] == []
    page.close()


def test_dark_is_dark(browser: Browser, files: dict[str, Path]) -> None:
    colours = []
    for scheme in ("light", "dark"):
        page, _ = opened(browser, files["bridge"], 1200, scheme)
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.close()
    assert colours[0] != colours[1]


def test_a_number_in_the_text_leads_to_its_card_and_back(browser: Browser, files: dict[str, Path]) -> None:
    page, _ = opened(browser, files["bridge"], 1200)
    page.click(".text a.chip >> nth=1")
    assert page.url.endswith("#c2")
    assert page.locator("#c2").bounding_box()["y"] < 900
    page.click("#c2 a.up")
    assert page.url.endswith("#t2")
    page.close()


def test_the_keyboard_reaches_the_citations_first(browser: Browser, files: dict[str, Path]) -> None:
    page, _ = opened(browser, files["bridge"], 360)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#citations")
    page.close()


def test_paper_shows_what_the_screen_folds_away(browser: Browser, files: dict[str, Path]) -> None:
    page, _ = opened(browser, files["bridge"], 800)
    page.emulate_media(media="print")
    assert page.locator("#c1 dl").bounding_box()["height"] > 20
    assert page.locator("#c1 dl").is_visible()
    page.close()


def test_the_page_stays_small(samples: ModuleType) -> None:
    bridge = samples.bridge()
    nine = (bridge.citations * 3)[:9]
    assert len(as_html([replace(bridge, citations=nine)], RenderOptions()).encode()) < LARGEST
