def root(x: float) -> float:
    guess = x
    rounds = 0
    while abs(guess * guess - x) > 1e-12 and rounds < 100:
        guess = (guess + x / guess) / 2
        rounds += 1
    return guess
