def visit(rows: int, columns: int) -> int:
    cells = 0
    i = 0
    while i < rows:
        i = 0
        while i < columns:
            cells += 1
            i += 1
        i += 1
    return cells
