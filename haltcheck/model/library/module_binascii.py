"""Bytes as letters, and checksums."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure


class ByteLetters(Library):
    """What is no such text raises."""

    name = "binascii"
    facts: ClassVar[Facts] = {
        **each(
            "a2b_base64 a2b_hex a2b_qp a2b_uu b2a_base64 b2a_hex b2a_qp b2a_uu hexlify unhexlify",
            pure("bytes", low=0),
        ),
        "crc32": pure("int", low=0, high=0xFFFFFFFF),
        "crc_hqx": pure("int", low=0, high=0xFFFF),
    }
