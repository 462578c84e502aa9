"""Opening addresses."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, pure, world


class Requests(Library):
    """What has been opened is read like a file."""

    name = "urllib.request"
    facts: ClassVar[Facts] = {
        "urlopen": also(world("stream"), waits=True),
        "urlretrieve": Fact(("tuple",), 2, 2, calls=True, waits=True, world=True),
        "urlcleanup": Fact(("none",)),
        "Request": Fact(("object",)),
        **each(
            "HTTPBasicAuthHandler HTTPCookieProcessor HTTPSHandler HTTPHandler OpenerDirector "
            "ProxyHandler build_opener",
            Fact(("object",), calls=True),
        ),
        "install_opener": Fact(("none",), writes="anything"),
        "getproxies": world("dict"),
        **each("pathname2url url2pathname", pure("str")),
    }
