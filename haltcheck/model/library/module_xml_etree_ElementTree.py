"""XML as trees of elements."""  # noqa: N999

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, reads, world


class Trees(Library):
    """A tree is finite; a parser may be of the caller's making."""

    name = "xml.etree.ElementTree"
    facts: ClassVar[Facts] = {
        **each("XML fromstring", Fact(("any",), calls=True)),
        **each("XMLID", Fact(("tuple",), 2, 2, calls=True)),
        "fromstringlist": Fact(("any",), calls=True, consumes=True),
        "parse": also(world("object"), calls=True, consumes=True, waits=True),
        "iterparse": also(world("object"), calls=True, consumes=True, waits=True),
        "tostring": reads("bytes", "str"),
        "tostringlist": reads("list", low=0),
        "canonicalize": Fact(("str", "none"), writes="arguments", calls=True, consumes=True),
        **each("Comment Element PI ProcessingInstruction QName", Fact(("object",))),
        **each("ElementTree TreeBuilder XMLParser XMLPullParser", Fact(("object",), calls=True)),
        "SubElement": Fact(("object",), writes="arguments"),
        **each("dump register_namespace", Fact(("none",))),
        "indent": Fact(("none",), writes="arguments"),
        "iselement": reads("bool"),
    }
