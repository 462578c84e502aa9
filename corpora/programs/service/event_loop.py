import asyncio


async def heartbeat() -> None:
    beats = 0
    while True:
        await asyncio.sleep(0.5)
        beats += 1
        print("beat", beats)
