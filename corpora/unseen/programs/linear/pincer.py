def main(l: int, r: int, p: int) -> int:
    while l < r:
        while l < r and l < p:
            l += 1
        while l < r and r > p:
            r -= 1
    return l
