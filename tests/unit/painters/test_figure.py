from dataclasses import replace

import numpy as np
import pytest

from bot.drawing.pictures import decode_art
from bot.painters.procedural.attire import Cape, Costume, Hair, Hat, Wings, Worn
from bot.painters.procedural.cast import cast
from bot.painters.procedural.figure import SIZE, draw_figure, draw_procedural
from bot.painters.procedural.traits import (
    Backdrop,
    Companion,
    Element,
    Eyes,
    Feeling,
    Hold,
    Mouth,
    Pose,
    Species,
    Stance,
    Traits,
    Weapon,
)
from bot.stickers.design import Attribute, Rarity

SMALL = 256
"""Large enough for the margin to be whole pixels."""


def assert_whole(pixels: np.ndarray) -> None:
    """Art with something on it, clear ground, and nothing cut at the edge."""
    alpha = pixels[..., 3]
    border = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
    assert not border.any(), "cut at the edge"
    share = (alpha > 128).mean()
    assert 0.2 < share < 0.9, f"covers {share:.0%}"
    rows, columns = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    size = len(pixels)
    assert max(np.ptp(rows), np.ptp(columns)) > 0.93 * size, "fills its box"
    assert rows[-1] > 0.95 * size, "stands on the bottom"


@pytest.mark.parametrize("attribute", list(Attribute))
@pytest.mark.parametrize("species", list(Species))
def test_every_species_of_every_attribute_is_drawn_whole(design, species, attribute):
    rarity = list(Rarity)[(list(Species).index(species) + list(Attribute).index(attribute)) % 3]
    assert_whole(draw_figure(cast(design(prompt=species.value, attribute=attribute, rarity=rarity)), SMALL))


CHOICES = {
    "species": Species,
    "element": Element,
    "weapon": Weapon,
    "hat": Hat,
    "wings": Wings,
    "cape": Cape,
    "hair": Hair,
    "eyes": Eyes,
    "mouth": Mouth,
    "feeling": Feeling,
    "worn": Worn,
    "pose": Pose,
    "stance": Stance,
    "hold": Hold,
    "costume": Costume,
    "companion": Companion,
    "backdrop": Backdrop,
}
OPTIONAL = ("weapon", "hat", "wings", "cape", "hair", "feeling", "worn", "companion", "backdrop")


def plain(design) -> Traits:
    """A boy with nothing on but his clothes."""
    return replace(
        cast(design(prompt="少年", rarity=Rarity.NORMAL)),
        **{**dict.fromkeys(OPTIONAL), "hair": Hair.SPIKY},
        eyes=Eyes.ROUND,
        mouth=Mouth.OPEN,
        stance=Stance.CHEER,
        halo=False,
        tilt=0.0,
        nod=0.0,
    )


@pytest.mark.parametrize(
    ("field", "choice"),
    [
        pytest.param(field, choice, id=f"{field}-{choice}")
        for field, kinds in CHOICES.items()
        for choice in kinds
    ],
)
def test_every_choice_is_drawn_whole(design, field, choice):
    assert_whole(draw_figure(replace(plain(design), **{field: choice}), SMALL))


@pytest.mark.parametrize("field", CHOICES)
def test_every_choice_shows(design, field):
    """Of any two choices, and of each and none, the pictures differ by more than a grain."""
    look = replace(plain(design), weapon=Weapon.SWORD if field == "hold" else None)
    choices = [*CHOICES[field], *([None] if field in OPTIONAL else [])]
    pictures = [draw_figure(replace(look, **{field: choice}), 128).astype(np.int16) for choice in choices]
    for index, one in enumerate(pictures):
        for number, other in enumerate(pictures[:index]):
            changed = (np.abs(one - other).max(axis=2) > 40).mean()
            assert changed > 0.002, f"{choices[index]} and {choices[number]}: {changed:.2%} of the pixels"


@pytest.mark.parametrize("species", list(Species))
def test_feelings_and_what_is_worn_show_on_every_face(design, species):
    look = replace(plain(design), species=species, hair=None)
    bare = draw_figure(look, 128).astype(np.int16)
    for field in ("feeling", "worn"):
        for choice in CHOICES[field]:
            picture = draw_figure(replace(look, **{field: choice}), 128).astype(np.int16)
            changed = (np.abs(picture - bare).max(axis=2) > 40).mean()
            assert changed > 0.001, f"{choice} on {species}: {changed:.2%} of the pixels"


@pytest.mark.parametrize("area", ["hair", "skin", "cloth", "cape", "hat", "iris", "deep"])
def test_every_colour_that_can_be_asked_for_shows(design, area):
    look = replace(plain(design), cape=Cape.PLAIN, hat=Hat.CAP)
    red, blue = (
        draw_figure(replace(look, colours=replace(look.colours, **{area: colour})), 128).astype(np.int16)
        for colour in ("#e02020", "#2040e0")
    )
    assert (np.abs(red - blue).max(axis=2) > 40).mean() > 0.001


@pytest.mark.parametrize("weapon", list(Weapon))
def test_whatever_is_held_stays_in_the_picture_in_every_pose(design, weapon):
    for number, pose in enumerate(Pose):
        hold = list(Hold)[number % 3]
        assert_whole(draw_figure(replace(plain(design), weapon=weapon, pose=pose, hold=hold), SMALL))


@pytest.mark.parametrize("hat", [None, *Hat])
@pytest.mark.parametrize("species", list(Species))
def test_every_hat_fits_every_head_without_being_cut(design, species, hat):
    look = replace(plain(design), species=species, hat=hat, horns=hat is None)
    assert_whole(draw_figure(look, SMALL))


@pytest.mark.parametrize("field", ["mirrored", "halo", "fierce", "horns"])
def test_every_switch_changes_the_picture(design, field):
    look = replace(plain(design), weapon=Weapon.SWORD)
    on, off = (draw_figure(replace(look, **{field: value}), SMALL) for value in (True, False))
    assert (on != off).any()


def test_different_words_give_different_pictures(design):
    prompts = [
        "猫",
        "炎の猫",
        "炎の猫 剣",
        "炎の猫 槍",
        "竜",
        "a robot wizard",
        "",
        "桜の姫",
        "忍者",
        "海の騎士",
    ]
    pictures = [draw_figure(cast(design(prompt=prompt)), SMALL).astype(int) for prompt in prompts]
    for index, one in enumerate(pictures):
        for other in pictures[:index]:
            assert np.abs(one - other).mean() > 4


def test_variations_do_not_look_like_twins(design):
    pictures = [
        draw_figure(cast(design(prompt="猫", variation=number)), SMALL).astype(int) for number in range(6)
    ]
    for index, one in enumerate(pictures):
        for other in pictures[:index]:
            assert np.abs(one - other).mean() > 4


def test_rarity_makes_the_figure_more_splendid(design):
    """What it covers grows: wings, cape, what stands behind."""
    covered = [
        np.mean(
            [
                (
                    draw_figure(cast(design(prompt="猫の王 剣", rarity=rarity, variation=number)), SMALL)[
                        ..., 3
                    ]
                    > 0
                ).mean()
                for number in range(8)
            ]
        )
        for rarity in Rarity
    ]
    assert covered[0] < covered[1] < covered[2], covered


def test_art_is_1024_pixels_of_rgba_with_clear_corners(design):
    art = decode_art(draw_procedural(design(prompt="炎の剣をもつ若き王", rarity=Rarity.SUPER_RARE)))
    assert art.shape == (SIZE, SIZE, 4)
    assert_whole(art)
    assert not art[[0, 0, -1, -1], [0, -1, 0, -1], 3].any()
