"""Guild stickers and emoji, always within Discord's limits. Seals in, bytes out.

Source of the limits: Discord's developer documentation, "Sticker" (512 KiB, 320 x 320) and "Emoji" (256 KiB,
128 x 128). We count a kilobyte as 1000, which is right under either reading.
"""

from collections.abc import Callable, Iterable

from bot.rendering.loop import to_gif, to_png, turn
from bot.rendering.planes import Picture, resized
from bot.rendering.seal import Seal, still

STICKER_SIZE, EMOJI_SIZE = 320, 128
"""Edges in pixels."""
STICKER_LIMIT, EMOJI_LIMIT = 512_000, 256_000
"""Most bytes Discord takes."""
EMOJI_NEARNESS = 2
"""An emoji is drawn this many times larger and reduced."""

_STEPS = ((12, 248), (12, 128), (10, 128), (10, 64), (8, 64), (8, 32), (6, 32), (6, 16), (4, 16), (4, 8))
"""Frames and colours, best first. The last needs no more than 3 bits a pixel: 320 * 320 * 4 * 3 / 8 < 160 kB."""


def sticker_png(seal: Seal) -> bytes:
    """A seal of STICKER_SIZE as an animated PNG, or as a still one when its foil does not move."""
    if not seal.moving:
        return _within(STICKER_LIMIT, lambda _, colours: to_png([still(seal)], seal.cut, colours), _STEPS)
    return _within(
        STICKER_LIMIT, lambda frames, colours: to_png(turn(seal, frames), seal.cut, colours), _STEPS
    )


def emoji_gif(seal: Seal) -> bytes:
    """An emoji, drawn EMOJI_NEARNESS times larger, as an animated GIF."""
    return _within(
        EMOJI_LIMIT,
        lambda frames, colours: to_gif([_emoji(frame) for frame in turn(seal, frames)], colours),
        _STEPS,
    )


def emoji_png(seal: Seal) -> bytes:
    """An emoji, drawn EMOJI_NEARNESS times larger, at rest."""
    cut = resized(seal.cut, EMOJI_SIZE, EMOJI_SIZE)
    return _within(EMOJI_LIMIT, lambda _, colours: to_png([_emoji(still(seal))], cut, colours), _STEPS)


def _emoji(picture: Picture) -> Picture:
    return resized(picture, EMOJI_SIZE, EMOJI_SIZE)


def _within(limit: int, encode: Callable[[int, int], bytes], steps: Iterable[tuple[int, int]]) -> bytes:
    """The first of the encodings by frames and colours that is not above the limit; the last is too small to be."""
    data = b""
    for frames, colours in steps:
        data = encode(frames, colours)
        if len(data) <= limit:
            break
    return data
