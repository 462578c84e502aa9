def main(n: int) -> int:
    x = 0
    up = 1
    while x >= 0:
        if up == 1:
            if x < n:
                x += 1
            else:
                up = 0
        else:
            x -= 1
    return x
