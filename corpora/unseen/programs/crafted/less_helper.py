def less(a: int, b: int) -> int:
    if a < b:
        return 1
    return 0

def main(i: int, n: int) -> int:
    while less(i, n) == 1:
        i = i + 1
    return i
