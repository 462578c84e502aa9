def main(x: int) -> int:
    running = 1
    while running == 1:
        if x == 0:
            running = 0
        x = x - 1
    return x
