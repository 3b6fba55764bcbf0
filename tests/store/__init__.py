"""Tests of the room that keeps the games."""
