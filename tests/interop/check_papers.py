"""Other people's programs read our papers: pypdf reads text, language and structure, PyNaCl checks the signature of an attestation.

check_papers.py FOLDER: every NAME.pdf in it, held against NAME.json:
  {"language": "nl", "title": "…", "text": ["…"], "pages": 1, "rows": 3, "key": "<PEM>",
   "says": {what an attestation must say}, "signature": "<detached, base64url>"}
"""

import base64
import json
import pathlib
import re
import sys

import nacl.signing
import pypdf
from pypdf.generic import IndirectObject


def unpadded(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def public_key(pem):
    """The key of a PEM file: the last 32 octets of its DER (RFC 8410)."""
    return nacl.signing.VerifyKey(base64.b64decode("".join(pem.strip().splitlines()[1:-1]))[-32:])


def plain(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " ")).strip()


def tags(node, found):
    """Every structure element below a node, by its kind."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, list):
        for child in node:
            tags(child, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.setdefault(str(node["/S"]), []).append(node)
        if "/K" in node:
            tags(node["/K"], found)


def check(path, expected):
    reader = pypdf.PdfReader(path, strict=True)
    root = reader.trailer["/Root"]
    assert root["/Lang"] == expected["language"], root["/Lang"]
    assert root["/MarkInfo"]["/Marked"] is not None and root["/MarkInfo"]["/Marked"].value, "tagged"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value, "shows its title"
    assert expected["title"] in plain(reader.metadata.title), reader.metadata.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data(), "PDF/UA"
    assert "/AcroForm" not in root and "/OpenAction" not in root and "/JavaScript" not in root.get("/Names", {}), "nothing that acts"
    assert "/CreationDate" not in (reader.metadata or {}), "no date of its own"
    if "pages" in expected:
        assert len(reader.pages) == expected["pages"], len(reader.pages)
    whole = "\n".join(page.extract_text() for page in reader.pages)
    for text in expected.get("text", []):
        assert plain(text) in plain(whole), f"{text!r} is not in {plain(whole)!r}"
    for text in expected.get("not", []):
        assert plain(text) not in plain(whole), f"{text!r} is in it"
    places = [plain(whole).find(text) for text in expected.get("order", [])]
    assert places == sorted(places) and -1 not in places, places
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            below = font.get_object()["/DescendantFonts"][0].get_object()
            assert "/FontFile2" in below["/FontDescriptor"] or "/FontFile3" in below["/FontDescriptor"], "the fonts are inside"
            assert "/ToUnicode" in font.get_object(), "text can be copied"
    found = {}
    tags(root["/StructTreeRoot"]["/K"], found)
    assert found.get("/H1"), "a heading"
    assert all(figure.get("/Alt") for figure in found.get("/Figure", [])), "pictures say what they show"
    if "rows" in expected:
        assert len(found.get("/TR", [])) >= expected["rows"] and found.get("/TH"), "tables have rows and headings"
    if expected.get("signature"):
        public_key(expected["key"]).verify(path.read_bytes(), unpadded(expected["signature"]))
    if expected.get("says"):
        token = re.search(r"eyJ[A-Za-z0-9_.\-\s]+", whole).group(0)
        # What follows on the page begins with a line of its own: as many signs as a signature has.
        heading, body, rest = re.sub(r"\s+", "", token).split(".", 2)
        signature = rest[:86]
        public_key(expected["key"]).verify(f"{heading}.{body}".encode(), unpadded(signature))
        said = json.loads(unpadded(body))
        for name, value in expected.get("says", {}).items():
            assert said[name] == value, (name, said)
        assert json.loads(unpadded(heading))["alg"] == "EdDSA"


def main():
    papers = sorted(pathlib.Path(sys.argv[1]).glob("*.pdf"))
    assert papers, "no papers"
    for path in papers:
        try:
            check(path, json.loads(path.with_suffix(".json").read_text()))
        except Exception as error:
            sys.exit(f"{path.name}: {type(error).__name__}: {error}")


main()
