"""The command line."""

from citecheck.entrypoints.cli.app import run

__all__ = ["run"]
