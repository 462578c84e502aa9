"""Files, processes and the environment, as the system gives them."""

from typing import ClassVar

from haltcheck.model.fact import Fact, Facts, Library, also, each, pure, reads, world


class System(Library):
    """``read`` gives ``b''`` at the end of a file, for ever."""

    name = "os"
    facts: ClassVar[Facts] = {
        "read": Fact(("bytes",), 0, consumes=True, waits=True, world=True, at_end="b''"),
        **each("pread", Fact(("bytes",), 0, world=True, at_end="b''")),
        **each("readv sendfile", Fact(("int",), 0, writes="arguments", world=True, at_end="0")),
        **each("write pwrite", Fact(("int",), 0, waits=True)),
        **each("open dup", reads("int", low=0)),
        "fdopen": reads("stream"),
        "popen": world("stream"),
        "lseek": Fact(("int",), 0),
        **each("listdir", world("list", low=0)),
        "scandir": world("iterator"),
        "walk": world("iterator"),
        **each("getcwd readlink getlogin strerror", world("str")),
        **each("getpid getppid getuid getgid geteuid getegid", world("int", low=0)),
        **each("stat lstat fstat statvfs uname times", world("object")),
        **each("access isatty", world("bool")),
        **each("getenv", world("str", "none")),
        **each("urandom", world("bytes", low=0)),
        "cpu_count": world("int", "none", low=1),
        **each("fspath fsencode fsdecode", pure("str", "bytes")),
        **each("get_terminal_size", world("tuple", low=2, high=2)),
        **each("pipe", world("tuple", low=2, high=2)),
        **each(
            "chdir chmod chown close closerange fsync ftruncate kill killpg link makedirs mkdir "
            "mkfifo putenv remove removedirs rename renames replace rmdir symlink truncate "
            "unlink unsetenv utime set_blocking dup2 setsid umask",
            Fact(("none", "int")),
        ),
        **each("wait waitpid", also(world("tuple", low=2, high=2), waits=True)),
        "system": also(world("int"), waits=True),
        **each("WIFEXITED WIFSIGNALED WIFSTOPPED", pure("bool")),
        **each("WEXITSTATUS WTERMSIG WSTOPSIG", pure("int", low=0)),
        "fork": Fact(("int",), 0, writes="nothing", world=True),
        **each(
            "abort _exit execl execle execlp execlpe execv execve execvp execvpe",
            Fact(("none",), never_returns=True, ends_process=True),
        ),
    }
