"""A playground of its own and a real browser. Without Chromium these tests are passed over."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from playwright.sync_api import TimeoutError as TookTooLong

from tests.browser.chromium import CHROMIUM_ARGS
from tests.browser.hands import COMPOSER, PATIENCE_MS, REFRESH_MS

PROJECT = Path(__file__).parents[2]
SHOTS = PROJECT / "out" / "browser"
"""Where the screenshots go, to be looked at."""
ALL_SHOWN = "() => [...document.images].every(image => image.complete && image.naturalWidth > 0)"
VIEWPORTS = {"desktop": (1280, 900, 1), "phone": (390, 844, 2)}
"""Width and height in CSS pixels, and pixels to one of them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a playground that nobody has used yet. One for each file: a page full of seals is slow."""
    folder = tmp_path_factory.mktemp("playground")
    environment = {
        **os.environ,
        "DATABASE_URL": f"file:{folder / 'test.db'}",
        "KIRASEAL_DATA": str(folder / "data"),
        "KIRASEAL_PORT": "0",
        "KIRASEAL_WORKERS": "1",
        "KIRASEAL_BLOCKED_WORDS": "durian",
    }
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "playground"],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
        process.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for the tests of one file: it runs an event loop, and left open would stop every async test."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium is installed (or set CHROMIUM to its file)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGS))
        yield opened
        opened.close()


@pytest.fixture(params=VIEWPORTS)
def viewport(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, playground: str, viewport: str) -> Iterator[Page]:
    """The playground, opened anew."""
    width, height, scale = VIEWPORTS[viewport]
    opened = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    opened.set_default_timeout(PATIENCE_MS)
    opened.goto(playground)
    opened.wait_for_selector(COMPOSER, state="visible")
    yield opened
    opened.close()


@pytest.fixture
def shoot(page: Page, viewport: str) -> Callable[[str], None]:
    """Call it with a name to keep what the page shows now."""
    SHOTS.mkdir(parents=True, exist_ok=True)

    def keep(name: str) -> None:
        with suppress(TookTooLong):  # a picture that the page has just let go of never comes
            page.wait_for_function(ALL_SHOWN, timeout=REFRESH_MS * 3)
        page.screenshot(path=SHOTS / f"{name}-{viewport}.png")

    return keep
