def main(limit: int) -> int:
    up = 1
    y = 0
    while 0 <= y <= limit:
        if up == 1:
            if y < limit:
                y += 1
            else:
                up = 0
        else:
            if y > 0:
                y -= 1
            else:
                up = 1
    return y
