"""Files in, raw topic out: at a chosen pace, resumable, each article exactly once."""
