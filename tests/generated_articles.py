"""Invented news articles for tests and benchmarks, made from sentence templates: the same seed gives the same articles.

They have some 370 words, as agency articles do, with datelines, relative and explicit dates, quotes, names that come
back as surnames, and an organisation or two, so that every stage of the analysis has work to do.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random

from schemas import RawArticle

FIRST_DAY = datetime(2024, 1, 1, 6, 30, tzinfo=UTC)
WORDS = 370
"""Aimed at; an article stops with the first sentence that reaches its own length, 250 to 490."""

FIRST_NAMES = (
    "Mara", "Tomas", "Ingrid", "Samuel", "Leila", "Victor", "Agnes", "Daniel", "Rosa", "Henrik", "Amina", "Peter",
    "Clara", "Yusuf", "Elena", "Martin", "Grace", "Andre", "Helen", "Karim", "Louise", "Oscar", "Priya", "Stefan",
)  # fmt: skip
LAST_NAMES = (
    "Lindqvist", "Okafor", "Marchetti", "Brandt", "Haddad", "Sorensen", "Whitlock", "Moreau", "Castellan", "Novak",
    "Abara", "Petrov", "Halloran", "Nakamura", "Delgado", "Fairburn", "Osei", "Virtanen", "Keane", "Rahman",
    "Tremblay", "Ziegler", "Ashworth", "Bianchi", "Dvorak", "Ellery", "Farouk", "Gustavsson", "Hollis", "Ibarra",
)  # fmt: skip
CITIES = (
    "London", "Paris", "Berlin", "Madrid", "Rome", "Vienna", "Oslo", "Warsaw", "Nairobi", "Lagos", "Cairo", "Delhi",
    "Tokyo", "Sydney", "Toronto", "Chicago", "Boston", "Lima", "Lisbon", "Dublin", "Glasgow", "Prague", "Athens",
)  # fmt: skip
COUNTRIES = (
    "France", "Germany", "Spain", "Italy", "Norway", "Poland", "Kenya", "Nigeria", "Egypt", "India", "Japan",
    "Australia", "Canada", "Peru", "Portugal", "Ireland", "Greece", "Sweden", "Brazil", "Turkey",
)  # fmt: skip
ORGANISATIONS = (
    "the Harbour Authority", "Northline Rail", "Calder Energy", "the Institute for Coastal Studies", "Merriton Bank",
    "the Free Workers' Union", "Aldmoor United", "the Ministry of Transport", "Castell Foods", "the Court of Appeal",
    "the National Weather Service", "Ferrant Motors", "the Open River Trust", "the University of Strand",
)  # fmt: skip
JOBS = (
    "mayor", "minister", "chief executive", "spokeswoman", "judge", "coach", "professor", "commissioner", "director",
    "union leader", "prosecutor", "engineer", "curator", "captain",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SUBJECTS = (
    "the new harbour bridge", "the city's tram line", "the flooded valley", "the disputed election", "the steelworks",
    "the pension reform", "the championship final", "the museum's east wing", "the wheat harvest", "the ferry service",
    "the fraud inquiry", "the power station", "the hospital merger", "the border crossing", "the water treaty",
)  # fmt: skip
HEADLINES = (
    "{City} approves plan for {subject}", "{Last} resigns over {subject}", "Storm delays work on {subject}",
    "Thousands march in {City} against {subject} plan", "{Org} sued over {subject}", "{Last} wins vote on {subject}",
    "Fire closes {subject} in {City}", "{Country} reopens talks on {subject}", "Inquiry into {subject} begins",
)  # fmt: skip
OPENINGS = (
    (
        "{org} said on {weekday} that work on {subject} would resume {soon}, after {person}, the {job} of {city}, "
        "signed an agreement worth {number} million euros."
    ),
    (
        "A court in {city} {yesterday} ordered {org} to halt its plans for {subject}, ruling that the {job}, {person}, "
        "had ignored a warning issued in {month} {year}."
    ),
    "At least {count} people were injured when a storm struck {city} {yesterday}, forcing {org} to evacuate {subject}.",
    (
        "{person} won the election in {city} on {weekday}, defeating the sitting {job} by {number},000 votes after a "
        "campaign dominated by {subject}."
    ),
    (
        "Thousands of people marched through {city} on {weekday} to protest against {subject}, the largest "
        "demonstration in {country} since {year}."
    ),
)
SENTENCES = (
    '"We have waited {count} years for this decision," {last} told reporters in {city}.',
    "The agreement was signed on {day} {month} {year}, when {org} first offered to pay for the repairs.",
    "{org} announced last {month} that it would close {count} offices by the end of {year}.",
    "Police arrested {count} people {yesterday} and released most of them without charge.",
    "{last} denied that {org} had known about the damage before {month} {year}.",
    "The project, which began in {year}, was delayed twice after inspectors found cracks in the foundations.",
    '"Nobody has explained why the warnings were ignored," said {person2}, a {job} who visited {city} {ago}.',
    "Officials in {country} rejected the proposal {ago}, but they agreed to return to the talks {soon}.",
    "{person2} was appointed {job} in {month} {year} and has led the inquiry since then.",
    "Shares in the company fell {count} per cent on {weekday} before they recovered in the afternoon.",
    "The vote has been postponed until {day} {month} because {count} members did not attend.",
    "{last2} joined {org} in {year}, served as {job} for {count} years and retired in {year2}.",
    "Residents of {city2} were told to boil their water after the river flooded {yesterday}.",
    (
        "According to a report published on {month} {day}, {year}, the cost rose from {number} million to {number2} "
        "million euros."
    ),
    "If the court approves the merger, {org2} will buy the remaining shares {soon}.",
    "{org2} has not commented, and {last} did not answer questions about the inquiry.",
    "In {city2}, engineers inspected the tunnel and repaired the signals that failed during the night.",
    '"It was the hardest week of my life," {last2} said on {weekday}. "We lost everything in a single night."',
    (
        "Two ships collided off the coast of {country2} {ago}, killing {count} sailors, and rescuers are still "
        "searching for survivors."
    ),
    "The team beat {city2} in the final on {weekday} and will play in {country2} next {month}.",
    "The minister promised to publish the figures within {count} weeks, although the law requires it every year.",
    "A similar plan was abandoned in the {decade}s, when {country2} refused to share the cost.",
    "Scientists at {org2} measured the level of the lake every month between {year} and {year2}.",
    "The strike, which started {ago}, ended when both sides accepted an offer from {person2}.",
)
SOON = ("next week", "next month", "tomorrow", "in three days", "later this year", "on Monday", "within a fortnight")
YESTERDAY = ("yesterday", "on Tuesday", "last night", "on Sunday morning", "overnight", "early on Friday")
AGO = ("two weeks ago", "last month", "three days ago", "last year", "a decade ago", "earlier this week", "last spring")


@dataclass(frozen=True, slots=True)
class GeneratedArticle:
    """One article with the record that carries it: UTF-8 JSON keyed by `article_id`."""

    article: RawArticle

    @property
    def key(self) -> bytes:
        """The record's key."""
        return self.article.article_id.encode()

    @property
    def value(self) -> bytes:
        """The record's value."""
        return json.dumps(self.article.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False).encode()


