"""What Discord sees: commands, views, cards. No SQL, no pixels."""
