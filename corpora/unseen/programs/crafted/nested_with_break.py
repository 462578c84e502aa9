def main(n: int, m: int) -> int:
    hits = 0
    i = 0
    while i < n:
        j = 0
        while j < m:
            if i * j > n + m:
                break
            j = j + 1
        hits = hits + j
        i = i + 1
    return hits
