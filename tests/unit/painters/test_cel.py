import cv2
import numpy as np

from bot.painters.portrait.cel import paint_cel

SIZE = 240


def figure(colour: tuple[int, int, int], *, noise: float = 0.0) -> np.ndarray:
    """A shaded ball on hidden magenta."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    light = np.clip(1.15 - np.hypot(x - 90, y - 80) / 190, 0.25, 1.2)[..., None]
    grain = np.random.default_rng(1).normal(0, noise, (SIZE, SIZE, 1))
    ball = np.clip(np.array(colour) * light + grain, 0, 255)
    inside = np.hypot(x - 120, y - 120) < 100
    rgb = np.where(inside[..., None], ball, (255, 0, 255)).astype(np.uint8)
    return np.dstack([rgb, inside.astype(np.uint8) * 255])


def levels(picture: np.ndarray) -> int:
    """How many lightnesses hold more than 2 % of the figure each."""
    grey = cv2.cvtColor(picture[..., :3].copy(), cv2.COLOR_RGB2GRAY)[picture[..., 3] > 0]
    return int((np.bincount(grey // 4, minlength=64) > 0.02 * len(grey)).sum())


def test_shading_becomes_a_few_flat_tones():
    photo = figure((70, 110, 200), noise=4)
    before, after = levels(photo), levels(paint_cel(photo))
    assert after <= 0.7 * before, f"{before} lightnesses became {after}"


def test_alpha_is_kept():
    photo = figure((200, 60, 40))
    assert (paint_cel(photo)[..., 3] == photo[..., 3]).all()


def test_the_hidden_ground_does_not_bleed_into_the_figure():
    painted = paint_cel(figure((60, 160, 60)))
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    rim = (np.hypot(x - 120, y - 120) > 94) & (painted[..., 3] > 0)
    red, green = (painted[..., channel][rim].astype(int) for channel in (0, 1))
    assert (red > green + 12).mean() < 0.01


def test_noise_leaves_no_specks_of_ink():
    painted = paint_cel(figure((200, 190, 170), noise=9))
    lit = figure((200, 190, 170))[..., 0] > 90
    darkest = painted[..., :3].max(axis=2)[lit & (painted[..., 3] > 0)].min()
    assert darkest > 50, f"ink of {darkest} on the lit side"


def test_an_edge_is_inked():
    photo = figure((180, 180, 180))
    photo[100:140, 60:180, :3] = (40, 40, 60)
    painted = paint_cel(photo)
    assert painted[96:104, 120, :3].max(axis=1).min() < 45


def test_skin_stays_free_of_dark_blotches():
    face = figure((235, 180, 150), noise=3)
    lit = figure((235, 180, 150))[..., 0] > 150
    painted = paint_cel(face)
    assert painted[..., 0][lit & (painted[..., 3] > 0)].min() > 125


def test_colours_get_stronger_and_greys_stay_grey():
    colour, grey = figure((170, 110, 90)), figure((140, 140, 140))

    def chroma(picture: np.ndarray) -> float:
        lab = cv2.cvtColor(picture[..., :3].copy(), cv2.COLOR_RGB2LAB).astype(float) - 128
        return float(np.hypot(lab[..., 1], lab[..., 2])[picture[..., 3] > 0].mean())

    assert chroma(paint_cel(colour)) > 1.15 * chroma(colour)
    assert chroma(paint_cel(grey)) < 2
