"""Path names."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure, world


class Paths(Library):
    """Pure but for what asks the file system."""

    name = "os.path"
    facts: ClassVar[Facts] = {
        **each(
            "basename dirname join normcase normpath commonprefix commonpath",
            pure("str", "bytes"),
        ),
        **each("split splitext splitdrive", pure("tuple", low=2, high=2)),
        "isabs": pure("bool"),
        **each("abspath realpath relpath expanduser expandvars", world("str", "bytes")),
        **each("exists isdir isfile islink ismount lexists samefile", world("bool")),
        "getsize": world("int", low=0),
        **each("getatime getctime getmtime", world("float")),
    }
