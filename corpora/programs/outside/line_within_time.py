import asyncio


async def line(reader):
    data = b""
    while not data.endswith(b"\n"):
        data += await asyncio.wait_for(reader.read(100), timeout=5)
    return data
