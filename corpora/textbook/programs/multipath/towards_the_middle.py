def main(x: int) -> int:
    while 0 < x < 100:
        if x < 50:
            x += 1
        else:
            x -= 1
    return x
