import asyncio


async def heartbeat() -> int:
    beats = 0
    while beats < 3:
        await asyncio.sleep(0.001)
        beats += 1
    return beats
