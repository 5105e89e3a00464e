"""Opens every download of a built site as a reader would, and holds it against the page it is offered on.

    python3 -m venv /tmp/readers && /tmp/readers/bin/pip install -r tests/spreadsheets/requirements.txt
    apt-get install --no-install-recommends libreoffice-calc-nogui
    /tmp/readers/bin/python tests/spreadsheets/check.py SITE

CSV files are opened by LibreOffice Calc in the language of their page, workbooks by LibreOffice in Danish and by openpyxl,
calendars by icalendar. None of them knows anything of ours. What differs is printed, and the exit code is 1.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from html.parser import HTMLParser
from pathlib import Path

import icalendar
import openpyxl

# The number of a language in Microsoft's list, the sign between cells, the decimal sign, that between thousands.
LANGUAGES = {
    "da": (1030, ";", ",", "."),
    "nb": (1044, ";", ",", " "),
    "sv": (1053, ";", ",", " "),
    "en": (2057, ",", ".", ","),
}
MAGNITUDES = [("mia. kr.", 9), ("mio. kr.", 6), ("t. kr.", 3), ("1.000 kr.", 3), ("kr.", 0)]
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "use", "path", "rect", "circle"}

faults = []
counts = Counter()


def fault(where, what):
    faults.append(f"{where}: {what}")


# --- the page ---------------------------------------------------------------------------------------------------------


class Page(HTMLParser):
    """The tables of a page as rows of cells, and what can be taken along of each."""

    def __init__(self, text):
        super().__init__()
        self.language, self.tables, self.files = "da", {}, []
        self.table = self.row = self.cell = None
        self.silent = 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "html":
            self.language = attributes.get("lang", "da")
        elif tag == "table":
            self.table = self.tables.setdefault(attributes.get("id", ""), {"heads": [], "rows": []})
        elif tag == "tr" and self.table is not None:
            classes = set((attributes.get("class") or "").split())
            self.row = {"classes": classes, "cells": []}
            self.table["rows"].append(self.row)
        elif tag in ("td", "th") and self.row is not None:
            self.cell = {"tag": tag, "text": "", "small": "", **attributes}
            self.row["cells"].append(self.cell)
        elif tag == "a" and "download" in attributes:
            self.files.append((attributes["href"], attributes.get("aria-describedby", "").removesuffix("-name")))
        if tag in ("small", "sup", "dl"):
            self.silent += 1

    def handle_endtag(self, tag):
        if tag in ("small", "sup", "dl"):
            self.silent -= 1
        elif tag in ("td", "th"):
            self.cell = None
        elif tag == "tr":
            self.row = None
        elif tag == "table":
            self.table = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell["small" if self.silent else "text"] += data


def heads_and_rows(table):
    """The heads of a page's table and its rows that hold values."""
    rows = table["rows"]
    heads = [words(cell["text"]) for cell in rows[0]["cells"]] if rows else []
    aside = {"heading", "note", "words"}
    return heads, [row["cells"] for row in rows[1:] if not row["classes"] & aside]


def words(text):
    return " ".join(text.replace("\u00ad", "").replace("\u2060", "").split())


def shown_number(text, language):
    """A number as a page shows it, and the magnitude of its unit where it stands beside it."""
    found = re.search(r"[−+-]?\d[\d.,\u00a0\u202f ]*", text)
    if not found:
        return None
    _, _, decimal, thousands = LANGUAGES[language]
    number = found.group().strip().rstrip(".,")
    number = re.sub(r"\s", "", number).replace(thousands, "").replace(decimal, ".")
    number = number.replace("−", "-").lstrip("+")
    unit = text[found.end():].strip()
    magnitude = next((power for name, power in MAGNITUDES if unit.startswith(name)), None)
    try:
        return Decimal(number), magnitude
    except InvalidOperation:
        return None


# --- LibreOffice ------------------------------------------------------------------------------------------------------

