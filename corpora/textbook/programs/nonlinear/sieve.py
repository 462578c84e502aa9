def main(n: int) -> int:
    marks = 0
    i = 2
    while i * i <= n:
        j = i * i
        while j <= n:
            j += i
            marks += 1
        i += 1
    return marks
