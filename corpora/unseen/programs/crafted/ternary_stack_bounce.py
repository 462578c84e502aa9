def push(s: int, d: int) -> int:
    return 3 * s + d


def main(s: int) -> int:
    pops = 0
    while s > 0:
        top = s % 3
        s = s // 3
        pops = pops + 1
        if top == 2:
            s = push(s, 1)
        elif top == 1:
            s = push(s, 2)
    return pops
