"""Fetches pinned releases from the package index as text: nothing is built, installed or run."""

import argparse
import hashlib
import io
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from json import loads
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypi_simple import DistributionPackage, PyPISimple

PINS = Path(__file__).with_name("packages.toml")
MAX_FILE = 8_000_000


@dataclass(frozen=True, slots=True)
class Pin:
    """One release of one package; ``wheel`` says which kind of archive is tried first."""

    name: str
    version: str
    wheel: bool = True

    @property
    def folder(self) -> str:
        """The folder that this release is unpacked into."""
        return f"{self.name}-{self.version}"


@dataclass(frozen=True, slots=True)
class Fetched:
    """A release that lies unpacked: how many files, and the digest that was verified."""

    pin: Pin
    files: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A release that could not be had, and why."""

    pin: Pin
    why: str


def read_pins(path: Path = PINS) -> tuple[Pin, ...]:
    """The releases that a pin file lists."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(Pin(row["name"], row["version"]) for row in table["package"])


def read_bug_pins(path: Path, *, only_core: bool) -> tuple[Pin, ...]:
    """The vulnerable and fixed releases that rows of published bugs name, source archives first."""
    rows = [loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    wanted = [row for row in rows if row["core"] or not only_core]
    pins = {
        Pin(row["package"], row[key], wheel=False): None
        for row in wanted
        for key in ("vulnerable_version", "fixed_version")
    }
    return tuple(pins)


def python_files(archive: bytes, filename: str) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Every regular ``*.py`` member of an archive that stays inside its own root."""
    members = _zip_members if filename.endswith((".whl", ".zip", ".egg")) else _tar_members
    for name, content in members(archive):
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
            continue
        yield path, content


def _zip_members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for member in opened.infolist():
            if member.filename.endswith(".py") and member.file_size <= MAX_FILE:
                yield member.filename, opened.read(member)


def _tar_members(archive: bytes) -> Iterator[tuple[str, bytes]]:
    with tarfile.open(fileobj=io.BytesIO(archive)) as opened:
        for member in opened:
            if member.isreg() and member.name.endswith(".py") and member.size <= MAX_FILE:
                stream = opened.extractfile(member)
                yield member.name, stream.read() if stream else b""


def unpack(archive: bytes, filename: str, target: Path) -> int:
    """Writes the Python files of an archive below ``target`` and says how many there were."""
    strip = not filename.endswith((".whl", ".egg"))
    count = 0
    for path, content in python_files(archive, filename):
        parts = path.parts[1:] if strip and len(path.parts) > 1 else path.parts
        place = target.joinpath(*parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        count += 1
    return count


def fetch(pin: Pin, target: Path, index: "PyPISimple") -> Fetched | Failed:
    """Downloads, verifies and unpacks one release; one that is there already is left alone."""
    folder = target / pin.folder
    mark = folder / ".sha256"
    if mark.exists():
        return Fetched(pin, sum(1 for _ in folder.rglob("*.py")), mark.read_text().strip())
    choice = _choose(pin, index)
    if isinstance(choice, Failed):
        return choice
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / choice.filename
        index.download_package(choice, place, verify=True)
        archive = place.read_bytes()
    count = unpack(archive, choice.filename, folder)
    digest = hashlib.sha256(archive).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    mark.write_text(digest + "\n")
    return Fetched(pin, count, digest)


def _choose(pin: Pin, index: "PyPISimple") -> "DistributionPackage | Failed":
    from pypi_simple.errors import NoSuchProjectError

    kinds = ("wheel", "sdist") if pin.wheel else ("sdist", "wheel")
    try:
        offered = index.get_project_page(pin.name).packages
    except NoSuchProjectError:
        return Failed(pin, f"the index has no {pin.name}")
    same = [entry for entry in offered if _same_version(entry.version, pin.version)]
    signed = [entry for entry in same if "sha256" in entry.digests]
    for kind in kinds:
        fitting = [entry for entry in signed if entry.package_type == kind]
        pure = [entry for entry in fitting if "none-any" in entry.filename]
        if pure or fitting:
            return (pure or fitting)[0]
    return Failed(pin, f"the index offers {len(same)} files of {pin.folder}, none usable")


def _same_version(offered: str | None, wanted: str) -> bool:
    def plain(version: str) -> str:
        return version.removesuffix(".0").removesuffix(".0")

    return offered is not None and plain(offered) == plain(wanted)


def fetch_all(pins: Iterable[Pin], target: Path) -> list[Fetched | Failed]:
    """Fetches every release in turn, telling each outcome on standard error."""
    from pypi_simple import PyPISimple

    outcomes: list[Fetched | Failed] = []
    with PyPISimple() as index:
        for pin in pins:
            try:
                outcome = fetch(pin, target, index)
            except (OSError, ValueError, tarfile.TarError, zipfile.BadZipFile) as error:
                outcome = Failed(pin, str(error))
            print(outcome, file=sys.stderr)
            outcomes.append(outcome)
    return outcomes


def main(arguments: list[str] | None = None) -> int:
    """Fetches the pinned packages, or the releases that a JSONL of published bugs names."""
    parser = argparse.ArgumentParser(prog="python -m benches.fetch", description=main.__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--bugs", type=Path, help="JSONL of published bugs instead of the pins")
    parser.add_argument("--all", action="store_true", help="every bug, not the core ones alone")
    parser.add_argument("--pins", type=Path, default=PINS, help="TOML of pinned packages")
    options = parser.parse_args(arguments)
    bugs: Path | None = options.bugs
    pins = read_bug_pins(bugs, only_core=not options.all) if bugs else read_pins(options.pins)
    try:
        outcomes = fetch_all(pins, options.target)
    except ModuleNotFoundError as error:
        print(f"{error}: install pypi-simple to fetch releases", file=sys.stderr)
        return 2
    return 1 if any(isinstance(outcome, Failed) for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
