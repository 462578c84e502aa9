def power_modulo(number: int, exponent: int, modulus: int) -> int:
    result = 1
    while exponent > 0:
        if exponent & 1:
            result = result * number % modulus
        number = number * number % modulus
        exponent >>= 1
    return result
