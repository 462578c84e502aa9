def logical_line(stream) -> str:
    line = stream.readline()
    while line.endswith("\\\n"):
        line = line[:-2] + stream.readline()
    return line
