"""Whether words that look like a time are one, before the rules read them and after a rule has made them a time."""

from services.nlp.timex.belief.judge import DOUBTED, Belief
from services.nlp.timex.belief.surroundings import Surroundings

__all__ = ["DOUBTED", "Belief", "Surroundings"]
