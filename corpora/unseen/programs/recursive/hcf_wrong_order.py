def hcf(a: int, b: int) -> int:
    if a == 0:
        return b
    return hcf(a, b % a)

def main(a: int, b: int) -> int:
    if a <= 0 or b <= 0:
        return 0
    return hcf(a, b)
