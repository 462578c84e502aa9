def main(x: int) -> int:
    while x < 100:
        if x < 0:
            x = 0
        elif x < 40:
            x += 2
        else:
            x += 1
    return x
