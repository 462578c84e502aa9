def count_kept(n: int) -> int:
    kept = i = 0
    while i < n:
        if i % 3 == 2:
            continue
        kept += 1
        i += 1
    return kept
