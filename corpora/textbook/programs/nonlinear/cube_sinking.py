def main(i: int, n: int) -> int:
    while i * i * i < n:
        i -= 1
    return i
