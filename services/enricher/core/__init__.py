"""The pure core: from a record to what is published for it. No input or output, no clock, no spaCy, no Kafka client."""
