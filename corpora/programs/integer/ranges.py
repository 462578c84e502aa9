def pairs(n: int) -> int:
    count = 0
    for i in range(n):
        for j in range(i):
            count += i * j % 2
    return count
