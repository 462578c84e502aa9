"""Text to bytes and back."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads, world


class Codecs(Library):
    """Codecs may be of the caller's making."""

    name = "codecs"
    facts: ClassVar[Facts] = {
        **each("decode encode", reads("any")),
        **each(
            "ascii_decode ascii_encode latin_1_decode latin_1_encode utf_16_decode utf_16_encode "
            "utf_32_decode utf_32_encode utf_8_decode utf_8_encode",
            pure("tuple", low=2, high=2),
        ),
        "open": world("stream"),
        "EncodedFile": Fact(("object",)),
        **each("iterdecode iterencode", Fact(("iterator",))),
        "lookup": reads("object"),
        **each(
            "getdecoder getencoder getincrementaldecoder getincrementalencoder getreader getwriter "
            "lookup_error",
            reads("any"),
        ),
        **each("register register_error unregister", Fact(("none",), calls=True)),
    }
