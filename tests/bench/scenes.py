"""A picture like a photograph, made from nothing: soft light, noise, and somebody in the middle."""

import io

import cv2
import numpy as np
from PIL import Image

SIZE = (900, 1200)
"""Width and height in pixels: a phone's picture, as Discord hands it on."""


def photograph() -> bytes:
    """JPEG of a head and shoulders before a blurred background; the same bytes every time."""
    width, height = SIZE
    random = np.random.default_rng(7)
    blobs = random.integers(40, 220, (12, 9, 3)).astype(np.uint8)
    scene = cv2.GaussianBlur(cv2.resize(blobs, SIZE, interpolation=cv2.INTER_CUBIC), (0, 0), 30)
    cv2.ellipse(scene, (width // 2, height), (330, 380), 0, 0, 360, (40, 60, 150), -1, cv2.LINE_AA)
    cv2.ellipse(scene, (width // 2, 520), (190, 250), 0, 0, 360, (225, 180, 150), -1, cv2.LINE_AA)
    cv2.ellipse(scene, (width // 2, 400), (200, 160), 0, 180, 360, (60, 40, 30), -1, cv2.LINE_AA)
    for x in (width // 2 - 75, width // 2 + 75):
        cv2.circle(scene, (x, 500), 22, (30, 25, 30), -1, cv2.LINE_AA)
    noisy = scene.astype(np.int16) + random.normal(0, 7, scene.shape).astype(np.int16)
    out = io.BytesIO()
    Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).save(out, "JPEG", quality=88)
    return out.getvalue()
