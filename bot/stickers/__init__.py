"""What is true on paper: designs, rules and odds; and the queries over the tables. No Discord, no pixels."""
