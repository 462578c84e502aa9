def main(x: int) -> int:
    while x != 0:
        if x > 0:
            x = 2 - x
        else:
            x = -x - 1
    return x
