powers = lambda n: 1 if n == 0 else 2 * powers(n - 1)
