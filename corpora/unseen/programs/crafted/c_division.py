def cdiv(a: int, b: int) -> int:
    if a >= 0:
        return a // b
    return -((-a) // b)

def main(x: int) -> int:
    n = 0
    while x != 0:
        x = cdiv(x, 2)
        n = n + 1
    return n
