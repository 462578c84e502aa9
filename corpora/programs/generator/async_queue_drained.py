import asyncio


async def drain(numbers: list[int]) -> int:
    queue: asyncio.Queue[int] = asyncio.Queue()
    for number in numbers:
        queue.put_nowait(number)
    total = 0
    while not queue.empty():
        total += await queue.get()
    return total
