"""citecheck: whether the citations of what you publish still hold."""

__version__ = "0.1.0"
