"""Corrections of the model's mentions: each step is one file, takes mentions in order and hands them on in order."""

from services.nlp.entities.corrections.acronyms import find_acronyms
from services.nlp.entities.corrections.brackets import read_brackets
from services.nlp.entities.corrections.clubs import find_clubs
from services.nlp.entities.corrections.contexts import weigh_contexts
from services.nlp.entities.corrections.credits import read_credits
from services.nlp.entities.corrections.datelines import read_datelines
from services.nlp.entities.corrections.edges import trim_edges
from services.nlp.entities.corrections.first_names import find_persons
from services.nlp.entities.corrections.headlines import read_headlines
from services.nlp.entities.corrections.kinds import label_by_kind
from services.nlp.entities.corrections.known import label_known_names
from services.nlp.entities.corrections.labels import relabel
from services.nlp.entities.corrections.landmarks import find_landmarks
from services.nlp.entities.corrections.languages import find_languages
from services.nlp.entities.corrections.line_breaks import cut_at_line_breaks
from services.nlp.entities.corrections.listings import cut_listings
from services.nlp.entities.corrections.lists import label_lists
from services.nlp.entities.corrections.makes import find_makes
from services.nlp.entities.corrections.models import find_products
from services.nlp.entities.corrections.nicknames import join_nicknames
from services.nlp.entities.corrections.noise import drop_noise
from services.nlp.entities.corrections.organisations import join_organisations
from services.nlp.entities.corrections.particles import join_particles
from services.nlp.entities.corrections.plurals import take_plurals_in
from services.nlp.entities.corrections.ships import find_ships
from services.nlp.entities.corrections.spacecraft import find_spacecraft
from services.nlp.entities.corrections.spread import spread_names
from services.nlp.entities.corrections.storms import find_storms
from services.nlp.entities.corrections.surnames import join_surnames
from services.nlp.entities.corrections.titles import leave_titles_out
from services.nlp.entities.corrections.towns import find_towns
from services.nlp.entities.corrections.whole_names import complete_persons
from services.nlp.entities.mention import Step

STEPS: tuple[Step, ...] = (
    cut_at_line_breaks,
    cut_listings,
    read_brackets,
    read_headlines,
    trim_edges,
    leave_titles_out,
    join_organisations,
    relabel,
    find_persons,
    join_particles,
    join_nicknames,
    find_ships,
    find_storms,
    label_known_names,
    find_towns,
    find_languages,
    read_datelines,
    read_credits,
    label_by_kind,
    weigh_contexts,
    find_clubs,
    find_landmarks,
    find_spacecraft,
    find_products,
    find_makes,
    label_lists,
    drop_noise,
    join_surnames,
    spread_names,
    complete_persons,
    find_acronyms,
    take_plurals_in,
)
"""In this order: the text's own marks, what longer names take in, known names, further mentions."""
