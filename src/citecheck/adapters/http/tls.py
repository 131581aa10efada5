"""TLS: verified where it can be, and the facts of the session either way."""

import hashlib
import ssl
from pathlib import Path

import certifi

from citecheck.errors import ConfigError
from citecheck.model import Tls


class Trust:
    """The contexts of one fetcher: the system's and certifi's authorities and the operator's own file."""

    def __init__(self, ca_file: Path | None) -> None:
        self.verifying = _context(ca_file)
        self.tolerant = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.tolerant.check_hostname = False
        self.tolerant.verify_mode = ssl.CERT_NONE
        for context in (self.verifying, self.tolerant):
            context.set_alpn_protocols(["http/1.1"])  # captures keep the bytes of HTTP/1.1


def session_facts(session: ssl.SSLObject, rejected: str | None) -> Tls:
    """What was agreed on. `rejected`: why the certificate did not verify, in words."""
    certificate = session.getpeercert(binary_form=True)
    cipher = session.cipher()
    return Tls(
        version=session.version() or "unknown",
        cipher=cipher[0] if cipher else "unknown",
        certificate_sha256=hashlib.sha256(certificate).hexdigest() if certificate else None,
        verified=rejected is None,
        error=rejected,
    )


def _context(ca_file: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    # Newer Pythons demand more of certificates than browsers do; a link is judged as readers see it.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    if ca_file is not None:
        try:
            context.load_verify_locations(ca_file)
        except (OSError, ssl.SSLError) as error:
            raise ConfigError(f"{ca_file} cannot be read as PEM certificates: {error}") from error
    return context
