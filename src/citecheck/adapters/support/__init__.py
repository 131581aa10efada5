"""Support models behind one port; the built-in one needs no download."""

from citecheck.adapters.support.built_in import BuiltInSupport, Weights

__all__ = ["BuiltInSupport", "Weights"]
