def move(n: int, src: int, dst: int, via: int) -> int:
    if n <= 0:
        return 0
    a = move(n - 1, src, via, dst)
    b = move(n - 1, via, dst, src)
    return a + 1 + b

def main(n: int) -> int:
    return move(n, 1, 3, 2)
