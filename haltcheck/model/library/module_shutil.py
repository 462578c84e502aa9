"""Whole files and folders."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, each, reads, world


class FileTrees(Library):
    """What copies a tree asks what it is handed."""

    name = "shutil"
    facts: ClassVar[Facts] = {
        "copyfileobj": Fact(("none",), writes="arguments", consumes=True, waits=True),
        **each("copy copy2 copyfile", Fact(("any",))),
        **each("copytree move", Fact(("any",), writes="anything", calls=True)),
        "rmtree": Fact(("none",), writes="anything", calls=True),
        **each("chown copymode copystat", Fact(("none",))),
        **each("disk_usage get_terminal_size", world("object")),
        "which": world("str", "bytes", "none"),
        "make_archive": Fact(("str",), calls=True),
        "unpack_archive": Fact(("none",), calls=True),
        **each("get_archive_formats get_unpack_formats", reads("list", low=0)),
        "ignore_patterns": Fact(("any",)),
    }
