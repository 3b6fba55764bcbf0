"""The commands: plain functions, and the Typer signatures that call them."""
