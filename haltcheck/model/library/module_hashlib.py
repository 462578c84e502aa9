"""Digests."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure


class Digests(Library):
    """A hash object takes in more and more."""

    name = "hashlib"
    facts: ClassVar[Facts] = {
        **each(
            "blake2b blake2s md5 new sha1 sha224 sha256 sha384 sha3_224 sha3_256 sha3_384 sha3_512 "
            "sha512 shake_128 shake_256",
            Fact(("object",)),
        ),
        "pbkdf2_hmac": pure("bytes", low=1),
        "file_digest": Fact(("object",), writes="arguments", calls=True, consumes=True, waits=True),
    }
