"""The painter that asks an image server: OpenAI's own, or any that speaks its language."""
