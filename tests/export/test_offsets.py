"""Offsets of those who do not count code points."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mediaparse.export import code_point_offset, utf8_offsets, utf16_offsets

CHARACTERS = st.characters() | st.sampled_from("aé\u07ff\u0800\uffff\U00010000🚢\ud800")


@given(st.text(CHARACTERS))
@example("\uffff\U00010000 \u07ff\u0800")
def test_the_tables_say_what_encoding_says(text: str) -> None:
    wide, narrow = utf16_offsets(text), utf8_offsets(text)
    assert len(wide) == len(narrow) == len(text) + 1
    for offset in range(len(text) + 1):
        assert wide[offset] == len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert narrow[offset] == len(text[:offset].encode("utf-8", "surrogatepass"))
        assert code_point_offset(wide, wide[offset]) == offset
        assert code_point_offset(narrow, narrow[offset]) == offset


@pytest.mark.parametrize("offset", [-1, 2, 5])
def test_an_offset_inside_of_a_character_or_outside_the_text_is_an_error(offset: int) -> None:
    with pytest.raises(ValueError, match=f"no character of the text starts or ends at offset {offset}"):
        code_point_offset(utf16_offsets("a🚢b"), offset)
