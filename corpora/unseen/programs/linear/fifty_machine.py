def main(n: int) -> int:
    pending = 1
    while pending > 0:
        if n > 50:
            n = n - 4
            pending = pending - 1
        else:
            n = n + 6
            pending = pending + 1
    return n
