def main(n: int, step: int) -> int:
    i = 0
    while i < n:
        i += step
    return i
