"""One seal at a time, one process, one thread: what each step costs, as ratios against others of the same run."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

import cv2
from rich.table import Table

from bot.drawing.pictures import decode_art
from bot.fonts import find_typefaces
from bot.painters.portrait.portrait import draw_portrait
from bot.painters.procedural.figure import draw_procedural
from bot.rendering import jobs
from bot.rendering.loop import to_gif, turn
from bot.rendering.seal import Seal, compose, smaller, still
from bot.stickers.design import Attribute, Design, Foil, FrameType, Rarity, Style
from tests.bench.browser import Browser, browser_or_none
from tests.bench.scenes import photograph

Step = Callable[[], object]

LEON = Design(
    name="炎聖王レオン",
    title="第一弾ヘッド",
    prompt="炎の剣をもつ若き王",
    attribute=Attribute.HOLY,
    rarity=Rarity.SUPER_RARE,
    style=Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.KAKU),
)
REDRESSED = replace(LEON, name="氷聖王レオナ", title="第二弾ヘッド", attribute=Attribute.ANGEL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One ratio: `step` against `against`, both names of steps, and what we aim at."""

    label: str
    step: str
    against: str
    aim: str


ROWS = (
    Row(label="whole still (compose, WebP) / WebP alone", step="still", against="webp", aim="≤ 3"),
    Row(label="redress / whole still, mascot", step="redress", against="mascot", aim="≤ 0.6"),
    Row(label="redress / whole still, portrait", step="redress", against="portrait", aim="≤ 0.6"),
    Row(label="12 frames of 384 px as GIF / whole still", step="gif", against="still", aim="≤ 1"),
    Row(label="browser, ordinary screenshot / whole still", step="screenshot", against="still", aim="≥ 5"),
    Row(label="browser at its best / whole still", step="best screenshot", against="still", aim="≥ 2"),
)


def measure(rounds: int) -> Mapping[str, float]:
    """Median seconds of each step. The steps take turns, so that a noisy neighbour disturbs all of them alike."""
    cv2.setNumThreads(1)
    with browser_or_none() as browser:
        steps = {**_own_steps(), **(_browser_steps(browser) if browser else {})}
        times: dict[str, list[float]] = {name: [] for name in steps}
        for step in steps.values():
            step()  # caches, fonts
        for _ in range(rounds):
            for name, step in steps.items():
                began = time.perf_counter()
                step()
                times[name].append(time.perf_counter() - began)
    return {name: median(taken) for name, taken in times.items()}


def table_of(medians: Mapping[str, float]) -> Table:
    """The ratios with both times, for people."""
    table = Table(title="One seal, 1024 px, one thread, warm (medians)")
    for heading in ("ratio", "value", "ms / ms", "aim"):
        table.add_column(heading, justify="left" if heading == "ratio" else "right")
    for row in ROWS:
        table.add_row(row.label, *_values(medians, row), row.aim)
    return table


def _values(medians: Mapping[str, float], row: Row) -> Sequence[str]:
    if row.step not in medians:
        return "–", "no chromium or no playwright here"
    step, against = medians[row.step], medians[row.against]
    return f"{step / against:.2f}", f"{step * 1000:.0f} / {against * 1000:.0f}"


def _own_steps() -> dict[str, Step]:
    faces = find_typefaces()
    art, photo = draw_procedural(LEON), photograph()
    pixels = decode_art(art)

    def composed() -> Seal:
        return compose(LEON, pixels, faces, jobs.STILL_SIZE)

    seal = composed()
    finished = still(seal)
    return {
        "webp": lambda: jobs._webp(finished),
        "still": lambda: jobs._webp(still(composed())),
        "redress": lambda: jobs.render_still(REDRESSED, art, faces),
        "mascot": lambda: jobs.render_still(LEON, draw_procedural(LEON), faces),
        "portrait": lambda: jobs.render_still(LEON, draw_portrait(LEON, photo), faces),
        "gif": lambda: to_gif(turn(smaller(seal, LEON, jobs.LOOP_SIZE))),
    }


def _browser_steps(browser: Browser) -> dict[str, Step]:
    art = draw_procedural(LEON)
    return {
        "screenshot": lambda: browser.screenshot(LEON, art),
        "best screenshot": lambda: browser.best_screenshot(LEON, art),
    }
