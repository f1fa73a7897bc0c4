"""Moves, turns and scales of the plane. A value; knows nothing of paths or pixels."""

import math
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""(N, 2): x to the right, y down."""


@dataclass(frozen=True, slots=True)
class Affine:
    """x' = a*x + c*y + e,  y' = b*x + d*y + f: the order of SVG's matrix()."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @classmethod
    def move(cls, x: float, y: float) -> Self:
        """Shift by (x, y)."""
        return cls(e=x, f=y)

    @classmethod
    def turn(cls, degrees: float) -> Self:
        """Turn about the origin, clockwise on the screen."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return cls(cos, sin, -sin, cos)

    @classmethod
    def scale(cls, x: float, y: float | None = None) -> Self:
        """Scale from the origin; one number scales both ways, a negative one mirrors."""
        return cls(a=x, d=x if y is None else y)

    @classmethod
    def place(
        cls,
        at: tuple[float, float] = (0.0, 0.0),
        *,
        turn: float = 0.0,
        scale: float | tuple[float, float] = 1.0,
        about: tuple[float, float] = (0.0, 0.0),
    ) -> Self:
        """Bring the point `about` to the point `at`, scaled, then turned, around it."""
        x, y = scale if isinstance(scale, tuple) else (scale, scale)
        return cls.move(*at) @ cls.turn(turn) @ cls.scale(x, y) @ cls.move(-about[0], -about[1])

    @classmethod
    def mirror(cls, x: float) -> Self:
        """Mirror left and right at the upright line through `x`."""
        return cls(a=-1.0, e=2 * x)

    def __matmul__(self, inner: "Affine") -> Self:
        """First `inner`, then this."""
        return type(self)(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            self.a * inner.e + self.c * inner.f + self.e,
            self.b * inner.e + self.d * inner.f + self.f,
        )

    @property
    def magnification(self) -> float:
        """By how much lengths grow, on average: what a line's width is multiplied by."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))

    def apply(self, points: Points) -> Points:
        """Transform (N, 2) points."""
        moved: Points = points @ np.array([[self.a, self.b], [self.c, self.d]]) + (self.e, self.f)
        return moved
