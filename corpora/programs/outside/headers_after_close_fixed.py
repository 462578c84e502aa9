async def headers(reader):
    found = {}
    while (line := await reader.readline()) != b"\r\n":
        if not line:
            raise EOFError("the peer closed inside the headers")
        name, _, value = line.decode("latin-1").partition(":")
        found[name.strip().lower()] = value.strip()
    return found
