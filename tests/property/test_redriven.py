"""Properties of the memory of redriven dead letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.replayer.redriven import Redriven, TooScatteredError

LETTERS = st.sets(st.integers(0, 40), max_size=25).map(sorted)


@given(LETTERS, st.data())
def test_exactly_the_letters_that_were_sent_back_are_remembered(letters: list[int], data: st.DataObject) -> None:
    """However letters are chosen, in however many rounds, those sent are known as sent and no other is."""
    memory, sent = Redriven(), set[int]()
    for _ in range(data.draw(st.integers(0, 4))):
        now = data.draw(st.sets(st.sampled_from(letters))) if letters else set()
        memory = memory.after(letters, now)
        sent |= now
        memory = Redriven.from_offset(memory.waiting, memory.to_metadata())
        assert {offset for offset in letters if offset in memory} == sent


@given(LETTERS, st.sets(st.integers(41, 60)).map(sorted))
def test_letters_that_come_later_wait(letters: list[int], later: list[int]) -> None:
    """A letter that was not there when all were sent back is not taken for one of them."""
    memory = Redriven().after(letters, letters).after(letters + later, [])
    assert not any(offset in memory for offset in later)
    assert all(offset in memory for offset in letters)


@given(LETTERS)
def test_all_sent_back_leaves_one_offset(letters: list[int]) -> None:
    """Sending back everything needs no list of runs, so the memory stays small."""
    assert Redriven().after(letters, letters).runs == ()


def test_too_many_places_are_refused() -> None:
    """What cannot be remembered is not sent: the error comes before the transaction."""
    letters = list(range(4000))
    with pytest.raises(TooScatteredError):
        Redriven().after(letters, letters[1::2]).to_metadata()


@pytest.mark.parametrize("metadata", ["", "chain1:00", "runs1:5-3", "runs1:1-4,3-9"])
def test_foreign_or_damaged_memory_is_an_error(metadata: str) -> None:
    """Nothing is guessed from metadata that this code did not write."""
    with pytest.raises(ValueError, match="metadata"):
        Redriven.from_offset(3, metadata)
