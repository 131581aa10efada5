"""The pages that people work on."""

from citecheck.entrypoints.web.app import build_app

__all__ = ["build_app"]
