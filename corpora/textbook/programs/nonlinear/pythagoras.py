def main(n: int) -> int:
    found = 0
    a = 1
    while a <= n:
        b = a
        while b <= n:
            c = b
            while c * c < a * a + b * b:
                c += 1
            if c * c == a * a + b * b:
                found += 1
            b += 1
        a += 1
    return found
