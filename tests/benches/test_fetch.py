"""Archives are unpacked as text, inside their folder, without running anything."""

import io
import json
import tarfile
import zipfile
from pathlib import Path

from benches.fetch import Pin, read_bug_pins, read_pins, unpack


def tar_of(**files: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
        link = tarfile.TarInfo("p-1/link.py")
        link.type = tarfile.SYMTYPE
        link.linkname = "/etc/passwd"
        archive.addfile(link)
    return out.getvalue()


def zip_of(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def written(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_only_python_files_inside_the_root_are_written(tmp_path: Path) -> None:
    target = tmp_path / "target"
    archive = tar_of(
        **{"p-1/p/a.py": b"a", "p-1/p/b.c": b"b", "../evil.py": b"e", "/root/evil.py": b"e"}
    )
    assert unpack(archive, "p-1.tar.gz", target) == 1
    assert written(tmp_path) == {"target/p/a.py": b"a"}


def test_a_wheel_keeps_its_folders(tmp_path: Path) -> None:
    archive = zip_of(**{"p/a.py": b"a", "p/../../evil.py": b"e", "p/data.bin": b"d"})
    assert unpack(archive, "p-1-py3-none-any.whl", tmp_path / "target") == 1
    assert written(tmp_path) == {"target/p/a.py": b"a"}


def test_forty_packages_are_pinned() -> None:
    pins = read_pins()
    assert len({pin.name for pin in pins}) == 40
    assert all(pin.version and pin.wheel for pin in pins)


def test_both_releases_of_a_published_bug_are_wanted(tmp_path: Path) -> None:
    row = {"package": "p", "vulnerable_version": "1", "fixed_version": "2", "core": True}
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in (row, row, {**row, "core": False})))
    assert read_bug_pins(path, only_core=True) == (Pin("p", "1", False), Pin("p", "2", False))
    assert Pin("p", "1").folder == "p-1"
