"""Encrypted connections."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads, world


class Encryption(Library):
    """A wrapped socket reads as a plain one does."""

    name = "ssl"
    facts: ClassVar[Facts] = {
        "create_default_context": world("object"),
        **each("SSLContext MemoryBIO", Fact(("object",))),
        "get_default_verify_paths": world("object"),
        "get_server_certificate": Fact(("str",), 0, waits=True, world=True),
        "cert_time_to_seconds": pure("int"),
        "DER_cert_to_PEM_cert": pure("str", low=1),
        "PEM_cert_to_DER_cert": pure("bytes", low=0),
        "RAND_bytes": reads("bytes", low=0),
        "RAND_status": reads("bool"),
        "RAND_add": Fact(("none",)),
    }
