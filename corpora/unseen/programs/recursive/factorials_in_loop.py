def fact(n: int) -> int:
    if n == 0:
        return 1
    return n * fact(n - 1)

def main(n: int) -> int:
    i = 0
    total = 0
    while i < n:
        total = total + fact(i)
        i = i + 1
    return total
