"""Facts to questions: packs are read, checked and compiled, and the compiled bank is asked."""
