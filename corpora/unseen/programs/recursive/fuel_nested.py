fuel: int = 0


def f(n: int) -> int:
    global fuel
    if fuel <= 0:
        return n
    fuel = fuel - 1
    r = f(n + 1)
    return f(r - 2)


def main(n: int, k: int) -> int:
    global fuel
    fuel = k
    return f(n)
