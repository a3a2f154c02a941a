"""Takes the picture of the report anew: `python docs/pictures/report.py`, with playwright and Chromium at hand."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from newsrecon import read, reconcile, render_html

WIDTH, HEIGHT = 1180, 1010


def take(path: Path) -> None:
    """Write what a reader sees first of the report on the seeds."""
    articles = read(Path(__file__).parents[2] / "seeds").articles
    with sync_playwright() as driver:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.set_content(render_html(reconcile(articles), articles))
        page.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    take(Path(__file__).with_suffix(".png"))
