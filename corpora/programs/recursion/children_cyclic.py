class Folder:
    def __init__(self, name: str) -> None:
        self.name = name
        self.children: list["Folder"] = []

    def add(self, child: "Folder") -> None:
        self.children.append(child)

    def size(self) -> int:
        return 1 + sum(child.size() for child in self.children)
