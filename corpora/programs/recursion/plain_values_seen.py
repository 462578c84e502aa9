def plain(value, seen=()):
    if id(value) in seen:
        return "..."
    if isinstance(value, (list, tuple)):
        return [plain(part, (*seen, id(value))) for part in value]
    if isinstance(value, dict):
        return {str(key): plain(part, (*seen, id(value))) for key, part in value.items()}
    return repr(value)
