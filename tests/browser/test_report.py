"""The page in a real browser: it asks for nothing, runs no script, keeps no reader out, and its links lead where they say."""

from __future__ import annotations

import shutil

import pytest

from newsrecon import read, reconcile, render_html

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    articles = read(["seeds"]).articles
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(render_html(reconcile(articles), articles), "utf-8")
    return path.as_uri()


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_keeps_readers_out(browser, address, theme):
    page = browser.new_context(color_scheme=theme, bypass_csp=True).new_page()
    page.goto(address)
    assert [(found["id"], found["nodes"][0]["html"]) for found in axe.Axe().run(page).response["violations"]] == []


def test_nothing_is_requested_but_the_page(browser, address):
    page = browser.new_context().new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert asked == [address]


def test_a_script_that_gets_in_does_not_run(browser, address):
    page = browser.new_context().new_page()
    page.goto(address)
    added = "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s)"
    page.evaluate(f"() => {{ {added} }}")
    assert page.evaluate("() => window.ran === undefined")


def test_links_lead_to_what_they_name_without_script_and_open_what_is_closed(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    link = page.locator("#texts a[href^='#k']:not([class])").first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target)
    assert page.locator(target).is_visible()


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_width_scrolls_sideways(browser, address, width):
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(address)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
