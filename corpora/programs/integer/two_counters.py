def merge_length(width: int, height: int) -> int:
    i = j = 0
    while i < width and j < height:
        if i <= j:
            i += 1
        else:
            j += 1
    return i + j
