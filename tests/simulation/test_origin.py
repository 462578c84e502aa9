from haltcheck.simulation.origin import origins

SOURCE = """
    def _deep(n):
        while n:
            pass
    def _middle(n):
        while n:
            _deep(n)
    def top(n):
        while n:
            _middle(n)
    def outer(n):
        def inner(k):
            while k:
                pass
        while n:
            inner(n)
    """


def test_public_functions_are_their_own_origin(program):
    assert origins(program(SOURCE), "top") == ("top",)


def test_private_functions_begin_at_their_public_callers(program):
    assert origins(program(SOURCE), "_deep") == ("top",)


def test_nested_functions_begin_outside(program):
    assert origins(program(SOURCE), "outer.inner") == ("outer",)
