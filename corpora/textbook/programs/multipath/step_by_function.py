def toward(x: int, goal: int) -> int:
    if x < goal:
        return x + 1
    if x > goal:
        return x - 1
    return x


def main(x: int, goal: int) -> int:
    while x != goal:
        x = toward(x, goal)
    return x
