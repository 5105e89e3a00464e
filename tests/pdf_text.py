"""Holds the meeting packs of a site to their documents: every figure, status and heading of a page is drawn, in the order of the page."""

import html.parser
import pathlib
import re
import subprocess
import sys

SITE, DOCUMENTS = map(pathlib.Path, sys.argv[1:])
VOID = {"br", "hr", "img", "input", "link", "meta"}
# What a document has in another form, or not at all: ways to elsewhere, drawings, which have a text of their own.
PASSED = {"nav", "header", "footer", "svg", "script", "style", "template", "summary"}


def close(text):
    """Leaves out blanks and hyphens: where a line ends and how a word is parted is the typesetter's."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


class Page(html.parser.HTMLParser):
    """Collects the texts of figures, statuses and headings of a page."""

    def __init__(self):
        super().__init__()
        self.open, self.found = [], []

    def handle_starttag(self, tag, attributes):
        if tag in VOID:
            return
        classes = (dict(attributes).get("class") or "").split()
        is_passed = tag in PASSED or any(name in ("links", "take", "edition", "skip") for name in classes)
        kind = None
        if tag in ("h1", "h2", "h3"):
            kind = "heading"
        elif tag == "td" and "number" in classes:
            kind = "figure"
        elif "chip" in classes:
            kind = "status"
        self.open.append((tag, kind, is_passed, []))

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        while self.open:
            name, kind, is_passed, words = self.open.pop()
            text = "".join(words)
            if not is_passed:
                if self.open:
                    self.open[-1][3].append(text)
                if kind and close(text) and not any(passed for _, _, passed, _ in self.open):
                    self.found.append((kind, text))
            if name == tag:
                return

    def handle_data(self, data):
        if self.open:
            self.open[-1][3].append(data)


def document_of(page):
    parts = page.relative_to(SITE).parts
    edition = f"-{parts[1]}" if parts[0] == "editions" else ""
    slug = page.parent.name
    for sign, ascii in (("æ", "ae_"), ("ø", "oe_"), ("å", "aa_")):
        slug = slug.replace(sign, ascii)
    return DOCUMENTS / f"{page.stem}-{slug}{edition}.pdf"


pages = sorted(SITE.glob("**/moedebilag.html"))
wrong, looked = [], 0
for page in pages:
    document = document_of(page)
    drawn = subprocess.run(["pdftotext", "-raw", document, "-"], check=True, capture_output=True, text=True).stdout
    text = close(drawn)
    read = Page()
    read.feed(page.read_text())
    place = 0
    for kind, words in read.found:
        looked += 1
        at = text.find(close(words), place if kind == "heading" else 0)
        if at < 0:
            wrong.append(f"{document.name}: no {kind} {words!r} where it should stand")
        elif kind == "heading":
            place = at
expected = {document_of(page).name for page in pages}
made = {document.name for document in DOCUMENTS.glob("*.pdf")}
if expected != made:
    wrong.append(f"documents that no page has, or pages without one: {sorted(expected ^ made)}")
if not pages or looked < 100:
    wrong.append(f"only {looked} words of {len(pages)} pages were looked for")
print(f"{looked} figures, statuses and headings of {len(pages)} pages")
print("\n".join(wrong))
sys.exit(1 if wrong else 0)