SPACES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>da-DK</value></prop></item>
</oor:items>
"""


def name(space, tag):
    return f"{{{SPACES[space]}}}{tag}"


def convert(files, folder, arguments):
    """Opens files in LibreOffice and saves them as flat XML. Answers where each lies then."""
    source, out = folder / "in", folder / "out"
    source.mkdir(parents=True)
    made = {}
    for at, file in enumerate(files):
        copy = source / f"{at}{file.suffix}"
        shutil.copyfile(file, copy)
        made[file] = out / f"{at}.fods"
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(LOCALE, encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"]
    command += [*arguments, "--convert-to", "fods", "--outdir", str(out)]
    copies = sorted(map(str, source.iterdir()))
    # Of several hundred at once LibreOffice leaves some out, without a word.
    for first in range(0, len(copies), 100):
        subprocess.run([*command, *copies[first : first + 100]], check=True, capture_output=True)
    if missing := [file for file, flat in made.items() if not flat.is_file()]:
        sys.exit(f"LibreOffice did not open {missing[0]} and {len(missing) - 1} more")
    return made


def sheets(file):
    """The sheets of a flat document: rows of cells, each a kind, a value and the text that is shown."""
    for sheet in ET.parse(file).getroot().iter(name("table", "table")):
        rows = []
        for row in sheet.iter(name("table", "table-row")):
            cells = []
            for cell in row:
                if cell.tag not in (name("table", "table-cell"), name("table", "covered-table-cell")):
                    continue
                kind = cell.get(name("office", "value-type"))
                value = cell.get(name("office", "value")) or cell.get(name("office", "date-value"))
                lines = ["".join(part.itertext()) for part in cell.findall(name("text", "p"))]
                times = int(cell.get(name("table", "number-columns-repeated"), 1))
                cells += [(kind, value, "\n".join(lines))] * (times if kind else min(times, 64))
            while cells and cells[-1][0] is None:
                cells.pop()
            times = int(row.get(name("table", "number-rows-repeated"), 1))
            rows += [cells] * (times if cells else min(times, 1))
        yield sheet.get(name("table", "name")), rows


# --- CSV --------------------------------------------------------------------------------------------------------------

NUMBER = {",": re.compile(r"-?\d+(,\d+)?"), ".": re.compile(r"-?\d+(\.\d+)?")}
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december".split(),
    "nb": "januar februar mars april mai juni juli august september oktober november desember".split(),
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


def month_of(text, language):
    """`2020-05` of `maj 2020`; nothing of anything else."""
    month, _, year = text.partition(" ")
    known = MONTHS[language]
    return f"{year}-{known.index(month) + 1:02}" if month in known and year.isdigit() else None


def plain_csv(file, separator):
    """Reads CSV sign by sign, as RFC 4180 has it."""
    text = file.read_bytes().decode("utf-8")
    if not text.startswith("\ufeff"):
        fault(file, "no byte order mark")
    rows, row, cell, quoted = [], [], "", False
    signs = iter(range(1, len(text)))
    for at in signs:
        sign = text[at]
        if sign == '"' and quoted and text[at + 1 : at + 2] == '"':
            cell += sign
            next(signs)
        elif sign == '"':
            quoted = not quoted
        elif quoted or sign not in (separator, "\r", "\n"):
            cell += sign
        elif sign == separator:
            row, cell = [*row, cell], ""
        elif sign == "\n":
            rows.append([*row, cell])
            row, cell = [], ""
    return rows


def check_csv(where, file, opened, table, language):
    """Holds a CSV file, as LibreOffice opened it, against its own text and against the table of its page."""
    _, separator, decimal, _ = LANGUAGES[language]
    written = plain_csv(file, separator)
    (_, cells), *_ = sheets(opened)
    data = [row for row in written if row[0] != "#"]
    if len(cells) < len(data):
        return fault(where, f"{len(cells)} lines in LibreOffice, {len(data)} written")
    width = len(data[0])
    for at, row in enumerate(data):
        got = cells[at] + [(None, None, "")] * (width - len(cells[at]))
        if len(row) != width:
            fault(where, f"line {at + 1} has {len(row)} cells, its head {width}")
        for column, (text, (kind, value, show)) in enumerate(zip(row, got)):
            counts["cells of CSV in LibreOffice"] += 1
            if text == "":
                right = kind is None
            elif NUMBER[decimal].fullmatch(text) and kind == "float":
                right = Decimal(value) == Decimal(text.replace(",", "."))
            elif at and DAY.fullmatch(text) and kind == "date":
                right = value == text
            elif kind == "date" and month_of(text, language) == value[:7] and value.endswith("-01"):
                # The month is still the same, but it is shown as its first day.
                counts["months in words that LibreOffice shows as their first day"] += 1
                right = True
            else:
                right = kind == "string" and show.split() == text.split()
            if not right:
                fault(where, f"line {at + 1}, {data[0][column]}: {text!r} became {kind} {value} {show!r}")
    compare(where, data, table, language)


def compare(where, data, table, language):
    """Holds the rows of a file against those of its page: every number, every name of a row, every dash and gap."""
    heads, rows = heads_and_rows(table)
    named = {re.sub(r" \([^()]*\)$", "", head): at for at, head in reversed(list(enumerate(data[0])))}
    units = {at: head[head.rfind("(") + 1 : -1] for at, head in enumerate(data[0]) if head.endswith(")")}
    decimal = LANGUAGES[language][2]
    if len(rows) != len(data) - 1:
        return fault(where, f"{len(rows)} rows on the page, {len(data) - 1} in the file")
    for at, (cells, row) in enumerate(zip(rows, data[1:]), start=1):
        for place, cell in enumerate(cells):
            head = words(cell.get("data-label") or (heads[place] if place < len(heads) else ""))
            if head not in named:
                counts["cells without a column of their own"] += bool(words(cell["text"]))
                unnamed[head] += bool(words(cell["text"]))
                continue
            text, stands = words(cell["text"]), row[named[head]]
            if "number" in (cell.get("class") or ""):
                right = same_number(text, stands, units.get(named[head]), decimal, language, row, data[0], named[head])
                counts["numbers of pages in CSV"] += 1
            elif cell["tag"] == "th":
                # What stands in small beside a name is a part of it in the file, and a month has its number.
                right = words(stands.removeprefix("'")).startswith(text) or month_of(text, language) == stands
                counts["names of rows in CSV"] += 1
            else:
                continue
            if not right:
                fault(where, f"row {at}, {head}: the page has {text!r}, the file {stands!r}")


unnamed = Counter()


def same_number(text, stands, unit, decimal, language, row, heads, column):
    if text in ("", "-", "−", "–"):
        return stands == ("" if text == "" else "-")
    if not NUMBER[decimal].fullmatch(stands):
        return words(stands) == text
    shown, number = shown_number(text, language), Decimal(stands.replace(",", "."))
    if shown is None:
        return False
    shown, magnitude = shown
    if unit is None and column + 1 < len(heads) and heads[column + 1].startswith(heads[column] + ","):
        unit = row[column + 1]
    power = next((power for name, power in MAGNITUDES if unit == name), None)
    if magnitude is not None and power is not None:
        number = number.scaleb(power - magnitude)
    places = -shown.as_tuple().exponent
    # A page may show fewer decimals than were written; never other ones.
    return number == shown or abs(number - shown) * 2 <= Decimal(1).scaleb(-places)


# --- workbooks --------------------------------------------------------------------------------------------------------


def check_book(where, file, opened, tables):
    """Holds a workbook against the rules of accessible spreadsheets, and its numbers against the CSV files beside it."""
    book = openpyxl.load_workbook(file)
    names = book.sheetnames
    rule = lambda holds, text: counts.update([f"rule held: {text}"]) if holds else fault(where, f"rule: {text}")
    notes = [cell.value for cell in book[names[2]]["A"]][2:] if names[2] in ("Noter", "Notes", "Anmärkningar", "Noter") else []
    first = 3 if notes else 2
    rule(names[0] in ("Forside", "Cover", "Framsida", "Forside"), "the first sheet is a cover")
    rule(names[1] in ("Indhold", "Contents", "Innehåll", "Innhold"), "the second lists the contents")
    rule(bool(book.properties.title and book.properties.creator), "the file has a title and an author")
    rule(book.active.title == names[0], "it opens on its cover")
    rule(all(sheet.sheet_state == "visible" for sheet in book), "no sheet is hidden")
    contents = book[names[1]]
    led = {cell.hyperlink.location for row in contents for cell in row if cell.hyperlink}
    rule(all(f"'{sheet}'!A1" in led for sheet in names[2:]), "the contents lead to every sheet")
    known, used = set(), set()
    for at, sheet in enumerate(book):
        rule(not sheet.merged_cells.ranges, "no cells are merged")
        hidden = [part for part in [*sheet.row_dimensions.values(), *sheet.column_dimensions.values()] if part.hidden]
        rule(not hidden, "no row or column is hidden")
        rule(all(cell.data_type != "f" for row in sheet for cell in row), "no cell is a formula")
        rule(bool(words(str(sheet["A1"].value or ""))), "cell A1 says what the sheet is")
        if at == 0:
            rule(sheet.max_column == 1, "the cover stands in column A")
            continue
        rule(len(sheet.tables) == 1, "a sheet has one table")
        (table,) = sheet.tables.values()
        left, top, right, bottom = openpyxl.utils.range_boundaries(table.ref)
        rule(left == 1, "a table begins in column A")
        rule(table.displayName not in known, "each table has a name of its own")
        known.add(table.displayName)
        rule(bottom == sheet.max_row and right == sheet.max_column, "nothing stands beside or below a table")
        above = [cell for row in sheet.iter_rows(max_row=top - 1, min_col=2) for cell in row if cell.value is not None]
        rule(not above, "what stands above a table stands in column A")
        heads = [cell.value for cell in next(sheet.iter_rows(min_row=top, max_row=top))]
        rule(all(heads) and len({head.lower() for head in heads}) == len(heads), "every column has a head of its own")
        if at < first:
            continue
        rule(sheet.freeze_panes == f"A{top + 1}" and sheet.print_title_rows is not None, "the heads stay in sight and are repeated on paper")
        lead = " ".join(str(row[0].value or "") for row in sheet.iter_rows(max_row=top - 1))
        rows = [[cell for cell in row] for row in sheet.iter_rows(min_row=top + 1, max_row=bottom)]
        rule(bool(rows), "a table has rows")
        for column, head in enumerate(heads):
            cells = [row[column] for row in rows]
            numbers = [cell for cell in cells if isinstance(cell.value, (int, float))]
            gaps = [cell for cell in cells if cell.value is None]
            if numbers:
                odd = {cell.value for cell in cells if isinstance(cell.value, str)} - {"[n]", "[x]"}
                counts.update(f"word in a column of numbers: {value}" for value in odd if not value.startswith("under "))
                if not head.endswith(")"):
                    without_unit[head] += 1
                signs = {"[n]": "[n]", "[x]": "[x]"}
                for sign in signs:
                    rule(all(cell.value != sign for cell in cells) or sign in lead, "each sign in a cell is explained above its table")
            rule(not gaps or "Tomme celler" in lead or "Empty cells" in lead, "empty cells are explained above their table")
            for cell in cells:
                if isinstance(cell.value, str):
                    used |= set(re.findall(r"\[note \d+\]", cell.value))
                if isinstance(cell.value, (datetime, date)):
                    counts["days in workbooks"] += 1
        identity = re.sub(r"^table_\d+_", "", table.displayName)
        seen = next(cells for title, cells in opened if title == sheet.title)[top:]
        check_sheet(where, sheet, heads, rows, tables, identity, seen)
    rule(used <= set(notes), "each note that is named is explained")
    rule(set(notes) <= used, "each note that is explained is named")


without_unit = Counter()


def check_sheet(where, sheet, heads, rows, tables, identity, seen):
    """Holds the rows of a sheet, as openpyxl and LibreOffice read them, against the CSV file of the same table."""
    written = next((data for table, data in tables.items() if re.sub(r"[^0-9A-Za-z]", "_", table) == identity), None)
    if written is None:
        return fault(where, f"{sheet.title}: no CSV file has the same table")
    if written[0] != heads:
        fault(where, f"{sheet.title}: the heads are not those of the CSV file")
    for at, (row, texts) in enumerate(zip(rows, written[1:], strict=True)):
        shown = seen[at] + [(None, None, "")] * len(heads)
        for cell, text, (kind, value, show), head in zip(row, texts, shown, heads):
            counts["cells of workbooks"] += 1
            got = cell.value
            if isinstance(got, (datetime, date)):
                right = got.strftime("%Y-%m-%d") == text and kind == "date" and value[:10] == text
            elif isinstance(got, (int, float)):
                number = Decimal(text.replace(",", "."))
                right = Decimal(repr(got)) == number and kind == "float" and Decimal(value) == number
                # LibreOffice shows it as the page does, in Danish.
                right = right and show == danish(number)
                counts["numbers of workbooks in openpyxl and LibreOffice"] += 1
            elif got is None:
                right = text == "" and kind is None
            elif got in ("[n]", "[x]"):
                right = text == {"[n]": "-", "[x]": ""}[got] and show == got
            elif re.fullmatch(r"\[note \d+\]", got):
                right = bool(text) and show == got
            else:
                right = got.split() == text.removeprefix("'").replace("; ", " ").split() or got.split() == text.split()
                right = right or re.sub(r"\W", "", got) == re.sub(r"\W", "", text)
                right = right and kind == "string"
            if not right:
                fault(where, f"{sheet.title}, {cell.coordinate}, {head}: {got!r}, {kind} {value} {show!r}; the CSV file has {text!r}")


def danish(number):
    whole, _, decimals = f"{abs(number):f}".partition(".")
    whole = f"{int(whole):,}".replace(",", ".")
    return ("−" if number < 0 else "") + whole + ("," + decimals if decimals else "")


# --- calendars --------------------------------------------------------------------------------------------------------


def check_calendar(where, file, pages):
    """Reads a calendar with a library, and looks for the title of each event among what the site shows."""
    calendar = icalendar.Calendar.from_ical(file.read_bytes())
    if calendar.get("version") != "2.0" or not calendar.get("prodid"):
        fault(where, "no VERSION:2.0 or no PRODID")
    if calendar.errors:
        fault(where, f"{calendar.errors}")
    known = set()
    for event in calendar.walk("VEVENT"):
        counts["events of calendars"] += 1
        for needed in ("uid", "dtstamp", "dtstart", "summary"):
            if needed not in event:
                fault(where, f"an event without {needed}")
        if event.errors:
            fault(where, f"{event.get('summary')}: {event.errors}")
        if str(event["uid"]) in known:
            fault(where, f"two events with one name: {event['uid']}")
        known.add(str(event["uid"]))
        first = event.decoded("dtstart")
        if not isinstance(first, date) or isinstance(first, datetime):
            fault(where, f"{event['summary']}: not a day: {first}")
        title = words(str(event["summary"]))
        parts = [part for part in re.split(r": |, ", title) if part]
        if not any(part in pages for part in [title, *parts]):
            fault(where, f"no page says {title!r}")
    if not known:
        counts["empty calendars"] += 1


# --- all of it --------------------------------------------------------------------------------------------------------


def main(root):
    files = defaultdict(dict)  # language → file → (page, table)
    books, tables_of = {}, defaultdict(dict)
    spoken = set()
    for path in sorted(root.rglob("*.html")):
        page = Page(path.read_text(encoding="utf-8"))
        spoken.add(words(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8"))))
        for href, table in page.files:
            file = (path.parent / href).resolve()
            where = file.relative_to(root)
            if not file.is_file():
                fault(where, "is not there")
            elif table not in page.tables:
                fault(where, f"{path.relative_to(root)} has no table {table}")
            elif file.suffix == ".csv":
                files[page.language][file] = (page.tables[table], table, path)
            elif file.suffix == ".xlsx":
                books[file] = (page, path)
    offered = {file for known in files.values() for file in known} | set(books)
    for file in sorted({*root.rglob("*.csv"), *root.rglob("*.xlsx")} - offered):
        fault(file.relative_to(root), "no page offers it")
    with tempfile.TemporaryDirectory() as folder:
        for language, known in files.items():
            code, separator, _, _ = LANGUAGES[language]
            read = f"--infilter=Text - txt - csv (StarCalc):{ord(separator)},34,76,1,,{code},false,true"
            made = convert(known, Path(folder) / language, [read])
            for file, (table, identity, path) in known.items():
                check_csv(file.relative_to(root), file, made[file], table, language)
                rows = plain_csv(file, separator)
                tables_of[path][identity] = [row for row in rows if row[0] != "#"]
                counts["CSV files"] += 1
        made = convert(books, Path(folder) / "books", [])
        for file, (_, path) in books.items():
            check_book(file.relative_to(root), file, list(sheets(made[file])), tables_of[path])
            counts["workbooks"] += 1
    pages = "\n".join(spoken)
    for file in sorted(root.rglob("*.ics")):
        check_calendar(file.relative_to(root), file, pages)
        counts["calendars"] += 1
    for what, count in sorted(counts.items()):
        print(f"{count:7} {what}")
    print(f"columns of numbers without a unit in their head: {dict(without_unit)}")
    print(f"cells of pages without a column of their own: {dict(unnamed)}")
    for line in faults[:60]:
        print(f"FAULT {line}")
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]).resolve()))
