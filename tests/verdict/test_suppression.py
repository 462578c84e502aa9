"""Comments silence; strings that look like comments do not."""

from haltcheck.verdict.suppression import Suppression, suppressions


def test_codes_are_read() -> None:
    (found,) = suppressions("while x:  # haltcheck: ignore[HC103, hc101]\n    pass\n")
    assert (found.line, found.column, found.codes) == (1, 11, ("HC103", "HC101"))
    assert found.covers("HC103") and not found.covers("HC102")


def test_no_codes_mean_all() -> None:
    (found,) = suppressions("while x:  # noqa  # haltcheck: ignore\n    pass\n")
    assert found.covers("HC301")


def test_strings_do_not_silence() -> None:
    assert suppressions('text = "# haltcheck: ignore"\n') == ()


def test_other_words_do_not_silence() -> None:
    assert suppressions("x = 1  # haltcheck: ignored\n") == ()
    assert suppressions("x = 1  # nothing here\n") == ()


def test_text_that_the_tokenizer_refuses_is_read_by_line() -> None:
    text = "while x:  # haltcheck: ignore\n    pass\n)(\ny = '''\n"
    assert Suppression(1, 11, (), 30) in suppressions(text)
