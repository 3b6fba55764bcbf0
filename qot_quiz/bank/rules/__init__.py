"""The rules of a good pack, grouped by what they look at; `bank.check` lists them all."""
