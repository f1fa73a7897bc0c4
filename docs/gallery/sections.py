"""The sections of the gallery: which options there are, and a picture for each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from bot.rendering import jobs
from bot.stickers.back import write_back
from bot.stickers.colours import COLOURS
from bot.stickers.design import (
    FRAME_COLOURS,
    Attribute,
    Design,
    Effects,
    Foil,
    FrameType,
    NameLayout,
    Rarity,
)
from bot.words import Language, Words
from docs.gallery.designs import art, faces, seal
from docs.gallery.exhibit import Exhibit, Section
from docs.gallery.vocabulary import WORDS

ENGLISH = Words(Language.ENGLISH)
_LEON = seal("炎聖王レオン", "第一弾ヘッド", "炎の剣をもつ若き王", Rarity.SUPER_RARE, Attribute.HOLY)
LEON = replace(_LEON, style=replace(_LEON.style, layout=NameLayout.ARCHED, frame_type=FrameType.CLOUD))
CALM = Effects(holographic=False, sparkle=False, aura=False)

Job = Callable[..., bytes]


def of_job(job: Job, design: Design) -> bytes:
    """A file of a design, drawn by a job of the renderer."""
    return job(design, art(design), faces())


def exhibit(label: str, alt: str, design: Design, job: Job = jobs.render_still) -> Exhibit:
    """A seal as an exhibit."""
    return Exhibit(label=label, alt=alt, draw=partial(of_job, job, design))


def _attributes() -> Iterator[Exhibit]:
    for rarity in Rarity:
        for attribute in Attribute:
            design = seal("レオン", "第一弾", "若き王", rarity, attribute=attribute)
            label = f"{attribute.value} {rarity.value}"
            yield exhibit(label, f"A {rarity.value} seal of the attribute {attribute.value}", design)


def _foils() -> Iterator[Exhibit]:
    for foil in Foil:
        design = replace(
            LEON, style=replace(LEON.style, foil=foil), effects=replace(LEON.effects, aura=False)
        )
        yield exhibit(foil.value, f"The foil pattern {foil.value}", design)


def _colours() -> Iterator[Exhibit]:
    for colour in COLOURS:
        design = replace(LEON, rarity=Rarity.RARE, background=colour.value, effects=CALM)
        design = replace(design, style=replace(design.style, foil=Foil.DIAMOND))
        name = ENGLISH(colour.label)
        yield exhibit(name, f"A seal on foil of the colour {name}", design)


def _frames() -> Iterator[Exhibit]:
    for frame in FrameType:
        design = replace(LEON, style=replace(LEON.style, frame_type=frame))
        yield exhibit(frame.value, f"The frame {frame.value} in gold", design)


def _metals() -> Iterator[Exhibit]:
    for metal in (*FRAME_COLOURS, "#39c5bb", "#ff4fa0"):
        design = replace(LEON, style=replace(LEON.style, frame_color=metal))
        yield exhibit(metal, f"A frame in {metal}", design)


def _effects() -> Iterator[Exhibit]:
    for bits in range(8):
        effects = Effects(holographic=bool(bits & 1), sparkle=bool(bits & 2), aura=bool(bits & 4))
        on = [name for name in ("holographic", "sparkle", "aura") if getattr(effects, name)]
        label = " + ".join(on) or "none"
        yield exhibit(
            label,
            f"A seal with these effects: {label}",
            replace(LEON, effects=effects),
            jobs.render_animated_webp,
        )


NAMES = (
    "炎",
    "レオン",
    "炎聖王レオン",
    "寿限無寿限無五劫の擦り切れ",
    "Leo",
    "Leon the Flame King",
    "한글용사",
    "龍發大王",
    "🔥王🐉",
    "Ångström №5",
    "聖King☆",
    "スーパーウルトラグレートデリシャスワンダフル王",
)


def _names() -> Iterator[Exhibit]:
    for name in NAMES:
        yield exhibit(name, f"A seal with the name {name}", replace(LEON, name=name))


def _liveries() -> Iterator[Exhibit]:
    for attribute in Attribute:
        design = seal("聖魔レオンA", "第一弾ヘッド", "若き王", Rarity.SUPER_RARE, attribute=attribute)
        yield exhibit(attribute.value, f"The lettering of {attribute.value}", design)


def _upright() -> Iterator[Exhibit]:
    for name in ("炎", "レオン", "サンダー武者", "月（仮）", "ドラゴー10", "용왕"):
        design = replace(LEON, name=name, style=replace(LEON.style, layout=NameLayout.VERTICAL))
        yield exhibit(name, f"A seal with the upright name {name}", design)


def _forms() -> Iterator[Exhibit]:
    yield exhibit("still, 1024 px", "The still seal", LEON)
    yield exhibit("animation, 384 px", "The seal tilting in the light", LEON, jobs.render_animated_webp)
    yield exhibit("discord-sticker, 320 px", "The seal as a server sticker", LEON, jobs.render_guild_sticker)
    yield exhibit("emoji, 128 px", "The face as an emoji", LEON, jobs.render_moving_emoji)


def _backs() -> Iterator[Exhibit]:
    for language in Language:
        yield Exhibit(
            label=f"back, {language.value}",
            alt="The back of the seal in one ink, with meters and a rumour",
            draw=partial(_back, language),
        )


def _back(language: Language) -> bytes:
    words = Words(language)
    back = write_back(LEON, words, number=12, maker="Haru", day=date(2026, 11, 24))
    return jobs.render_back(back, art(LEON), faces())


SECTIONS = (
    Section(
        name="attribute",
        title="Attributes and rarities",
        text="`attribute` is the tribe, `rarity` how splendid it is. Both change material, frame, foil, lettering, "
        "costume and effects; whatever you choose yourself stays as you chose it.",
        columns=6,
        exhibits=tuple(_attributes()),
    ),
    Section(
        name="foil",
        title="Foil patterns",
        text="What super-rare seals shine with. The pattern is chosen to suit attribute and words.",
        columns=4,
        exhibits=tuple(_foils()),
    ),
    Section(
        name="background",
        title="Colours of the foil",
        text="`background` lays a clear colour film over the foil: a name in Japanese or English, or any `#rrggbb`.",
        columns=6,
        exhibits=tuple(_colours()),
    ),
    Section(
        name="frame",
        title="Frames",
        text="`frame` is the edge that is embossed in metal.",
        columns=4,
        exhibits=tuple(_frames()),
    ),
    Section(
        name="metal",
        title="Metals",
        text="`frame-color` is a metal by name, or any colour cast as one.",
        columns=4,
        exhibits=tuple(_metals()),
    ),
    Section(
        name="effect",
        title="Effects",
        text="`holographic` makes the foil answer to the light, `sparkle` scatters glints, `aura` lets the character "
        "glow.",
        columns=4,
        exhibits=tuple(_effects()),
        moving=True,
    ),
    Section(
        name="lettering",
        title="Lettering",
        text="Every attribute has a hand of its own.",
        columns=6,
        exhibits=tuple(_liveries()),
    ),
    Section(
        name="name",
        title="Names",
        text="Any script, any length: names are arched, condensed, broken in two lines, and only at last cut with an "
        "ellipsis.",
        columns=4,
        exhibits=tuple(_names()),
    ),
    Section(
        name="upright",
        title="Upright names",
        text="Short Japanese, Chinese and Korean names may stand upright: one in four does by itself; `layout` "
        "decides it.",
        columns=6,
        exhibits=tuple(_upright()),
    ),
    Section(
        name="form",
        title="Forms",
        text="What a finished seal can be had as; `kiraseal draw --form` writes them, and print sheets (PDF) besides.",
        columns=4,
        exhibits=tuple(_forms()),
        moving=True,
    ),
    Section(
        name="back",
        title="The back",
        text="Number, meters, a rumour written by rule, maker and date, in the reader's language.",
        columns=2,
        exhibits=tuple(_backs()),
        edge=440,
    ),
    *WORDS,
)
