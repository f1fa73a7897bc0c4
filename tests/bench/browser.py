"""The same seal as a web page, shot by headless Chromium: what people use who do not draw themselves.

Ordinary: a PNG with a clear ground, as one finds it in tutorials. At its best: WebP over the browser's own protocol,
speed before size, and few shadows, which cost a browser most (each in a chain doubles the work). Browser, page, style
and font stay open from seal to seal; only the seal itself is laid out anew.
"""

import base64
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.fonts import find_typefaces
from bot.stickers.design import Design
from tests.browser.chromium import CHROMIUM_ARGS

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDGE = 1024
QUALITY = 85


class Browser:
    """A page of one square, kept open."""

    def __init__(self, page: "Page") -> None:
        page.set_content(f"<!doctype html><meta charset=utf-8><style>{_face_rule()}{_STYLE}</style>")
        self._page = page
        self._protocol = page.context.new_cdp_session(page)

    def screenshot(self, design: Design, art: bytes) -> bytes:
        """PNG with a clear ground."""
        self._lay_out(_seal(design, art, shadows=True))
        return self._page.screenshot(omit_background=True)

    def best_screenshot(self, design: Design, art: bytes) -> bytes:
        """WebP by the protocol."""
        self._lay_out(_seal(design, art, shadows=False))
        wanted = {"format": "webp", "quality": QUALITY, "optimizeForSpeed": True}
        return base64.b64decode(self._protocol.send("Page.captureScreenshot", wanted)["data"])

    def _lay_out(self, seal: str) -> None:
        self._page.evaluate(
            "async (seal) => { document.body.innerHTML = seal; await document.fonts.ready;"
            " await document.images[0].decode() }",
            seal,
        )


@contextmanager
def browser_or_none() -> Iterator[Browser | None]:
    """A browser while the block runs; None where Chromium or playwright is not installed."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if chromium is None or find_spec("playwright") is None:
        yield None
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_ARGS))
        page = browser.new_page(viewport={"width": EDGE, "height": EDGE})
        yield Browser(page)
        browser.close()


def _seal(design: Design, art: bytes, *, shadows: bool) -> str:
    """The seal's markup; the art comes inline, for the page has no address to fetch from."""
    picture = f"data:image/webp;base64,{base64.b64encode(art).decode()}"
    kind = "seal shadows" if shadows else "seal"
    glints = "".join(f'<i style="left:{x}px;top:{y}px"></i>' for x, y in GLINTS)
    return f"""<div class="{kind}"><img class=art src="{picture}"><div class=glare></div><div class=frame></div>
<div class=badge>{design.attribute.value[0]}</div><div class=title>{design.title}</div>
<div class=name>{design.name}</div>{glints}</div>"""


def _face_rule() -> str:
    """The display face of the holy ones, inline."""
    file = find_typefaces().bold[0]
    data = base64.b64encode(file.read_bytes()).decode()
    return f"@font-face{{font-family:seal;src:url(data:font/woff2;base64,{data})}}"


GLINTS = ((90, 220), (160, 620), (240, 320), (820, 240), (900, 480), (760, 640), (520, 180), (660, 300))
_STYLE = """
html, body { margin: 0; background: transparent }
.seal { position: relative; width: 1024px; height: 1024px; overflow: hidden; border-radius: 62px; isolation: isolate;
  background: repeating-conic-gradient(from 45deg, #fff6 0 25%, #0002 0 50%, #fff3 0 75%, #0003 0) 0 0/54px 54px,
    linear-gradient(120deg, #f7a, #fd7, #8f9, #7df, #a8f, #f7a, #fd7, #8f9); background-blend-mode: overlay, normal }
.seal > * { position: absolute }
.art { left: 56px; top: 168px; width: 912px; height: 718px; object-fit: contain; filter: drop-shadow(0 0 8px #fff) }
.shadows .art { filter: drop-shadow(0 0 4px #1b1016) drop-shadow(0 0 7px #fff) drop-shadow(0 0 40px #ff8a1c)
  drop-shadow(8px 10px 6px #0008) }
.glare { inset: 0; mix-blend-mode: screen;
  background: linear-gradient(120deg, #0000 30%, #fffa 45%, #0000 55%, #fff5 62%, #0000 66%) }
.frame { inset: 12px; border: 34px solid; border-radius: 50px;
  border-image: linear-gradient(135deg, #fff8cf, #c98a1a, #f7d25a, #7a4204, #fff8cf) 34;
  box-shadow: inset 0 0 0 3px #1b1016, inset 0 0 24px #0006, 0 0 0 3px #1b1016 }
.badge { left: 44px; top: 46px; width: 142px; height: 142px; border-radius: 50%; border: 12px solid #c98a1a;
  box-sizing: border-box; background: radial-gradient(circle at 40% 30%, #fff3c0, #ffd23a 40%, #8a5a00);
  font: 84px/118px seal; color: #fff; text-align: center; -webkit-text-stroke: 8px #1b1016; paint-order: stroke }
.title { left: 0; right: 0; top: 70px; text-align: center; font: 70px seal; color: #fff7c8;
  -webkit-text-stroke: 14px #3a0614; paint-order: stroke }
.name { left: 0; right: 0; top: 810px; text-align: center; font: 138px seal; transform: rotate(-2deg); color: #ffb21c;
  -webkit-text-stroke: 22px #20060a; paint-order: stroke }
.shadows .name { text-shadow: 0 3px 0 #8a4206, 0 6px 0 #8a4206, 0 9px 0 #8a4206, 0 14px 10px #0008 }
i { width: 60px; height: 60px; margin: -30px; background: radial-gradient(closest-side, #fff, #fff0 70%);
  mix-blend-mode: screen }
"""
