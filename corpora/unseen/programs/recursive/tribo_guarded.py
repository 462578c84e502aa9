def tribo(n: int) -> int:
    if n <= 2:
        return 1
    return tribo(n - 1) + tribo(n - 2) + tribo(n - 3)

def main(n: int) -> int:
    if not n >= 0:
        return 0
    return tribo(n)
