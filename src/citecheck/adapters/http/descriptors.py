"""Open files: as many as the system grants, and no more connections than those."""

import resource

PER_HOST = 10  # a session's connections, and a look-up's sockets
OTHERS = 128  # database, WARC files, workers, standard streams


def hosts_at_once(wanted: int) -> int:
    """Raise the soft limit of open files as far as needed and allowed; how many hosts fit (at least 1)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    needed = wanted * PER_HOST + OTHERS
    if soft != resource.RLIM_INFINITY and soft < needed:
        ceiling = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (ceiling, hard))
        soft = ceiling
    if soft == resource.RLIM_INFINITY:
        return wanted
    return max(1, min(wanted, (soft - OTHERS) // PER_HOST))
