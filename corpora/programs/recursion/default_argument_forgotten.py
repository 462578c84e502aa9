def attempts(job: str, left: int = 3) -> int:
    if left <= 0 or not job:
        return 0
    return 1 + attempts(job)
