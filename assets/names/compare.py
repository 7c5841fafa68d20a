#!/usr/bin/env python3
"""Says how many names of a list are recognised as the nations that the list gives for them.

    python3 compare.py PATH/TO/entente < LIST

LIST has a line for each name: the code that is right (alpha-3, or as docs/names.md has it), a tab, and the
name. Printed are the rows that are right, a choice with the right one in it, unknown, and wrong, and
then each of the last three.
"""

import collections
import subprocess
import sys


def main():
    rows = [line.rstrip("\n").split("\t", 1) for line in sys.stdin if "\t" in line]
    names = "".join(name + "\n" for _, name in rows)
    answer = subprocess.run([sys.argv[1], "names", "-"], input=names, capture_output=True, text=True, check=True)
    found = [line.split("\t")[1].split(" | ") for line in answer.stdout.splitlines()]
    counts = collections.Counter()
    others = []
    for (code, name), codes in zip(rows, found):
        if codes == [code]:
            outcome = "right"
        else:
            outcome = "unknown" if codes == ["-"] else "choice" if code in codes else "wrong"
            others.append((outcome, name, code, "/".join(codes)))
        counts[outcome] += 1
    for outcome in ("right", "choice", "unknown", "wrong"):
        print(f"{outcome}\t{counts[outcome]}\t{100 * counts[outcome] / max(len(rows), 1):.2f} %")
    for row in sorted(others):
        print("\t".join(row))


main()
