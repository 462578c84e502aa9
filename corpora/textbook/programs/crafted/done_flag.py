def main(n: int) -> int:
    running = 1
    i = 0
    while running:
        i += 1
        if i >= n:
            running = 0
    return i
