"""Accuracy measured on files of examples: what `citecheck eval` runs."""
