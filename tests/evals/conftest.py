"""Tests that need the development data are only collected where CITECHECK_EVAL_DATA names its directory."""

import os

collect_ignore_glob = [] if os.environ.get("CITECHECK_EVAL_DATA") else ["*_at_hand.py"]
