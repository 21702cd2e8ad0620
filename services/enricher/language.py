"""Which language an article is in: what its feed says, else what its words look like."""

import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from schemas import Language, RawArticle

DETECTED_CHARACTERS = 4000
"""The start of a text decides; the rest would cost time and change nothing."""

_PRIMARY = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*")
"""BCP 47's primary language subtag (RFC 5646, ISO 639), followed by whatever narrows it down."""


class LanguageDetector:
    """Tells the language by py3langid's naive Bayes over character n-grams (Lui and Baldwin, 2012)."""

    def __init__(self) -> None:
        self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE)

    def language_of(self, article: RawArticle) -> Language:
        """The language declared, where that is a language tag; else the one detected; `und` without any letter."""
        if article.language and _PRIMARY.fullmatch(article.language):
            return Language(code=article.language, method="declared")
        start = article.text[:DETECTED_CHARACTERS]
        if not any(character.isalpha() for character in start):
            return Language(code="und", method="detected")
        code, _ = self._identifier.classify(start)
        return Language(code=str(code), method="detected")


def primary_language(code: str) -> str:
    """`en` of `en-GB`, `EN` and `en_US`."""
    match = _PRIMARY.fullmatch(code)
    return match[1].lower() if match else code
