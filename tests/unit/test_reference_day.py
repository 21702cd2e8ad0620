"""The day of an article without metadata is what a line states, never what it only mentions."""

from datetime import date

import pytest

from services.nlp.annotations import Document
from services.nlp.timex.reference import reference_time

STORY = "\nA town turns its back on the sea\n\nThe harbour of Velden closed in 1998, and no ship has called since.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 May 2016",
        "Published: 12:04 BST, 3 May 2016 | Updated: 17:10 BST, 4 May 2016",
        "Tue 3 May 2016 10.15 BST",
        "Tuesday 3 May 2016",
        "First published on Tue 3 May 2016 10.15 BST",
        "By Mara Lindqvist | 3 May 2016",
        "By Mara Lindqvist and Ade Okoro, May 3, 2016 at 6:30 pm",
        "Posted on 2016-05-03 06:30 GMT",
    ],
)
def test_a_line_of_publication_is_the_day(line: str) -> None:
    """A line with a date, hours and words of publishing gives the day, at the head of a text or at its foot."""
    for text in ("A town turns\n" + line + STORY, STORY * 6 + line):
        found = reference_time(Document(text))
        assert (found.value, found.method in ("text", "dateline")) == (date(2016, 5, 3), True)


@pytest.mark.parametrize(
    "line",
    [
        "A trawler leaves Velden on 3 May 2016. Photograph: Example Pictures",
        "Born: May 4, 1931; Died: March 9, 2012",
        "The harbour master, who was sworn in on 3 May 2016, has no ships to direct.",
        "Opening hours until 3 May 2016: 10 to 4",
        "By the time it opened on 3 May 2016",
        "Published 31 February 2016",
    ],
)
def test_a_day_that_is_mentioned_is_not_the_day(line: str) -> None:
    """A caption, a life, a story and a notice name days of their own."""
    for text in ("A town turns\n" + line + STORY, STORY * 6 + line):
        assert reference_time(Document(text)).method == "none"
