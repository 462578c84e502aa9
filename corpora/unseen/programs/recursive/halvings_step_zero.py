def halvings(n: int) -> int:
    if n <= 1:
        return 0
    return 1 + halvings(n // 2)

def main(x: int) -> int:
    while x > 0:
        x = x - halvings(x)
    return x
