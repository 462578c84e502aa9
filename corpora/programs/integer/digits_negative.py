def digit_list(n: int) -> list[int]:
    found = []
    while n != 0:
        found.append(n % 10)
        n //= 10
    return found
