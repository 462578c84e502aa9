def main(lo: int, hi: int) -> int:
    turn = 0
    while lo < hi:
        if turn == 0:
            lo += 1
        else:
            hi -= 1
        turn = 1 - turn
    return lo
