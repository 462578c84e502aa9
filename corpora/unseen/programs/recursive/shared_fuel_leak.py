fuel = 0

def spend(d: int) -> int:
    global fuel
    if fuel <= 0:
        return 0
    if d % 2 == 0:
        fuel = fuel - 1
    return 1 + spend(d + 2)

def main(f: int, d: int) -> int:
    global fuel
    fuel = f
    return spend(d)
