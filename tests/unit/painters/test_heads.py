import cv2
import numpy as np

from bot.painters.portrait.heads import find_head


def test_the_head_of_a_bust_is_found():
    alpha = np.zeros((400, 360), np.uint8)
    cv2.circle(alpha, (150, 90), 70, 255, -1)
    cv2.ellipse(alpha, (180, 400), (160, 230), 0, 0, 360, 255, -1)
    head = find_head(alpha)
    assert head is not None
    assert abs(head.x - 150) < 14
    assert abs(head.top - 20) < 12
    assert abs(head.width - 140) < 30


def test_who_lies_has_no_head_to_crown():
    alpha = np.zeros((200, 500), np.uint8)
    cv2.ellipse(alpha, (250, 100), (240, 90), 0, 0, 360, 255, -1)
    assert find_head(alpha) is None


def test_a_back_is_no_head():
    alpha = np.zeros((300, 330), np.uint8)
    cv2.ellipse(alpha, (130, 200), (125, 80), 0, 0, 360, 255, -1)
    cv2.line(alpha, (240, 180), (310, 20), 255, 34)
    assert find_head(alpha) is None


def test_a_clear_seam_does_not_part_a_head_from_itself():
    alpha = np.zeros((300, 300), np.uint8)
    cv2.circle(alpha, (150, 150), 145, 255, -1)
    cv2.line(alpha, (0, 200), (300, 90), 0, 7)
    head = find_head(alpha)
    assert head is not None
    assert abs(head.x - 150) < 12
    assert head.width > 250
