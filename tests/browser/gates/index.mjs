// Every gate a site passes, slowest first so that two at a time finish together.

import { accessible } from "./accessible.mjs";
import { answering } from "./answering.mjs";
import { asked } from "./asked.mjs";
import { brief } from "./brief.mjs";
import { complete } from "./complete.mjs";
import { contrasted } from "./contrasted.mjs";
import { fitting } from "./fitting.mjs";
import { found } from "./found.mjs";
import { linked } from "./linked.mjs";
import { printable } from "./printable.mjs";
import { quiet } from "./quiet.mjs";
import { reachable } from "./reachable.mjs";
import { sorting } from "./sorting.mjs";
import { taken } from "./taken.mjs";
import { valid } from "./valid.mjs";

export const gates = [accessible, printable, valid, reachable, fitting, contrasted, complete, found, linked, sorting, taken, brief, quiet, answering, asked];
