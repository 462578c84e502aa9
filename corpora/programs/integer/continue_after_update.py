def count_kept(n: int) -> int:
    kept = 0
    i = -1
    while i < n:
        i += 1
        if i % 3 == 2:
            continue
        kept += 1
    return kept
