"""Look after the house: backups, restoring, clearing away, tightening, and when each is due. Knows no Discord."""
