"""What may go wrong, on purpose: the bot as a process of its own that is killed, starved and lied to."""
