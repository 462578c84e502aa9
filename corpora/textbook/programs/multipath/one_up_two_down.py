def main(x: int) -> int:
    odd = True
    while x > 0:
        if odd:
            x += 1
        else:
            x -= 2
        odd = not odd
    return x
