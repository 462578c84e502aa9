def main(tries: int, busy: int) -> int:
    lock = 0
    got = 0
    while tries > 0:
        tries -= 1
        if lock == 0 and busy == 0:
            lock = 1
            got += 1
        elif lock == 1:
            lock = 0
        else:
            tries += 1
            continue
    return got
