def main(n: int) -> int:
    sign = 1
    if n < 0:
        sign = -1
        n = -n
    result = 0
    while n > 0:
        n, digit = divmod(n, 10)
        result = 10 * result + digit
    return sign * result
