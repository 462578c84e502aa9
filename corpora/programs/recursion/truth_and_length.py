class Queue:
    def __bool__(self) -> bool:
        return len(self) > 0

    def __len__(self) -> int:
        return 1 if self else 0
