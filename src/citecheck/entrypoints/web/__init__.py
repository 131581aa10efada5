"""The pages that people work on."""

from citecheck.entrypoints.web.app import ROUTERS, build_app

__all__ = ["ROUTERS", "build_app"]
