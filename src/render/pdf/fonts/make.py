#!/usr/bin/env python3
"""Makes the three faces beside this file from Liberation Sans 2.1.5: fewer signs, no hints for screens, a name of their own.

    pip install fonttools==4.68.0
    python3 src/render/pdf/fonts/make.py /usr/share/fonts/truetype/liberation2

The licence (OFL.txt) keeps the name "Liberation" for fonts that nobody has changed.
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Fremdrift Sans"
# Latin with all its accents, Greek, Cyrillic, punctuation, currencies, arrows and mathematics.
SIGNS = [(0x20, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF), (0x2000, 0x22FF), (0x25A0, 0x25FF)]

source, target = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
for face in ["Regular", "Bold", "Italic"]:
    font = TTFont(source / f"LiberationSans-{face}.ttf", recalcTimestamp=False)
    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True, recalc_timestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[sign for first, last in SIGNS for sign in range(first, last + 1)])
    subsetter.subset(font)
    names = font["name"]
    copyright = names.getDebugName(0)
    names.names = [record for record in names.names if record.nameID in (0, 13, 14)]
    for number, text in [
        (1, NAME),
        (2, face),
        (3, f"{NAME} {face}, made of Liberation Sans 2.1.5"),
        (4, f"{NAME} {face}"),
        (5, "Version 2.1.5"),
        (6, f"{NAME.replace(' ', '')}-{face}"),
        (10, f"Made of Liberation Sans 2.1.5: fewer signs, no hints. {copyright}"),
    ]:
        names.setName(text, number, 3, 1, 0x409)
    font.save(target / f"FremdriftSans-{face}.ttf")
