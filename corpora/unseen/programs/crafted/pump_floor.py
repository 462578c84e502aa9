def main(x: int) -> int:
    st = 0
    y = 0
    z = 0
    while True:
        if st == 0:
            if x > 0:
                x = x - 1
                y = y + 2
            else:
                st = 1
        elif st == 1:
            if y >= 3:
                y = y - 3
                z = z + 1
            else:
                st = 2
        else:
            if z <= 0:
                break
            x = z
            y = 0
            z = 0
            st = 0
    return x
