"""Typed identifiers. All are strings; the type says which table they key."""

from typing import NewType

DocumentId = NewType("DocumentId", str)  # "d" + 16 hex digits of the text's digest and its origin
CitationId = NewType("CitationId", str)  # "c" + 16 hex digits of document, url and occurrence
SourceKey = NewType("SourceKey", str)  # the normalised URL itself (RFC 7089 URI-R)
HostKey = NewType("HostKey", str)  # "host:port", the unit of politeness
CaptureId = NewType("CaptureId", str)  # "k" + time-ordered hex (UUID version 7)
FlagId = NewType("FlagId", str)  # "f" + 16 hex digits of citation (or host), code and opening capture
ReviewId = NewType("ReviewId", str)  # "r" + time-ordered hex (UUID version 7)
