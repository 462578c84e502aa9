from random import Random

import pytest

from haltcheck.basis.discover import load_all
from haltcheck.simulation.imagination import Given, Over, Raises, Site, Unfilled, Wanted, WorldModel

MODELS = load_all("haltcheck.simulation.backends", WorldModel)


def sites():
    for wanted in Wanted:
        for line in range(1, 30):
            yield Site("f", line, 1, "a call of g", wanted, 2)


@pytest.mark.parametrize("name", MODELS)
def test_a_model_answers_alike_for_alike_draws(name):
    for site in sites():
        first = MODELS[name]().imagine(site, (), Random(7))
        assert first == MODELS[name]().imagine(site, (), Random(7))


@pytest.mark.parametrize("name", MODELS)
def test_a_model_gives_what_is_wanted(name):
    model = MODELS[name]()
    for site in sites():
        history = ()
        for _ in range(30):
            answer = model.imagine(site, history, Random(site.line))
            assert isinstance(answer, Given | Over | Raises | Unfilled)
            if isinstance(answer, Over):
                assert site.wanted is Wanted.ITEM
            if isinstance(answer, Given) and site.wanted is Wanted.TRUTH:
                assert isinstance(answer.value, bool)
            if isinstance(answer, Given) and site.wanted is Wanted.ITEMS:
                assert len(answer.value) == site.count
            history = (*history, answer)
