def sign(x: int) -> int:
    if x > 1:
        return 1
    if x < 0:
        return -1
    return 0

def main(x: int) -> int:
    while x != 0:
        x = x - sign(x)
    return x
