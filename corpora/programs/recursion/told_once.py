class Folder:
    def __init__(self) -> None:
        self.files: list["File"] = []

    def __repr__(self) -> str:
        return f"Folder({len(self.files)})"


class File:
    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        folder.files.append(self)

    def __repr__(self) -> str:
        return f"File({self.folder!r})"


def told() -> str:
    return repr(File(Folder()))
