"""The tagger as a spaCy component: nlp.add_pipe("dateline_timex")."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.factory("dateline_timex")
def create_timex_component(nlp: Language, name: str) -> object:  # noqa: ARG001
    """Make the component."""

    def tag(doc: Doc) -> Doc:
        return doc

    return tag
