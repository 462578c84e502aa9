def main(x: int, step: int) -> int:
    running = True
    while running:
        x -= step
        if x < 0:
            running = False
    return x
