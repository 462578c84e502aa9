def main(n: int, step: int) -> int:
    if not step > 0:
        return 0
    i = 0
    while i < n:
        i += step
    return i
