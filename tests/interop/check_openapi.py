"""Reads an OpenAPI document as others do: its structure, and every example against its schema."""

import json
import sys

from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012


def examples(node, pointer=""):
    """Every (pointer, schema, example) below a node."""
    if isinstance(node, dict):
        schema = node.get("schema")
        if isinstance(schema, dict) and "example" in node:
            yield pointer, schema, node["example"]
        if "type" in node or "$ref" in node or "oneOf" in node:
            if "example" in node:
                yield pointer, node, node["example"]
            for example in node.get("examples", []) if isinstance(node.get("examples"), list) else []:
                yield pointer, node, example
        for key, value in node.items():
            if key not in ("example", "examples"):
                yield from examples(value, f"{pointer}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from examples(value, f"{pointer}/{index}")


def main(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in OpenAPIV31SpecValidator(document).iter_errors()]
    registry = Registry().with_resource("urn:api", Resource(contents=document, specification=DRAFT202012))
    for pointer, schema, example in examples(document):
        absolute = json.loads(json.dumps(schema).replace('"#/', '"urn:api#/'))
        validator = Draft202012Validator(absolute, registry=registry, format_checker=FormatChecker())
        errors += [f"example at {pointer}: {e.message}" for e in validator.iter_errors(example)]
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
