"""Look at a host's set-up and say what is well, what is missing and what to do. Changes nothing that stays."""

from bot.doctor.examine import examine
from bot.doctor.finding import Finding

__all__ = ["Finding", "examine"]
