def main(x: int, y: int) -> int:
    while -50 < x < 50:
        x += y
        if y > 0:
            y -= 1
        elif y < 0:
            y += 1
    return x
