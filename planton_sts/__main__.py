# SPDX-License-Identifier: Apache-2.0
"""`python -m planton_sts`, the same as the command `planton-sts`."""

from planton_sts.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
