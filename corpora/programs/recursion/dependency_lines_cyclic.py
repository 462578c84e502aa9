class Package:
    def __init__(self, key: str, needs: list["Package"]) -> None:
        self.key = key
        self.needs = needs


def tree(packages: list[Package]) -> list[str]:
    index = {package.key: package for package in packages}

    def lines(package: Package, indent: int = 0) -> list[str]:
        mark = "- " if indent > 0 else ""
        told = [" " * indent + mark + package.key]
        for other in index[package.key].needs:
            told += lines(other, indent + 2)
        return told

    return [line for package in packages for line in lines(package)]
