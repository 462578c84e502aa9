def read_block(stream):
    lines = []
    line = stream.readline()
    while line and not line.startswith("END"):
        lines.append(line.rstrip())
        line = stream.readline()
    return lines
