"""`python -m newsrecon` is the command line."""

from newsrecon.cli import main

if __name__ == "__main__":
    main()
