"""The mascot drawn from words: words choose traits, traits are drawn part by part, back to front."""
