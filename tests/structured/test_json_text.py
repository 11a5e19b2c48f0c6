"""JSON as pages write it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.structured.json_text import MAX_CHARS, MAX_MENDED_CHARS, json_values

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
).filter(lambda value: isinstance(value, dict | list))


@given(values)
def test_sound_json_is_read_as_it_is(value: object) -> None:
    assert json_values(json.dumps(value)) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": "x", "b": ["y", ], }', {"a": "x", "b": ["y"]}),
        ('{"a": "two\nlines"}', {"a": "two\nlines"}),
        ('{"a": "two\nlines",}', {"a": "two lines"}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('/* <![CDATA[ */ {"a": 1} /* ]]> */', {"a": 1}),
        ('{"a": "He said "go" and went", "b": 2}', {"a": 'He said "go" and went', "b": 2}),
        ('{"a": "The "Gull"", "b": "x"}', {"a": 'The "Gull"', "b": "x"}),
        ('{"a": "It\\\'s open"}', {"a": "It's open"}),
        ('{"a": "x" "b": "y"}', {"a": "x", "b": "y"}),
        ('{"a": , "b": 1}', {"a": None, "b": 1}),
        ('{"a": [1, {"b": "cut o', {"a": [1, {"b": "cut o"}]}),
        ('{"a": {"b": 1}}}', {"a": {"b": 1}}),
        ('{a: 1, "b": [1 2]}', {"a": 1, "b": [1, 2]}),
    ],
)
def test_broken_json_is_mended(text: str, value: object) -> None:
    assert json_values(text) == [value]


def test_several_values_in_one_script_are_all_read() -> None:
    assert json_values('{"a": 1}\n{"b": 2},\n[3];') == [{"a": 1}, {"b": 2}, [3]]


@pytest.mark.parametrize("text", ["", " ", "null script", "var x = 1;", "]", ","])
def test_what_holds_no_object_gives_none(text: str) -> None:
    assert not [value for value in json_values(text) if isinstance(value, dict | list)]


def test_a_script_beyond_bounds_is_not_read() -> None:
    assert json_values('{"a": "' + "x" * MAX_CHARS + '"}') == []
    assert json_values('{"a": "' + "x" * MAX_MENDED_CHARS + '",}') == []


@pytest.mark.parametrize(
    "part", ["[", '{"a":', "{'", '"', '{"', '":"', "/*", '"x",', "\\", '" ', ","]
)
def test_nonsense_of_any_length_is_answered(part: str) -> None:
    text = '{"a": "' + part * (60_000 // len(part))
    assert isinstance(json_values(text), list)
    assert isinstance(json_values(part * (60_000 // len(part))), list)


@given(st.text(alphabet='{}[]":,\\ \nab1-e/*<!', max_size=60))
def test_random_signs_never_raise(text: str) -> None:
    assert isinstance(json_values(text), list)


@given(values, st.data())
def test_json_cut_anywhere_never_raises(value: object, data: st.DataObject) -> None:
    text = json.dumps(value)
    assert isinstance(json_values(text[: data.draw(st.integers(0, len(text)))]), list)
