"""The page of finished games: what its figures count, how they and the table are drawn, and its three templates."""
