"""`python -m services.cli`: the same command, for a process that starts another of its own kind."""

from services.cli.main import main

if __name__ == "__main__":
    main()
