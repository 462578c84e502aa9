def main(a: int, b: int, c: int) -> int:
    i = 0
    while i < a:
        j = i
        while j < b:
            k = j
            while k < c:
                k += 1
            j += 1
        i += 1
    return i
