class Module:
    def __init__(self, path, imports, parts=()):
        self.path = path
        self.imports = imports
        self.parts = parts


def names(module: Module, modules: dict, seen: set | None = None) -> list:
    seen = seen or set()
    seen.add(module.path)
    found = [module.path]
    for part in module.parts:
        if part.path not in seen:
            found += names(part, modules, seen)
    for path in module.imports:
        if path not in seen:
            found += names(modules[path], modules, seen)
    return found
