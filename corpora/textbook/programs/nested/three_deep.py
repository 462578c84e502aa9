def main(size: int) -> int:
    i = 0
    cubes = 0
    while i < size:
        j = i
        while j < size:
            k = i
            while k <= j:
                cubes += 1
                k += 1
            j += 1
        i += 1
    return cubes
