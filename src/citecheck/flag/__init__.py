"""Flags: what a person should look at, and why. Pure: values in, values out."""

from citecheck.flag.before_fetch import before_fetch
from citecheck.flag.judged import FlagInput, judge_flags

__all__ = ["FlagInput", "before_fetch", "judge_flags"]
