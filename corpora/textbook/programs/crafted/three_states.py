def main(x: int) -> int:
    state = 0
    steps = 0
    while state != 3:
        if state == 0:
            if x < 10:
                x += 1
            else:
                state = 1
        elif state == 1:
            if x > -10:
                x -= 2
            else:
                state = 2
        else:
            x += 5
            if x > 0:
                state = 3
        steps += 1
    return steps
