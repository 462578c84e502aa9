def main(x: int) -> int:
    while x != 0:
        if x > 0:
            x -= 2
        else:
            x += 2
    return x
