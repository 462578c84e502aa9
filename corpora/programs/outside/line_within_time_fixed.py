import asyncio


async def line(reader):
    data = b""
    while not data.endswith(b"\n"):
        part = await asyncio.wait_for(reader.read(100), timeout=5)
        if not part:
            raise EOFError("the peer closed inside the line")
        data += part
    return data
