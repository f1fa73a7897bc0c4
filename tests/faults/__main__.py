"""`python -m tests.faults`: tries every fault, and prints what came of it."""

import sys

from tests.faults.table import main

if __name__ == "__main__":
    sys.exit(main())
