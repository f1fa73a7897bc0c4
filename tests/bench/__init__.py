"""`make bench`: how fast and how patient the bot is when a hundred members order at once."""
