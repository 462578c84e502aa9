def main(rows: int, columns: int) -> int:
    cells = 0
    while rows > 0:
        column = columns
        while column != 0:
            column -= 2
            cells += 1
        rows -= 1
    return cells
