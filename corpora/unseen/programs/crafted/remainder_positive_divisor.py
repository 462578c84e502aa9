def remainder(a: int, b: int) -> int:
    while a >= b:
        a = a - b
    return a

def absolute(x: int) -> int:
    if x < 0:
        return -x
    return x

def main(a: int, b: int) -> int:
    r = remainder(absolute(a), absolute(b) + 1)
    return r
