"""The page in a real browser: it asks for nothing, runs no script, keeps no reader out, and its links lead where they say."""

from __future__ import annotations

import shutil

import pytest

from newsrecon import Article, read, reconcile, render_html

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


HOSTILE = "</script><img src=x onerror=alert(1)><script>alert(2)</script> Twelve\u202e people\u200b died on 3 May 2025."
ARABIC = "قال الوزير أحمد إن الاجتماع عقد في 3 مايو 2025. “It was a long day,” said Ahmad Saleh."


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A page of a text that wants to be markup and one that runs from right to left."""
    articles = [
        Article(HOSTILE, id="1", source=HOSTILE, title=HOSTILE, url="javascript:alert(3)"),
        Article(ARABIC, id="2", source="الجزيرة"),
    ]
    path = tmp_path_factory.mktemp("hostile") / "report.html"
    path.write_text(render_html(reconcile(articles), articles, title=HOSTILE), "utf-8")
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


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_neither_hostile_nor_right_to_left_text_keeps_readers_out(browser, hostile, theme):
    page = browser.new_context(color_scheme=theme, bypass_csp=True).new_page()
    page.goto(hostile)
    assert [(found["id"], found["nodes"][0]["html"]) for found in axe.Axe().run(page).response["violations"]] == []


def test_hostile_text_is_shown_and_runs_nothing(browser, hostile):
    page = browser.new_context(bypass_csp=True).new_page()
    opened, asked = [], []
    page.on("dialog", lambda dialog: opened.append(dialog) or dialog.dismiss())
    page.on("request", lambda request: asked.append(request.url))
    page.goto(hostile)
    assert (opened, asked) == ([], [hostile])
    assert page.locator("img, script, a[href^='javascript']").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.locator("h1").inner_text()
    assert (
        page.locator("[dir=auto]", has_text="قال").first.evaluate("node => getComputedStyle(node).direction") == "rtl"
    )


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


def test_an_outlets_name_leads_into_its_text_and_the_passage_leads_back(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    finding = page.locator("#disputed article").first
    finding.locator(".nr-who a").first.click()
    place = page.locator(page.url[page.url.index("#") :])
    assert place.is_visible()
    place.click()
    assert page.url.endswith(f"#{finding.get_attribute('id')}")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_the_texts_each_verdict_has_its_colour(browser, address, theme):
    page = browser.new_context(color_scheme=theme).new_page()
    page.goto(address)
    colour = "node => getComputedStyle(node).textDecorationColor"
    sorts = [page.locator(f"#texts article .c-{letter}").first.evaluate(colour) for letter in "drc"]
    assert len({*sorts, page.locator("#texts article p > a:not([class])").first.evaluate(colour)}) == 4


def test_the_keyboard_reaches_the_findings_first(browser, address):
    page = browser.new_context().new_page()
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == "#main"
    assert page.locator(":focus").is_visible()


def test_what_is_folded_opens_with_the_keyboard_alone(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address)
    because = page.locator("#disputed details").first
    because.locator("summary").focus()
    page.keyboard.press("Enter")
    assert because.locator("p").first.is_visible()


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_width_scrolls_sideways(browser, address, width):
    page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
    page.goto(address)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
