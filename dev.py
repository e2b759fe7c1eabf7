"""The developer's one door: `python3 dev.py run|test|check|bench|texts|lock`.

Standard library only. This file stays readable for any Python, so that one that is too old or too new can say so.
"""

import sys

# Upper bound: the newest Python that the pinned PySide6 has wheels for.
if not (3, 11) <= sys.version_info[:2] < (3, 15):
    sys.exit(
        "Facilitator heeft Python 3.11 tot en met 3.14 nodig; dit is Python "
        + ".".join(str(part) for part in sys.version_info[:3])
        + ". / Facilitator needs Python 3.11 to 3.14."
    )

# Below the check: an older Python cannot read that module.
from devtools.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
