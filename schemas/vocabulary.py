"""The closed vocabularies of the contracts, each from its field's standard where there is one."""

from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
"""TIMEX3's types (TimeML 1.2.1)."""

TimexMod = Literal[
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
]  # fmt: skip
"""TIMEX3's modifiers (TimeML 1.2.1)."""

Granularity = Literal[
    "second", "minute", "hour", "part_of_day", "day", "weekend", "week", "month", "quarter", "season", "half_year",
    "year", "decade", "century", "millennium", "interval", "vague",
]  # fmt: skip
"""The unit in which a date is known; `interval` where two ends are known and no unit fits, `vague` as in PAST_REF."""

ReferenceTimeMethod = Literal["published_at", "dateline", "text", "none"]
"""Where the reference time comes from: the record, the dateline, a line that says when it appeared, nowhere."""

LanguageMethod = Literal["declared", "detected"]

AnalysisStatus = Literal["complete", "unsupported_language"]

EntityLabel = Literal[
    "PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE",
]  # fmt: skip
"""OntoNotes 5's names; its numbers, times and amounts are not entities here."""

EventClass = Literal[
    "occurrence", "reporting", "state", "aspectual", "perception", "intentional_action", "intentional_state",
]  # fmt: skip
"""TimeML's event classes, I_ACTION and I_STATE spelt out."""

EventSection = Literal["headline", "caption", "body"]

DatingMethod = Literal[
    "timex", "dateline", "reference_time", "tense", "narrative", "coreference", "duration", "none",
]  # fmt: skip
"""What gave an event its date; `none` where nobody can know it from the article."""

ParticipantRole = Literal["agent", "patient", "recipient", "place", "instrument", "other"]

Polarity = Literal["affirmed", "negated"]

Modality = Literal["asserted", "possible", "planned", "conditional", "hypothetical", "ordered", "denied"]
