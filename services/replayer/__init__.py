"""Files in, raw topic out: at a chosen pace, resumable."""
