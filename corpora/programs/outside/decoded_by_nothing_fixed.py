def decode(decoder, data):
    parts = []
    while data:
        text, taken = decoder.decode(data)
        if not taken:
            break
        parts.append(text)
        data = data[taken:]
    return "".join(parts)
