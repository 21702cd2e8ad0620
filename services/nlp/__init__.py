"""Text in, annotations out. Knows no Kafka, no clock and no settings of the service."""
