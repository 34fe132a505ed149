#!/usr/bin/env python3
"""Attack published figures with an exact solver.

Reads JSON documents from stdin, one a line (or one over several lines):
  {"k": 5, "variables": N,
   "told":   [{"sum": [indices], "value": v}, ...],   what is published, as sums of unknown whole numbers >= 0
   "cells":  [{"sum": [indices], "value": v}, ...],   what must not be found out; those outside 1..k-1 are passed over
   "bounds": [{"sum": [indices], "min": a, "max": b}]  optional: what the hiding itself tells (naive rules)}
and prints for each one line of JSON:
  {"cells": attacked, "pinned": [{"cell": n, "sum": [...], "value": v}],   only this one value is possible
   "small": [...],                                                       several, but all of them below k
   "undecided": [...],                                                   the solver gave up
   "seconds": s}
A document whose told figures contradict each other (a value that is wrong) is an error: exit 2. Otherwise exit 0.
Knows nothing of how figures are chosen. Needs z3-solver.
"""

import json
import sys
import time

import z3

LIMIT_MS = 20_000  # per question


def documents(text):
    """Each JSON value in the text."""
    decoder, at = json.JSONDecoder(), 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        document, at = decoder.raw_decode(text, at)
        yield document


def attack(document):
    start = time.monotonic()
    k, count = document["k"], document["variables"]
    zero = set()
    for figure in document["told"]:
        if figure["value"] == 0:
            zero.update(figure["sum"])  # whole numbers >= 0 that add up to nothing are nothing
    unknown = [None if i in zero else z3.Int(f"x{i}") for i in range(count)]
    solver = z3.SolverFor("QF_LIA")
    solver.set("timeout", LIMIT_MS)
    solver.set("random_seed", 1)

    def total(indices):
        parts = [unknown[i] for i in indices if unknown[i] is not None]
        return z3.Sum(parts) if parts else z3.IntVal(0)

    for variable in unknown:
        if variable is not None:
            solver.add(variable >= 0)
    stated = set()
    for figure in document["told"]:
        key = (frozenset(i for i in figure["sum"] if i not in zero), figure["value"])
        if key not in stated:
            stated.add(key)
            solver.add(total(figure["sum"]) == figure["value"])
    for bound in document.get("bounds", []):
        solver.add(total(bound["sum"]) >= bound["min"], total(bound["sum"]) <= bound["max"])
    if solver.check() == z3.unsat:
        raise SystemExit("the told figures contradict each other")

    targets = [(n, c) for n, c in enumerate(document["cells"]) if 1 <= c["value"] < k]
    safe, result = set(), {"cells": len(targets), "pinned": [], "small": [], "undecided": []}

    def note_model():
        """One possible world answers many questions at once."""
        model = solver.model()
        world = [0 if v is None else model.eval(v, model_completion=True).as_long() for v in unknown]
        for n, cell in targets:
            if n not in safe and sum(world[i] for i in cell["sum"]) >= k:
                safe.add(n)

    for n, cell in targets:
        if n in safe:
            continue
        expression = total(cell["sum"])
        solver.push()
        solver.add(expression >= k)
        answer = solver.check()
        if answer == z3.sat:
            note_model()
        solver.pop()
        if answer == z3.sat:
            continue
        if answer == z3.unknown:
            kind = "undecided"
        else:
            solver.push()
            solver.add(expression != cell["value"])
            other = solver.check()
            solver.pop()
            kind = "small" if other == z3.sat else "pinned" if other == z3.unsat else "undecided"
        result[kind].append({"cell": n, "sum": cell["sum"], "value": cell["value"]})
    result["seconds"] = round(time.monotonic() - start, 3)
    return result


def main():
    for document in documents(sys.stdin.read()):
        try:
            print(json.dumps(attack(document)), flush=True)
        except SystemExit as error:
            print(error, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
