"""Everything that a player sees and touches: screens, keys, views and words."""
