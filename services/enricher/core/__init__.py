"""Pure functions: record, outcome, plan, dead letter. No I/O, no clock, no spaCy."""
