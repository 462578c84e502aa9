"""The cactus data are sorted times, told as a table and drawn as SVG."""

from xml.etree import ElementTree

from benches.cactus import drawing, series, table

SVG = "{http://www.w3.org/2000/svg}"


def test_the_nth_fastest_stands_at_its_place() -> None:
    assert series([3.0, 0.00004, 1.0]) == (0.0, 1.0, 3.0)


def test_the_table_counts_what_a_limit_leaves() -> None:
    ranks, seconds, limits, counts = (line.split() for line in table(series([2.0, 0.2, 0.02])))
    assert ranks[-3:] == ["1", "2", "3"]
    assert seconds[-3:] == ["0.020", "0.200", "2.000"]
    assert dict(zip(limits[3:], counts[2:], strict=True))["1"] == "2"
    assert table(()) == ["nothing was decided"]


def test_the_drawing_has_a_point_for_each_program_and_grows_upwards() -> None:
    root = ElementTree.fromstring(drawing({"all": (0.01, 0.1, 20.0), "a < b & c": (), "one": (1,)}))
    lines = [line.attrib["points"].split() for line in root.iter(f"{SVG}polyline")]
    assert [len(points) for points in lines] == [3, 0, 1]
    heights = [float(point.partition(",")[2]) for point in lines[0]]
    assert heights == sorted(heights, reverse=True)
    assert all(0 <= height <= 400 for height in heights)
    assert "a < b & c (0)" in [text.text for text in root.iter(f"{SVG}text")]


def test_nothing_can_be_drawn() -> None:
    assert ElementTree.fromstring(drawing({})).tag == f"{SVG}svg"
