"""What each effect changes, and where."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from bot.rendering.glints import face_of, scatter
from bot.rendering.planes import Picture, unit_grid
from bot.rendering.seal import Seal, compose, still
from bot.rendering.typefaces import Typefaces
from bot.stickers.design import Attribute, Design, Effects, Rarity

SIZE = 256
QUIET = Effects(holographic=False, sparkle=False, aura=False)
ALL = [Effects(holographic=h, sparkle=s, aura=a) for h, s, a in product((False, True), repeat=3)]

Designs = Callable[..., Design]
Draw = Callable[..., Seal]


@pytest.fixture
def draw(design: Designs, art: Picture, faces: Typefaces) -> Draw:
    """A composed seal of a design where only what matters is named."""

    def composed(**fields: object) -> Seal:
        return compose(design(**{"effects": QUIET, **fields}), art, faces, SIZE)

    return composed


def change(one: Seal, other: Seal) -> np.ndarray:
    """(S, S) levels by which the stills of two seals differ, the largest of a pixel's channels."""
    return np.asarray(np.abs(still(one).astype(int) - still(other)).max(axis=2))


def figure_of(seal: Seal) -> np.ndarray:
    """Where the character stands: all that is solid between title, name and frame."""
    inside = np.zeros((SIZE, SIZE), bool)
    inside[int(0.17 * SIZE) : int(0.72 * SIZE), int(0.1 * SIZE) : int(0.9 * SIZE)] = True
    return np.asarray(inside & (seal.transmission == 0))


@pytest.mark.parametrize("attribute", Attribute)
@pytest.mark.parametrize("rarity", Rarity)
def test_no_two_of_the_eight_combinations_look_alike(
    attribute: Attribute, rarity: Rarity, draw: Draw
) -> None:
    seals = [draw(attribute=attribute, rarity=rarity, effects=effects) for effects in ALL]
    for one, other in combinations(seals, 2):
        seen = float((change(one, other) > 24).mean())
        assert seen > 0.003, f"only {seen:.2%} of the pixels tell them apart"


@pytest.mark.parametrize("rarity", Rarity)
@pytest.mark.parametrize("attribute", [Attribute.HOLY, Attribute.DEVIL, Attribute.GUARDIAN])
def test_a_holographic_still_has_a_diagonal_band_of_light(
    attribute: Attribute, rarity: Rarity, draw: Draw
) -> None:
    fields = {"attribute": attribute, "rarity": rarity}
    changed = change(draw(**fields, effects=replace(QUIET, holographic=True)), draw(**fields))
    x, y = unit_grid(SIZE)
    along = (x + 0.55 * y) / 1.55
    band, far = changed[np.abs(along - 0.47) < 0.1].mean(), changed[along > 0.85].mean()
    assert band > 10, f"{band:.1f} levels"
    assert band > 6 * far, f"{band:.1f} in the band, {far:.1f} far from it"


def test_a_holographic_band_shows_several_hues_even_on_white_paper(draw: Draw) -> None:
    fields = {"attribute": Attribute.DEVIL, "rarity": Rarity.NORMAL, "background": "#ffffff"}
    picture = still(draw(**fields, effects=replace(QUIET, holographic=True)))[45:75, 40:-30, :3].astype(int)
    strongest = {int(channel) for channel in picture.argmax(axis=2)[np.ptp(picture, axis=2) > 20]}
    assert strongest == {0, 1, 2}


def test_a_glare_shows_less_on_the_character_and_on_letters_than_on_the_foil(draw: Draw) -> None:
    seal = draw(effects=replace(QUIET, holographic=True))
    changed = change(seal, draw())
    x, y = unit_grid(SIZE)
    band = np.abs((x + 0.55 * y) / 1.55 - 0.47) < 0.08
    foil, figure = changed[band & (seal.shine > 250)].mean(), changed[band & figure_of(seal)].mean()
    assert figure < 0.6 * foil, f"{figure:.1f} on the character, {foil:.1f} on the foil"


@pytest.mark.parametrize("variation", range(6))
def test_sparkle_brightens_in_small_stars_and_spares_the_face(variation: int, draw: Draw) -> None:
    plain, sparkling = (
        draw(variation=variation),
        draw(variation=variation, effects=replace(QUIET, sparkle=True)),
    )
    brighter = still(sparkling).astype(int)[..., :3] - still(plain)[..., :3]
    assert brighter.min() >= -1
    lit = brighter.max(axis=2) > 30
    assert 0.004 < lit.mean() < 0.10, f"{lit.mean():.2%} are lit"
    x, y = unit_grid(SIZE)
    near = np.any([np.hypot(x - one.x, y - one.y) < one.radius for one in sparkling.glints], axis=0)
    assert not lit[~near].any()
    assert len(sparkling.glints) >= 12


def test_no_glint_is_so_large_that_it_reaches_the_middle_of_the_face() -> None:
    bounds = (0.1, 0.165, 0.9, 0.865)
    centre_x, centre_y, wide, high = face_of(bounds)
    for seed in range(40):
        for glint in scatter(seed, bounds):
            away = np.hypot((glint.x - centre_x) / wide, (glint.y - centre_y) / high)
            assert away > 1, f"seed {seed}: {glint}"


@pytest.mark.parametrize("attribute", Attribute)
def test_an_aura_burns_around_the_character_and_longer_upwards(attribute: Attribute, draw: Draw) -> None:
    plain = draw(attribute=attribute)
    burning = draw(attribute=attribute, effects=replace(QUIET, aura=True))
    figure = figure_of(plain)
    changed = change(burning, plain)
    assert changed[figure].max() <= 2, "the character itself is touched"
    flames = (burning.transmission < 40) & (plain.transmission > 200)
    rows, columns = np.flatnonzero(flames.any(axis=1)), np.flatnonzero(flames.any(axis=0))
    body = np.flatnonzero(figure.any(axis=1))
    above = body[0] - rows[0]
    assert above > 0.02 * SIZE, f"the flame rises {above} pixels"
    assert columns[0] < 0.30 * SIZE
    assert columns[-1] > 0.70 * SIZE


@pytest.mark.parametrize("attribute", Attribute)
def test_an_aura_has_three_flat_bands(attribute: Attribute, draw: Draw) -> None:
    """Flat, like a painted cel: three colours make up nearly all of the flame."""
    plain = draw(attribute=attribute)
    burning = draw(attribute=attribute, effects=replace(QUIET, aura=True))
    flame = still(burning)[(burning.transmission < 20) & (plain.transmission > 250)][:, :3] // 24
    _, counts = np.unique(flame, axis=0, return_counts=True)
    shares = np.sort(counts)[::-1] / counts.sum()
    assert shares[:6].sum() > 0.6, f"the six commonest colours cover {shares[:6].sum():.0%}"
