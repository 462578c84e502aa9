def triangle(n: int) -> int:
    cells = 0
    row = 0
    while row < n:
        column = 0
        while column <= row:
            cells += 1
            column += 1
        row += 1
    return cells
