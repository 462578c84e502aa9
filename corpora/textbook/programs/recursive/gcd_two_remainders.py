def gcd(a: int, b: int) -> int:
    if a <= 0 or b <= 0:
        return a + b
    if a > b:
        return gcd(a % b, b)
    return gcd(a, b % a)
