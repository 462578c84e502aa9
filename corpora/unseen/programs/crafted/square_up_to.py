def square(x: int) -> int:
    return x * x

def main(n: int) -> int:
    r = 0
    while square(r + 1) <= n:
        r = r + 1
    return r
