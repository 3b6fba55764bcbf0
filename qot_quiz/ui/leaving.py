"""The ways in which a player, or the system, ends a game or a prompt from outside."""

from __future__ import annotations


class Leaving(Exception):
    """The game is to be left now; the exit code follows the shell's rule of 128 plus the signal's number."""

    exit_code = 1
    quiet = False
    """Whether nothing need be said, since the player sees what is left."""


class Interrupted(Leaving):
    """The player pressed Ctrl-C or Ctrl-D, or sent SIGINT."""

    exit_code = 130


class Terminated(Leaving):
    """The system asked the program to end (SIGTERM)."""

    exit_code = 143


class HungUp(Leaving):
    """The terminal has gone away (SIGHUP, or the end of its input)."""

    exit_code = 129


class Declined(Leaving):
    """The player pressed Escape, or `q`, where something was asked besides a game; that is no failure."""

    exit_code = 0
