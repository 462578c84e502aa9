LIMIT = 1
while LIMIT < 1000:
    LIMIT *= 3

NAMES = {n: str(n) for n in range(LIMIT % 10)}
