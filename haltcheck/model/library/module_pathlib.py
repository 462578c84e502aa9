"""Path names as objects."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, pure, world


class PathObjects(Library):
    """Making one asks nothing; the methods stand in a file of their own."""

    name = "pathlib"
    facts: ClassVar[Facts] = {
        **each("Path PurePath PurePosixPath PureWindowsPath", pure("object")),
        **each("Path.cwd Path.home", world("object")),
    }
