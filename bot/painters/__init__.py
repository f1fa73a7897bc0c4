"""Painters: each turns a design into art, the character alone on transparent ground."""
