"""Files of other programs: written whole or not at all, read piece by piece."""
