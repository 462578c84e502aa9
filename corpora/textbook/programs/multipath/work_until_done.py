def main(x: int, y: int) -> int:
    done = False
    ticks = 0
    while not done:
        ticks += 1
        if x > 0:
            x -= 1
        elif y > 0:
            y -= 1
            x = y
        else:
            done = True
    return ticks
