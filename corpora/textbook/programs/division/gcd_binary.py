def main(a: int, b: int) -> int:
    if a <= 0 or b <= 0:
        return 0
    shift = 1
    while a != b:
        if a % 2 == 0 and b % 2 == 0:
            a //= 2
            b //= 2
            shift *= 2
        elif a % 2 == 0:
            a //= 2
        elif b % 2 == 0:
            b //= 2
        elif a > b:
            a -= b
        else:
            b -= a
    return a * shift
