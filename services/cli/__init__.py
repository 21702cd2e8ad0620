"""The dateline command; thin, one file per sub-command."""
