"""qot-quiz: a quiz about the Korean drama Queen of Tears, played in a terminal."""