def generate_articles(count: int, *, seed: int = 0) -> Iterator[GeneratedArticle]:
    """`count` articles, published an hour apart, with the ids `urn:generated:SEED:0` and so on."""
    for number in range(count):
        random = Random(f"{seed}:{number}")  # noqa: S311  # articles, not secrets; a seed each, so that any slice is stable
        yield GeneratedArticle(_article(random, f"urn:generated:{seed}:{number}", FIRST_DAY + timedelta(hours=number)))


def _article(random: Random, article_id: str, published_at: datetime) -> RawArticle:
    cast = _cast(random)
    headline = random.choice(HEADLINES).format(**cast, **_times(random, published_at))
    return RawArticle(
        article_id=article_id,
        headline=headline[0].upper() + headline[1:],
        body=_body(random, cast, published_at),
        published_at=published_at,
        language="en",
        source="Generated Wire",
    )


def _body(random: Random, cast: dict[str, object], published_at: datetime) -> str:
    length = random.randint(WORDS - 120, WORDS + 120)
    left_dateline = f"{str(cast['city']).upper()}, {published_at.day} {MONTHS[published_at.month - 1]} (Generated) - "
    paragraphs = [left_dateline + _sentence(random, random.choice(OPENINGS), cast, published_at)]
    words = len(paragraphs[0].split())
    templates: list[str] = []
    while words < length:
        # Each template once before any comes again.
        templates = templates or random.sample(SENTENCES, len(SENTENCES))
        sentence = _sentence(random, templates.pop(), cast, published_at)
        words += len(sentence.split())
        if random.random() < 0.5:  # two sentences a paragraph on average
            paragraphs.append(sentence)
        else:
            paragraphs[-1] += " " + sentence
    return "\n\n".join(paragraphs)


def _sentence(random: Random, template: str, cast: dict[str, object], published_at: datetime) -> str:
    sentence = template.format(**cast, **_times(random, published_at))
    return sentence[0].upper() + sentence[1:]


def _cast(random: Random) -> dict[str, object]:
    """Who and what one article is about: the same from its first sentence to its last."""
    last, last2 = random.sample(LAST_NAMES, 2)
    city, city2 = random.sample(CITIES, 2)
    country, country2 = random.sample(COUNTRIES, 2)
    org, org2 = random.sample(ORGANISATIONS, 2)
    subject = random.choice(SUBJECTS)
    return {
        "person": f"{random.choice(FIRST_NAMES)} {last}", "last": last, "Last": last,
        "person2": f"{random.choice(FIRST_NAMES)} {last2}", "last2": last2,
        "city": city, "City": city, "city2": city2, "country": country, "Country": country, "country2": country2,
        "org": org, "Org": org.removeprefix("the "), "org2": org2, "subject": subject, "job": random.choice(JOBS),
    }  # fmt: skip


def _times(random: Random, published_at: datetime) -> dict[str, object]:
    """Times and numbers: new ones for each sentence."""
    year = random.randint(published_at.year - 14, published_at.year - 1)
    return {
        "weekday": random.choice(WEEKDAYS), "month": random.choice(MONTHS), "day": random.randint(1, 28),
        "year": year, "year2": random.randint(year, published_at.year), "decade": random.choice((1960, 1970, 1980)),
        "soon": random.choice(SOON), "yesterday": random.choice(YESTERDAY), "ago": random.choice(AGO),
        "count": random.randint(2, 60), "number": random.randint(3, 400), "number2": random.randint(401, 900),
    }  # fmt: skip
