"""Turn a design and its art into pixels. Knows nothing of Discord, clocks or async; fonts are handed in."""
