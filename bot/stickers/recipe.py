"""What art is made of, and a name for it. Knows no tables, so that painters can write recipes."""

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that determines art; equal recipes may share it. `picture` is the SHA-256 name of the source."""

    painter: str
    model: str
    quality: str
    size: str
    instruction: str
    picture: str | None

    def digest(self) -> str:
        """ImageCache.promptHash."""
        parts = (self.painter, self.model, self.quality, self.size, self.instruction, self.picture)
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()
