"""Use the playground page as a member would, in headless Chromium, and photograph it. Run by hand: no test.

    python -m tests.browser.playground_shots "$URL" out --member Robin --option name=Leon

Needs `pip install playwright` and a Chromium (CHROMIUM names its file).
"""

import argparse
import os
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import CHROMIUM_ARGS
from tests.browser.hands import COMPOSER, REFRESH_MS, choose_member, press, send, write_command


def main() -> None:
    """Open the page, run one command, and keep pictures of before, during and after."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url")
    parser.add_argument("out", type=Path)
    parser.add_argument("--member", default="ハル")
    parser.add_argument("--command", default="sticker")
    parser.add_argument("--option", action="append", default=[], help="name=value")
    parser.add_argument("--file", action="append", default=[], help="name=path")
    parser.add_argument("--during", type=float, default=1.5, help="seconds to the picture taken during work")
    parser.add_argument("--after", type=float, default=8.0, help="seconds from there to the last picture")
    parser.add_argument("--press", help="the label of a button to press in the end")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    options = dict(pair.split("=", 1) for pair in asked.option)
    files = {name: Path(path) for name, path in (pair.split("=", 1) for pair in asked.file)}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=list(CHROMIUM_ARGS)
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(asked.url)
        page.wait_for_selector(COMPOSER, state="visible")
        choose_member(page, asked.member)
        page.screenshot(path=asked.out / "1-before.png")
        write_command(page, asked.command, options, files)
        page.screenshot(path=asked.out / "2-typed.png")
        send(page)
        page.wait_for_timeout(asked.during * 1000)
        page.screenshot(path=asked.out / "3-during.png")
        page.wait_for_timeout(asked.after * 1000)
        page.screenshot(path=asked.out / "4-after.png")
        if asked.press:
            press(page, asked.press)
            page.wait_for_timeout(REFRESH_MS)
            page.screenshot(path=asked.out / "5-pressed.png")
        browser.close()


if __name__ == "__main__":
    main()
