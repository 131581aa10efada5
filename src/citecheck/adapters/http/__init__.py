"""The open web: fetching, look-ups, and where we never go."""

from citecheck.adapters.http.descriptors import hosts_at_once
from citecheck.adapters.http.fetcher import HttpFetcher
from citecheck.adapters.http.guard import refusal
from citecheck.adapters.http.marks import Marks
from citecheck.adapters.http.resolver import DnsResolver
from citecheck.adapters.http.targets import Target, parse_target

__all__ = ["DnsResolver", "HttpFetcher", "Marks", "Target", "hosts_at_once", "parse_target", "refusal"]
