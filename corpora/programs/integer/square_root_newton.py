def square_root(n: int) -> int:
    if n <= 0:
        return 0
    guess = n
    better = (guess + 1) // 2
    while better < guess:
        guess = better
        better = (guess + n // guess) // 2
    return guess
