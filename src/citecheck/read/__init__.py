"""The read stage: from the bytes of a capture to what it says. Pure: values in, values out."""

from citecheck.read.decode import decode
from citecheck.read.reading import READER, read

__all__ = ["READER", "decode", "read"]
