"""Ink, paths and picture bytes: what painters and rendering share."""
