def main(limit: int) -> int:
    up = 1
    y = 0
    while y >= 0:
        if up == 1:
            if y < limit:
                y += 1
            else:
                up = 0
        else:
            y -= 1
    return y
