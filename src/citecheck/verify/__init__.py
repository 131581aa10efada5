"""Does the source support the claim? prepare (pure), a support model's score, combine (pure)."""

from citecheck.verify.combine import cannot_tell, combine
from citecheck.verify.prepare import PrepareContext, prepare

__all__ = ["PrepareContext", "cannot_tell", "combine", "prepare"]
