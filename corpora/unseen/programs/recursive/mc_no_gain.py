def mc(x: int) -> int:
    if x > 20:
        return x - 8
    return mc(mc(x + 8))

def main(x: int) -> int:
    if x < 0:
        return 0
    return mc(x)
