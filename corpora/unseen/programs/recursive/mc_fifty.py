def mc(x: int) -> int:
    if x > 50:
        return x - 7
    return mc(mc(x + 8))

def main(x: int) -> int:
    r = mc(x)
    if x <= 50:
        if r != 44:
            return 1
    return 0
