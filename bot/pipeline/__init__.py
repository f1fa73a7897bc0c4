"""Waiting, working, stopping: the life of a task. Knows no sticker and no Discord."""
