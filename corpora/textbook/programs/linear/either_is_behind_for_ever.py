def main(n: int, i: int, j: int) -> int:
    while i < n or j < n:
        i += 1
        j -= 1
    return i + j
