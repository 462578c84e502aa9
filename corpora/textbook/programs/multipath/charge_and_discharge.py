def main(cycles: int, level: int, mode: int) -> int:
    while cycles > 0:
        if mode == 0:
            level += 5
            if level >= 20:
                mode = 1
        else:
            level -= 3
            if level <= 0:
                mode = 0
                cycles -= 1
    return level
