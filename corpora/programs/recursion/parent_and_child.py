class Parent:
    def __init__(self) -> None:
        self.child = Child(self)

    def describe(self) -> dict[str, object]:
        return {"child": self.child.describe()}


class Child:
    def __init__(self, parent: "Parent") -> None:
        self.parent = parent

    def describe(self) -> dict[str, object]:
        return {"parent": self.parent.describe()}
