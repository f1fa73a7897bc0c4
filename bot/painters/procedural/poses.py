"""How a figure stands: joints of arms and legs. Numbers only; `body` draws them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.painters.procedural.traits import Hold, Pose, Stance

Point = tuple[float, float]
Joints = tuple[Point, Point, Point]
"""Shoulder, elbow, hand; or hip, knee, ankle."""

FREE_ARM: Mapping[Stance, Joints] = {
    Stance.SHIELD: ((590, 612), (680, 630), (726, 690)),
    Stance.HIP: ((590, 612), (740, 640), (652, 728)),
    Stance.CHEER: ((590, 616), (730, 690), (800, 560)),
    Stance.POINT: ((590, 612), (690, 680), (792, 660)),
    Stance.SKYWARD: ((590, 616), (760, 690), (800, 500)),
    Stance.VICTORY: ((590, 616), (730, 710), (784, 600)),
    Stance.FIST: ((590, 616), (770, 700), (776, 560)),
    Stance.CHEEK: ((590, 616), (740, 720), (690, 590)),
    Stance.CROSSED: ((590, 612), (690, 730), (470, 706)),
}
FIRST_ARM: Mapping[Hold, Joints] = {
    Hold.LOW: ((410, 612), (320, 630), (262, 672)),
    Hold.HIGH: ((410, 616), (270, 690), (206, 556)),
    Hold.OUT: ((410, 612), (310, 660), (210, 640)),
}
FOLDED_ARM: Joints = ((410, 612), (310, 730), (530, 690))
"""The first arm of who folds both."""
LEAN: Mapping[Hold, float] = {Hold.LOW: -15.0, Hold.HIGH: -20.0, Hold.OUT: -38.0}
"""How far outward the held thing leans, in degrees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """Hip, knee and ankle of the right leg, and by how many degrees the boot turns about the ankle."""

    joints: Joints = ((566, 750), (568, 800), (568, 836))
    turn: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Legs:
    """The right leg and the left; the left is written as if it were the right, and mirrored."""

    right: Leg = Leg()
    left: Leg = Leg()
    seated: bool = False
    """Whether the soles show, side by side on the ground."""
    airborne: bool = False


LEGS: Mapping[Pose, Legs] = {
    Pose.STAND: Legs(),
    Pose.WALK: Legs(
        right=Leg(joints=((566, 750), (592, 800), (622, 832)), turn=-16),
        left=Leg(joints=((566, 750), (560, 800), (540, 830)), turn=8),
    ),
    Pose.RUN: Legs(
        right=Leg(joints=((566, 750), (650, 790), (690, 800)), turn=-42),
        left=Leg(joints=((566, 750), (610, 820), (680, 830)), turn=64),
    ),
    Pose.JUMP: Legs(
        right=Leg(joints=((566, 750), (640, 790), (650, 830)), turn=24),
        left=Leg(joints=((566, 750), (640, 790), (650, 830)), turn=24),
        airborne=True,
    ),
    Pose.FLY: Legs(
        right=Leg(joints=((566, 750), (600, 800), (580, 806)), turn=14),
        left=Leg(joints=((566, 750), (596, 830), (620, 876)), turn=58),
        airborne=True,
    ),
    Pose.SIT: Legs(seated=True),
    Pose.KICK: Legs(
        right=Leg(joints=((566, 750), (650, 780), (740, 776)), turn=-56),
    ),
    Pose.DANCE: Legs(
        right=Leg(joints=((566, 750), (610, 790), (650, 826)), turn=30),
        left=Leg(joints=((566, 750), (556, 800), (520, 838)), turn=-8),
    ),
}
