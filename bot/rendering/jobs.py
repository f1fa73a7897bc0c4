"""What a pool process is asked to draw: plain arguments in, bytes out. The door of this room."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from PIL import Image

from bot.drawing.pictures import decode_art
from bot.rendering.back import back_png, compose_back
from bot.rendering.binder import binder_page
from bot.rendering.glyphs import undrawable
from bot.rendering.guild import EMOJI_NEARNESS, EMOJI_SIZE, STICKER_SIZE, emoji_gif, emoji_png, sticker_png
from bot.rendering.loop import to_gif, to_webp, turn
from bot.rendering.miniature import compose_miniature
from bot.rendering.planes import Picture
from bot.rendering.press import bind, budget, grid
from bot.rendering.proof import Proof, prove
from bot.rendering.seal import Seal, compose, smaller, still
from bot.rendering.typefaces import Typefaces
from bot.stickers.back import Back
from bot.stickers.chart import Chart
from bot.stickers.design import Attribute, Design, Effects, Foil, FrameType, Rarity, Style
from bot.stickers.printing import PrintFormat, SheetWords

RENDERER_VERSION: int = 3
"""Part of every cache key: raise it whenever the same design and art would come out otherwise."""

STILL_SIZE, LOOP_SIZE, DRAFT_SIZE = 1024, 384, 320
"""Edges in pixels."""
SMALL_SIZE, SMALL_BYTES, SMALL_QUALITIES = 512, 100_000, (85, 60, 30)
"""Of the small still: edge in pixels, the bytes it stays below, and the WebP qualities that are tried for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A finished sticker. `still` is WebP, 1024 px; `animation` is a looping GIF, 384 px, or None."""

    still: bytes
    animation: bytes | None


def render_sticker(design: Design, art: bytes, faces: Typefaces, *, animate: bool) -> Rendition:
    """Draw a sticker from its design and its encoded art (drawing/pictures.py).

    Only a holographic seal is animated, and only if `animate` is true. Raises ValueError if the art cannot be
    decoded.
    """
    seal = _composed(design, art, faces)
    animation = _gif(seal, design) if animate and design.effects.holographic else None
    return Rendition(still=_webp(still(seal)), animation=animation)


def render_still(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """The still again, from kept art: the bytes `render_sticker` gave."""
    return _webp(still(_composed(design, art, faces)))


def render_animation(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """The looping GIF again, from kept art. A seal that is not holographic only twinkles."""
    return _gif(_composed(design, art, faces), design)


def render_animated_webp(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """The loop as an animated WebP: smaller than the GIF, with soft edges, where it can be shown."""
    return to_webp(turn(smaller(_composed(design, art, faces), design, LOOP_SIZE)))


def render_png(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """The still without loss, 1024 px."""
    out = io.BytesIO()
    Image.fromarray(still(_composed(design, art, faces))).save(out, "PNG", compress_level=1)
    return out.getvalue()


def render_draft(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """A quick small still, WebP, 320 px, for the progress message."""
    return _webp(still(compose(design, _opened(art), faces, DRAFT_SIZE)))


def render_small(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """A still that goes through any limit: WebP, 512 px, below 100 kB."""
    picture = still(smaller(_composed(design, art, faces), design, SMALL_SIZE))
    data = b""
    for quality in SMALL_QUALITIES:
        data = _webp(picture, quality)
        if len(data) < SMALL_BYTES:
            break
    return data


def render_row(drafts: Sequence[bytes | None]) -> bytes:
    """Drafts side by side, WebP, 320 px high; where there is none yet, its place stays free."""
    row = Image.new("RGBA", (DRAFT_SIZE * len(drafts), DRAFT_SIZE))
    for place, draft in enumerate(drafts):
        if draft is not None:
            with Image.open(io.BytesIO(draft)) as image:
                row.paste(image.convert("RGBA"), (DRAFT_SIZE * place, 0))
    return _webp(np.asarray(row))


def render_guild_sticker(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """A sticker for a Discord server: PNG, 320 px, animated if the design is holographic, below 512 kB."""
    return sticker_png(smaller(_composed(design, art, faces), design, STICKER_SIZE))


def render_emoji(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """The face as an emoji for a Discord server: PNG, 128 px, below 256 kB. No letters are on it."""
    return emoji_png(_miniature(design, art))


def render_moving_emoji(design: Design, art: bytes, faces: Typefaces) -> bytes:
    """The same as an animated GIF. A design that is not holographic only twinkles."""
    return emoji_gif(_miniature(design, art))


def render_back(back: Back, art: bytes, faces: Typefaces) -> bytes:
    """The back of a sticker in one ink: PNG, 1024 px. `art` is that of the front."""
    return back_png(compose_back(back, _opened(art), faces, STILL_SIZE))


def seals_on_a_sheet(kind: PrintFormat) -> int:
    """How many seals a print sheet takes. ValueError if not even one fits."""
    return len(grid(kind).places)


def render_proof(
    design: Design, art: bytes, faces: Typefaces, *, back: Back | None, kind: PrintFormat, count: int
) -> Proof:
    """One seal for print sheets of `count` seals: the first of two steps, a job for each seal."""
    return prove(design, _opened(art), faces, back, kind, budget(count))


def bind_print_sheets(
    proofs: Sequence[Proof], faces: Typefaces, *, kind: PrintFormat, words: SheetWords
) -> bytes:
    """The second step, one cheap job: a PDF with as many pages as it takes. ValueError if no seal fits one."""
    return bind(proofs, kind, words, faces)


def render_binder_page(stills: Sequence[bytes | None], faces: Typefaces, *, first_number: int) -> bytes:
    """Nine pockets with numbered seals as WebP, 1024 px. Each still is WebP bytes, or None if it is missing."""
    return binder_page(stills, faces, first_number)


def render_chart(chart: Chart, faces: Typefaces) -> bytes:
    """A chart as PNG, 1000 px wide."""
    # Loaded by the first chart: it costs a process a third of a second and 30 MB, and most never draw one.
    from bot.rendering.chart import draw_chart

    return draw_chart(chart, faces)


def undrawable_letters(text: str, faces: Typefaces) -> str:
    """The letters of a text that no font has, each once, in order; on a seal they would be geta marks."""
    return undrawable(text, faces)


def warm_up(faces: Typefaces) -> None:
    """Fill the caches of a fresh worker: fonts, badge, frame and the usual foil, at every size.

    OpenCV is told to use one thread: workers share the machine already.
    """
    cv2.setNumThreads(1)
    blank = np.zeros((8, 8, 4), np.uint8)
    for attribute in Attribute:
        compose(_sample(attribute), blank, faces, DRAFT_SIZE)
    to_gif(
        turn(
            smaller(
                compose(_sample(Attribute.HOLY), blank, faces, STILL_SIZE), _sample(Attribute.HOLY), LOOP_SIZE
            )
        )
    )


@lru_cache(maxsize=2)
def _opened(art: bytes) -> Picture:
    """Art as pixels that nobody may write into: a draft, a seal and its forms often follow one another."""
    pixels = decode_art(art)
    pixels.flags.writeable = False
    return pixels


def _composed(design: Design, art: bytes, faces: Typefaces) -> Seal:
    return compose(design, _opened(art), faces, STILL_SIZE)


def _miniature(design: Design, art: bytes) -> Seal:
    return compose_miniature(design, _opened(art), EMOJI_NEARNESS * EMOJI_SIZE)


def _gif(seal: Seal, design: Design) -> bytes:
    return to_gif(turn(smaller(seal, design, LOOP_SIZE)))


def _webp(picture: Picture, quality: int = 85) -> bytes:
    out = io.BytesIO()
    Image.fromarray(picture).save(out, "WEBP", quality=quality, alpha_quality=90, method=2)
    return out.getvalue()


def _sample(attribute: Attribute) -> Design:
    return Design(
        name="聖魔A★",
        title="第一弾",
        prompt="",
        attribute=attribute,
        rarity=Rarity.SUPER_RARE,
        style=Style(frame_type=FrameType.CLOUD, frame_color="gold", foil=Foil.KAKU),
        effects=Effects(),
    )
