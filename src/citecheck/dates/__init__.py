"""Dates: clues in URLs, mentions in text, and what fits with what. Pure."""

from citecheck.dates.days import clue_window, gap_days, say, say_window, window_of
from citecheck.dates.url_clues import own_address, url_clues

__all__ = ["clue_window", "gap_days", "own_address", "say", "say_window", "url_clues", "window_of"]
