class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next: "Node | None" = None


def length(node: Node | None) -> int:
    count = 0
    while node is not None:
        count += 1
        node = node.next
    return count
