def attributes(data):
    if not data:
        return []
    kind, length = data[0], data[1]
    return [(kind, data[2:length]), *attributes(data[length:])]
