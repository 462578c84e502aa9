def texts(reader):
    found = []
    kind, data = reader.chunk()
    while kind != "end":
        if kind == "text":
            content = "".join(chr(item) for item in data if item)
            if "#" in content:
                found.append(content)
        kind, data = reader.chunk()
    return found
