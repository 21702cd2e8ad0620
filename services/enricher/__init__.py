"""Raw topic in, enriched topic out, exactly once."""
