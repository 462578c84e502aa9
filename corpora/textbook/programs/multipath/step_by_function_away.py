def onward(x: int, goal: int) -> int:
    if x == goal:
        return x
    return x + 1


def main(x: int, goal: int) -> int:
    while x != goal:
        x = onward(x, goal)
    return x
