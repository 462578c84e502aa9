from itertools import repeat


def dots(n: int) -> str:
    line = ""
    for dot in repeat(".", n):
        line += dot
    return line
