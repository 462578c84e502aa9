def attributes(data):
    if not data:
        return []
    kind, length = data[0], data[1]
    if length < 2:
        raise ValueError("an attribute without a header")
    return [(kind, data[2:length]), *attributes(data[length:])]
