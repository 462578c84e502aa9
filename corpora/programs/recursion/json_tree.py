import json


def leaves(text: str) -> int:
    def walk(node: object) -> int:
        if isinstance(node, list):
            return sum(walk(part) for part in node)
        if isinstance(node, dict):
            return sum(walk(part) for part in node.values())
        return 1

    return walk(json.loads(text))
