def main(n: int, s: int) -> int:
    if n < 2:
        return 0
    i = 0
    steps = 0
    while True:
        i = (i + s) % n
        steps = steps + 1
        if not i != 1:
            break
    return steps
