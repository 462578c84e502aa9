class Folder:
    def __init__(self, name: str) -> None:
        self.name = name
        self.children: list["Folder"] = []


def size(folder: Folder, seen: set[int]) -> int:
    if id(folder) in seen:
        return 0
    seen.add(id(folder))
    total = 1
    for child in folder.children:
        total += size(child, seen)
    return total
