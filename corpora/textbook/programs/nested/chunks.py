def main(n: int) -> int:
    i = 0
    blocks = 0
    while i < n:
        j = i
        while j < n and j - i < 10:
            j += 1
        i = j
        blocks += 1
    return blocks
