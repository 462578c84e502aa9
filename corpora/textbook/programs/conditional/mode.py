def main(x: int, mode: int) -> int:
    while x > 0:
        if mode == 1:
            x += 1
        elif mode == 2:
            x -= 1
        else:
            x = 0
    return x
