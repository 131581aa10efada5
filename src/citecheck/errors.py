"""Exceptions. A bad web is a value (model/fetch.py); these are bad input or our own faults.

CitecheckError
├── UserError             exit 3: one sentence that names what, where and the fix
│   ├── InputError        a document that cannot be taken
│   │   └── OfflineError  an article that cannot be had because we are offline (of `check`: exit 1)
│   ├── ConfigError       a setting or config/sources.toml that does not fit
│   └── DataDirError      the data directory cannot be used (unwritable, newer database, full)
└── InternalError         exit 1: our own fault, loud
    └── StoreError        a WARC or database that is not as we left it
"""

import errno

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What the system says when a file cannot grow."""


class CitecheckError(Exception):
    """Base of all exceptions that citecheck raises itself."""


class UserError(CitecheckError):
    """Bad input or configuration: the message is one sentence that names what, where and the fix."""


class InputError(UserError):
    """A document that cannot be taken."""


class OfflineError(InputError):
    """An article that cannot be had because we are offline: its address may be fine."""


class ConfigError(UserError):
    """A setting or a line of config/sources.toml that does not fit."""


class DataDirError(UserError):
    """The data directory cannot be used."""


class InternalError(CitecheckError):
    """Our own fault."""


class StoreError(InternalError):
    """A WARC or database that is not as we left it."""
