"""What the program runs on."""

from typing import ClassVar

from haltcheck.model.fact import Facts, Library, each, reads, world


class Platforms(Library):
    """Nothing of it changes while a program runs."""

    name = "platform"
    facts: ClassVar[Facts] = {
        **each("machine node platform processor release system version", world("str")),
        "uname": world("object"),
        "architecture": world("tuple", low=2, high=2),
        "libc_ver": world("tuple", low=2, high=2),
        "python_build": reads("tuple", low=2, high=2),
        **each("python_compiler python_implementation python_version", reads("str")),
        "python_version_tuple": reads("tuple", low=3, high=3),
    }
