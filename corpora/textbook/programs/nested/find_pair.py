def main(n: int, target: int) -> int:
    i = 0
    found = False
    while i < n and not found:
        j = 0
        while j <= i:
            if 3 * i + j == target:
                found = True
                break
            j += 1
        i += 1
    return i
