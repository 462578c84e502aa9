"""What objects are made of."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, pure, reads, world


class Inspection(Library):
    """Questions about the kind of an object run none of its code."""

    name = "inspect"
    facts: ClassVar[Facts] = {
        **each(
            "isabstract isasyncgen isasyncgenfunction isawaitable isbuiltin isclass iscode "
            "iscoroutine iscoroutinefunction isdatadescriptor isframe isfunction isgenerator "
            "isgeneratorfunction isgetsetdescriptor ismemberdescriptor ismethod "
            "ismethoddescriptor ismodule isroutine istraceback",
            reads("bool"),
        ),
        "currentframe": reads("object", "none"),
        **each("stack trace", reads("list", low=0)),
        **each("getinnerframes getouterframes", reads("list", low=0)),
        "getframeinfo": reads("object"),
        **each("getmembers signature unwrap", Fact(("any",), writes="anything", calls=True)),
        **each("getdoc getcomments", world("str", "none")),
        **each("getsource getfile", world("str")),
        "getsourcefile": world("str", "none"),
        "getsourcelines": world("tuple", low=2, high=2),
        "cleandoc": pure("str"),
        "getmodulename": pure("str", "none"),
        "getmodule": reads("any"),
        "getmro": reads("tuple", low=1),
        "getattr_static": reads("any"),
        **each("getgeneratorstate getcoroutinestate", reads("str")),
    }
