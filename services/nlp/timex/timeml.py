"""TimeML: a text with its TIMEX3 elements, as the field's tools and scorers read it."""

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from services.nlp.annotations import ReferenceTime, Timex

DCT = "t0"
"""The id of the document creation time."""

CONTROL = {code: " " for code in range(32) if chr(code) not in "\t\n\r"} | {0xFFFE: " ", 0xFFFF: " "}
CONTROL |= dict.fromkeys(range(0xD800, 0xE000), " ")
"""Characters that XML 1.0 cannot hold become spaces, so that offsets stay."""


def to_timeml(text: str, timexes: Sequence[Timex], reference_time: ReferenceTime, doc_id: str = "document") -> str:
    """A TimeML document. The reference time is t0, with functionInDocument CREATION_TIME."""
    parts = []
    copied = 0
    for timex in timexes:
        parts += [plain(text[copied : timex.start]), element(timex, reference_time.value)]
        copied = timex.end
    parts.append(plain(text[copied:]))
    dct = ""
    if reference_time.value:
        value = reference_time.value.isoformat()
        dct = (
            f'<DCT><TIMEX3 tid="{DCT}" type="DATE" value="{value}" temporalFunction="false" '
            f'functionInDocument="CREATION_TIME">{value}</TIMEX3></DCT>\n'
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        'xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">\n'
        f"<DOCID>{plain(doc_id)}</DOCID>\n{dct}<TEXT>{''.join(parts)}</TEXT>\n</TimeML>\n"
    )


def plain(text: str) -> str:
    """Text that XML can hold and that a parser gives back as it was: a bare carriage return would become a line end."""
    return escape(text.translate(CONTROL), {"\r": "&#13;"})


def element(timex: Timex, created: date | None) -> str:
    """One TIMEX3 element of a document created on that day.

    `temporalFunction` says whether the value was counted from another time, `anchorTimeID` from which. A length that
    begins or ends with the document's own day says so with `beginPoint` or `endPoint`.
    """
    anchor = DCT if timex.anchor == "reference_time" else timex.anchor
    length = timex.type == "DURATION" and anchor == DCT
    attributes = {
        "tid": timex.id, "type": timex.type, "value": timex.value, "mod": timex.mod, "quant": timex.quant,
        "freq": timex.freq, "temporalFunction": "true" if anchor else "false", "anchorTimeID": anchor,
        "beginPoint": DCT if length and timex.earliest == created else None,
        "endPoint": DCT if length and timex.latest == created else None,
    }  # fmt: skip
    written = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items() if value)
    return f'<TIMEX3 {written} functionInDocument="NONE">{plain(timex.text)}</TIMEX3>'
