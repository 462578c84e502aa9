powers = lambda n: 1 if n < 1 else 2 * powers(n - 1)
