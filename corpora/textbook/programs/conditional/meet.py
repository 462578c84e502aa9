def main(x: int, y: int) -> int:
    while x != y:
        if x < y:
            x += 1
        else:
            x -= 1
    return x
