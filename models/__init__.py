"""The tables: columns, indexes, constraints. Nothing of Discord, nothing of drawing."""
