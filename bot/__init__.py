"""Kiraseal, the application: knows how things are done. See docs/architecture.md for its rooms."""
