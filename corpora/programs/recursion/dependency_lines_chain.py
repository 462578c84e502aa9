class Package:
    def __init__(self, key: str, needs: list["Package"]) -> None:
        self.key = key
        self.needs = needs


def tree(packages: list[Package]) -> list[str]:
    index = {package.key: package for package in packages}

    def lines(package: Package, chain: tuple[str, ...] = ()) -> list[str]:
        told = ["  " * len(chain) + package.key]
        for other in index[package.key].needs:
            if other.key not in chain:
                told += lines(other, (*chain, other.key))
        return told

    return [line for package in packages for line in lines(package)]
