# Ordene på den færdige side. Ét ord eller én sætning pr. linje; det efter `=` må ændres.
# Et tema kan have sin egen i18n/da.ftl med de linjer, der skal lyde anderledes.

## Tal. Mellemrum her bliver til hårde mellemrum, så et beløb aldrig brydes over to linjer.

unit-krone = kr.
unit-thousand = 1.000 kr.
unit-million = mio. kr.
unit-billion = mia. kr.
# Andre landes penge: $code er valutaens kode, EUR eller GBP. Er det, der står for den her, et tegn som £, gælder linjerne
# med -sign, ellers dem med -money.
currency-sign = { $code }
unit-money = { $currency }
unit-money-thousand = 1.000 { $currency }
unit-money-million = mio. { $currency }
unit-money-billion = mia. { $currency }
unit-sign = { $currency }
unit-sign-thousand = 1.000 { $currency }
unit-sign-million = mio. { $currency }
unit-sign-billion = mia. { $currency }
unit-percent = %
unit-percent-point = procentpoint

amount-krone = { $number } kr.
amount-thousand = { $number } t.kr.
amount-million = { $number } mio. kr.
amount-billion = { $number } mia. kr.
amount-money = { $number } { $currency }
amount-money-thousand = { $number } t.{ $currency }
amount-money-million = { $number } mio. { $currency }
amount-money-billion = { $number } mia. { $currency }
amount-sign = { $number } { $currency }
amount-sign-thousand = { $number } t.{ $currency }
amount-sign-million = { $number } mio. { $currency }
amount-sign-billion = { $number } mia. { $currency }
amount-percent = { $number } %
amount-percent-point = { $number } procentpoint
amount-other = { $number } { $unit }

approx-about = ca. { $figure }
approx-good = godt { $figure }
approx-barely = knap { $figure }
approx-over = over { $figure }
approx-under = under { $figure }

## Perioder. Måneder og datoer kommer fra sproget selv.

period-week = uge { $week }, { $year }
period-tertial = { $tertial }. tertial { $year }
period-quarter = { $quarter }. kvartal { $year }
period-half = { $half }. halvår { $year }
period-winter = vinter { $year }
period-spring = forår { $year }
period-summer = sommer { $year }
period-autumn = efterår { $year }
# $period er et år eller en måned med år.
period-primo = primo { $period }
period-medio = medio { $period }
period-ultimo = ultimo { $period }
# Hvornår noget skulle være sket: »skulle være nået i februar 2026«.
period-when = { $kind ->
        [day] { $period }
        [season] { $period }
        [part] { $period }
        [end] { $period }
       *[other] i { $period }
    }

## Rammen om hver side: menu, sidehoved, sidefod.

ui-skip = Gå til indhold
og-locale = da_DK
ui-menu = Hovedmenu
ui-more = Mere
ui-others = Flere sider
ui-crumbs = Brødkrumme
ui-footer = Sidefod
ui-updated = Opdateret
ui-unrecorded = Foreløbig: noget på denne side er ikke gemt i git endnu.
ui-source = Kilde
ui-accessibility = Tilgængelighedserklæring
ui-about = Om siden
ui-show-data = Vis tallene som tabel
ui-download = Hent:
ui-search = Søg
ui-search-one = resultat
ui-search-many = resultater
ui-search-first = De første 20 vises.
search-pack = { $committee }, til udskrift eller PDF
ui-search-near = Intet fundet. Mente du en af disse?
ui-search-none = Intet fundet. Prøv et andet ord, eller se A–Å.
ui-a-to-z = A–Å
ui-table-tools = Filtrér og sortér
ui-table-search = Søg i tabellen
ui-table-all = Alle
ui-table-shown = Viser … af …
ui-table-none = Ingen rækker passer.
ui-table-clear = Ryd filtre
ui-table-order = Sortér efter
ui-table-own = Tabellens egen rækkefølge
ui-table-up = stigende
ui-table-down = faldende
ui-table-worst = værste først
ui-table-best = bedste først
ui-table-sorted = Sorteret efter
ui-table-sums = Summerne gælder hele tabellen.

# Punkterne i hovedmenuen.
ui-menu-home = Overblik
ui-menu-plans = Planer
ui-menu-measures = Tiltag
ui-menu-committees = Udvalg
ui-menu-owners = Ansvarlige
ui-menu-milestones = Milepæle
ui-menu-disagreements = Uoverensstemmelser
ui-menu-a-to-z = A–Å
ui-menu-history = Historik
ui-menu-editions = Udgaver
ui-menu-scales = Statusfarver

## Siderne: adresser, overskrifter, kolonner og sætninger.

# Mapper og filer i sidens adresser. Kun små bogstaver, tal og bindestreger.
path-plans = planer
path-committees = udvalg
path-owners = ansvarlige
path-milestones = milepaele
path-indicators = indikatorer
path-months = maaneder
path-editions = udgaver
path-history = historik
path-disagreements = uoverensstemmelser
path-scales = skalaer
path-about = om
path-measures = tiltag
path-a-to-z = a-aa
path-pack = moedebilag

nav-home = Overblik
footnotes = Fodnoter
footnote-back = Tilbage til teksten
nav-plans = Planer
nav-committees = Udvalg
nav-owners = Ansvarlige
nav-milestones = Milepæle
nav-editions = Udgaver
nav-history = Historik
nav-disagreements = Uoverensstemmelser
nav-scales = Skalaer og betydninger
nav-about = Om siden
nav-measures = Tiltag
nav-a-to-z = Alt fra A til Å
a-to-z-lead = Alle planer, tiltag, udvalg, ansvarlige og sider efter navn.
a-to-z-letters = ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ
a-to-z-other = Tal og tegn
a-to-z-plan = plan
# Farver, der kan søges på.
colour-complete = blå blåt
colour-good = grøn grønt grønne
colour-fair = blågrøn blågrønt
colour-warning = gul gult gule
colour-bad = rød rødt røde
colour-severe = mørkerød rød rødt røde
colour-none = grå gråt

list-and = og

# Hvad der er ændret siden en udgave, og siderne om udgaver.
col-since = Siden { $date }
col-since-of = { $column } siden { $date }
since-same = uændret
since-no-status = Ingen status er ændret siden { $date }
since-same-table = Ingen ændringer siden { $date }
said-once = { $head }: { $value }
said-once-most = { $head }: { $value }, hvor intet andet står
since-new-table = Nyt siden { $date }
since-meaning = »Før« er tallet { $date }
since-was = før { $figure }
since-was-corrected = før { $figure }, rettet til { $corrected }
since-rest = andre tal ændret
since-not-given = ikke oplyst
since-told = { $what } (før ikke oplyst)
since-new = tilføjet
since-gone = udgået
since-new-without-level = { $count } tiltag er kommet til, endnu uden status.
since-entered = Kommet til
since-from = Fra { $level }
since-to = Til { $level }
since-left = Udgået
since-without-level = uden status
since-reached = nået
since-put-off = udskudt
since-moved-forward = rykket frem
since-decided = truffet
since-step = { $before } → { $after }
since-first-level = første status
since-first-figure = første tal
since-required = sparekrav { $step }
since-achieved = opnået { $step }
since-forecast = forventet { $step }
since-due = frist { $step }
since-status-withdrawn = status pr. { $date } er trukket tilbage
since-lost-gone = heraf udgået: { $names }
since-lost-withdrawn = heraf trukket tilbage: { $names }
since-correction = heraf rettelse: { $changes }
since-figures = tallene pr. { $date }
since-meeting = mødet { $date }
since-levels = Siden { $date } { $changes }.
since-moves-first = { $place ->
    [short] { $count } første status
   *[lead] har { $count } tiltag fået { $count ->
        [one] sin
       *[other] deres
    } første status
}
since-moves-moved = { $place ->
    [short] { $count } ændret
    [then] { $count } har ændret status
   *[lead] har { $count } tiltag ændret status
}
since-moves-new = { $place ->
    [short] { $count ->
        [one] { $count } ny
       *[other] { $count } nye
    }
    [then] { $count } er kommet til
   *[lead] er { $count } tiltag kommet til
}
since-moves-gone = { $place ->
    [short] { $count } udgået
    [then] { $count } er udgået
   *[lead] er { $count } tiltag udgået
}
since-moves-stated = { $place ->
    [short] { $count } { $way ->
        [more] { $count ->
            [one] mere
           *[other] flere
        }
       *[fewer] færre
    } med »{ $level }«
    [short-rest] kun talt op: { $count } { $way ->
        [more] { $count ->
            [one] mere
           *[other] flere
        }
       *[fewer] færre
    } med »{ $level }«
    [rest] af dem, der kun er talt op, har { $count } { $way ->
        [more] { $count ->
            [one] mere
           *[other] flere
        }
       *[fewer] færre
    } status »{ $level }«
    [then] { $count } { $way ->
        [more] { $count ->
            [one] mere
           *[other] flere
        }
       *[fewer] færre
    } har status »{ $level }«
   *[lead] har { $count } { $way ->
        [more] { $count ->
            [one] tiltag mere
           *[other] flere tiltag
        }
       *[fewer] { $count ->
            [one] tiltag færre
           *[other] færre tiltag
        }
    } status »{ $level }«
}
since-gone-names = Udgået siden: { $names }
col-recorded = Registreret
col-about = Vedrører
block-log = Historik
caption-log = Hvad der er registreret hvornår, det nyeste først
caption-log-measure = Hvad der er registreret om tiltaget hvornår, det nyeste først
caption-log-indicator = Hvad der er registreret om måltallet hvornår, det nyeste først
log-correction = Rettelse til »{ $edition }«
log-late = Kommet til efter »{ $edition }«
log-new = { $kind ->
    [reading] nyt: { $changes }
   *[other] ny rapport: { $changes }
}
log-changed = { $kind ->
    [set] { $what } ændret til
    [unset] { $what } er fjernet
   *[words] { $what } er ændret
}
log-unreadable-version = en version kan ikke læses
log-day-revision = Registreret { $date } (revision { $revision })
log-by = af { $author }
log-new-report = Ny rapport: { $date }
log-report-came = udkommet
log-revision = revision { $revision }
log-words = Teksten før og nu
log-before = Før
log-after = Nu
log-corrected = Rettet { $date }: { $change }
log-came-late = Skrevet { $date }, efter »{ $edition }«
history-title = Historik: { $plan }
history-of-plan = Hvad der er registreret om planen »{ $plan }«, og hvornår: { $count ->
    [one] én ændring
   *[other] { $count } ændringer
}.
history-of-site = { $scope ->
    [all] { $count ->
        [one] Én ændring
       *[other] Alle { $count } ændringer
    }
   *[latest] De { $count } seneste ændringer
} på tværs af planerne. Hver plan har hele sin historik på sin egen side.
history-of-committee = { $scope ->
    [all] { $count ->
        [one] Én ændring
       *[other] Alle { $count } ændringer
    }
   *[latest] De { $count } seneste ændringer
} i det, der vedrører { $committee }. Hver plan har hele sin historik på sin egen side.
history-correction = Rettelse:
history-shared = Fælles for planerne
history-first-import = Første indlæsning: { $count ->
    [one] ét punkt
   *[other] { $count } punkter
}
history-new-figures = { $count ->
    [one] Ét punkt med nye tal og uændret status
   *[other] { $count } punkter med nye tal og uændret status
}
history-entered = { $count ->
    [one] Ét nyt punkt
   *[other] { $count } nye punkter
}
history-none = Der er ikke registreret ændringer endnu.
history-withheld = Noget af det, der er registreret, er holdt tilbage og står ikke her.
history-feed = Følg med: abonnér på ændringer (Atom)
history-own-page = Se hele planens historik
history-all = Se hele historikken
col-edition = Udgave
col-as-of = Tallene er fra
col-whole-site = Hele siden
col-change = Ændring
col-outturn = Opnået nu
col-against-forecast = Forskel fra seneste
col-forecast-of = Forventet { $date }
edition-read = Læs udgaven
edition-read-whole = Læs hele udgaven, som den var
edition-read-open = Læs hele udgaven, som den er nu
edition-cut = Låst { $date }
edition-open = Åben: kan stadig ændres
editions-lead = En udgave er det, et møde fik forelagt: tallene på en bestemt dato. En låst udgave ændres aldrig.
edition-state = { $plans ->
    [one] Én plan, som den stod { $date }.
   *[other] { $plans } planer, som de stod { $date }.
}
block-corrections = Rettet, efter udgaven blev låst
edition-corrected = { $count ->
    [one] Rettet siden: én rettelse
   *[other] Rettet siden: { $count } rettelser
}
caption-corrections = Rettelser til tal og statusser i udgaven
block-grid = Status over tid
caption-grid = Status ved hver rapport
block-flow = Ændret siden { $from }
caption-flow = Tiltag efter status { $from } (rækker) og { $to } (kolonner)
block-changed-measures = Tiltag, der er ændret
caption-changed-measures = Nye, ændrede og udgåede tiltag
block-moved-milestones = Nye og ændrede milepæle
caption-moved-milestones = Nye, flyttede og nåede milepæle
block-forecasts = Prognoser mod resultat
caption-forecasts = Forventet i hver udgave og opnået nu, efter plan; opnået er for de tiltag, den seneste prognose omfatter, også dem, der er udgået siden
col-forecast-now = Forventet nu
block-overspend-forecasts = Forventet merforbrug i hver udgave
caption-overspend-forecasts = Forventet merforbrug, som hver udgave angav det, og nu
block-committee-forecasts = Prognoser mod resultat for udvalg
caption-committee-forecasts = Forventet i hver udgave og opnået nu, summen af planerne efter det udvalg, der står først; opnået er for de tiltag, den seneste prognose omfatter, også dem, der er udgået siden

# Øverst på hver side af en udgave.
banner-short = Udgave pr. { $date }
banner-edition = Du ser udgaven »{ $title }«, som tallene stod den { $date }.
banner-edition-met = Du ser udgaven »{ $title }« til mødet { $meeting } i { $committee }, som tallene stod den { $date }.
banner-cut = Låst { $date }; den ændres ikke mere.
banner-open = Udgaven er åben og kan stadig ændres.
banner-hidden = { $count ->
    [one] Ét punkt, der stod i udgaven, er siden lukket og vises ikke.
   *[other] { $count } punkter, der stod i udgaven, er siden lukket og vises ikke.
}
banner-withheld = { $count ->
    [one] Ét punkt, der stod i udgaven, er siden lukket eller holdt tilbage og vises ikke eller ikke helt.
   *[other] { $count } punkter, der stod i udgaven, er siden lukket eller holdt tilbage og vises ikke eller ikke helt.
}
banner-incomplete = Historikken er ikke hel: siden er bygget af en klon, der mangler ældre versioner.
ui-edition = Udgave
ui-today = Se status i dag
ui-corrected = Hvad er rettet siden?
ui-elsewhere = Samme side i andre udgaver
ui-earlier = Siden, som den var i:
elsewhere-before = ‹ Udgaven før: { $title }
elsewhere-before-front = ‹ Udgaven før: { $title } (forsiden; siden her var ikke med)
elsewhere-after = Udgaven efter: { $title } ›
elsewhere-after-front = Udgaven efter: { $title } › (forsiden; siden her var ikke med)
elsewhere-today = Siden, som den er i dag
elsewhere-today-front = Forsiden i dag (siden her er ikke med)
elsewhere-earlier = { $title }
elsewhere-earlier-front = { $title } (forsiden; siden her var ikke med)

# Plantyper.
kind-action-plan = Handleplan
kind-savings = Spareplan
kind-agreement = Opfølgning på aftale
kind-implementation = Implementeringsplan
kind-budget = Budgetopfølgning
kind-indicators = Opfølgning på måltal

# Hvor et tiltag er i sit forløb.
life-not-started = Ikke startet
life-in-progress = I gang
life-done = Gennemført
life-dropped = Opgivet
life-deferred = Udskudt
life-meaning-not-started = Arbejdet er ikke begyndt
life-meaning-in-progress = Arbejdet er i gang
life-meaning-done = Tiltaget er gennemført
life-meaning-dropped = Tiltaget bliver ikke til noget
life-meaning-deferred = Tiltaget er udskudt ved en beslutning

trend-better = Går bedre
trend-same = Går som før
trend-worse = Går værre

reporting-has-figures = har tal
reporting-none-yet = ingen tal endnu
reporting-late = forsinket
line-ahead = foran linjen mod målet
line-on = på linjen mod målet
line-behind = bag efter linjen mod målet
frequency-month = hver måned
frequency-quarter = hvert kvartal
frequency-tertial = hvert tertial
frequency-half-year = hvert halvår
frequency-year = hvert år
direction-down = Skal ned
direction-up = Skal op
direction-hold = Skal holdes

sign-cost = Udgifter er positive, indtægter negative
sign-saving = Besparelser er positive, investeringer negative
sign-result = Overskud er positivt, underskud negativt

# Kolonner.
col-number = Nr.
col-measure = Tiltag
col-measures = Tiltag
col-status = Status
col-objective = Mål
col-action = Handling
col-consequences = Konsekvenser
col-agreement = Aftale
col-status-text = Status i ord
col-timetable = Tidsplan
col-required = Sparekrav
col-achieved = Opnået
col-difference = Forskel
col-share = Opnået i pct.
col-forecast = Forventet
col-committee = Udvalg
col-owner = Ansvarlig
col-department = Afdeling
col-due = Frist
col-updated = Opdateret
col-plan = Plan
col-plans = Planer
col-reports = Rapporter
col-code = Kode
col-level = Niveau
col-row = Post
col-effect = Effekt
col-funding = Bevilling
col-all-years = I alt
col-update = Opgørelse
col-date = Dato
col-overspend = Forventet merforbrug
col-since-last = Siden sidst
col-since-start = Siden start
col-indicator = Måltal
col-direction = Retning
col-baseline = Udgangspunkt
col-series = Serie
col-latest-reading = Seneste måling
col-reading = Måling
col-target = Mål
col-reporting = Indberetning
col-next-reading = Næste måling
col-milestone = Milepæl
col-start = Begynder
col-original-due = Oprindelig frist
col-current-due = Frist nu
col-after = Efter
col-remark = Bemærkning
col-decision = Beslutning
col-state = Status
col-report = Rapport
col-meetings = Møder
col-meeting = Møde
col-what = Hvad
col-kind = Slags
col-missing = Mangler
col-days = Dage
col-stated = Angivet
col-computed = Beregnet
col-size = Forskel
col-against = Hvorfor

# Tabeller som data. $column er kolonnens navn; det efter kommaet siger, hvad der står ved siden af tallet.
data-head = { $column } ({ $unit })
data-unit = { $column }, enhed
data-approximation = { $column }, forbehold
data-computed = { $column }, beregnet
data-check = { $column }, kontrol
data-levels = { $column }, fordeling
data-in-words = { $column }, i ord
data-mark = { $column }, note
data-remark = { $column }, bemærkning
data-group = Afsnit
data-row-kind = Rækketype
data-nil = »-« betyder intet beløb, som kilden skriver det; det er ikke det samme som 0
data-gap = Tom celle: ikke oplyst
row-kind-item = Post
row-kind-child = Underpost
row-kind-of-which = Heraf
row-kind-subtotal = Delsum
row-kind-total = I alt
row-kind-stated = I alt, angivet

# Arbejdsmapper: en plans eller et udvalgs tabeller i ét regneark.
book-cover = Forside
book-contents = Indhold
book-notes = Noter
book-sheet = Ark
book-table = Tabel
book-note = Note
book-text = Tekst
book-note-mark = [note { $number }]
book-publisher = Udgiver
book-address = Adresse
book-back = Til indholdet
book-nil = [n] betyder intet beløb, som kilden skriver det; det er ikke det samme som 0
book-gap = [x] betyder ikke oplyst
book-empty = Tomme celler: Der er intet at bemærke
book-too-large = for stor til et regneark; se CSV-filen
book-empty-table = ingen rækker

# Kalendere: milepæle, rapporter og møder.
calendar-milestone = Milepæl: { $name }
calendar-report = Rapport: { $name }
calendar-meeting = Møde: { $name }
calendar-decision = Beslutning: { $name }
block-data = Hent data
search-data-formats = Excel, CSV, regneark
search-edition = Udgave, { $date }
search-edition-met = Udgave, { $date }, til mødet { $meeting }
about-data-csv = Under hver tabel kan dens tal hentes som en CSV-fil, der åbnes i et regneark.
about-data-book = På siden for en plan og for et udvalg kan alle sidens tabeller hentes som én Excel-fil.
about-data = Alle sidens tabeller som CSV-filer i én fil, med en beskrivelse af hver kolonne.
data-archive = Hent alle tabeller (ZIP)
data-description = Beskrivelsen alene (Data Package)
block-calendar = Datoerne i din kalender
calendar-link = Hent datoerne som kalender (iCalendar)
block-pack = Mødebilag
pack-title = Mødebilag til { $committee }
pack-link = Læs mødebilaget, der kan udskrives
pack-pdf = Hent mødebilaget som PDF
pdf-page = Side
pdf-of = af

# Kendte kolonner i taltabeller.
column-adopted = Oprindeligt budget
column-revised = Korrigeret budget
column-actual = Forbrug
column-forecast = Forventet regnskab
column-outturn = Regnskab
column-deviation = Afvigelse
column-previous = Forrige skøn

# Oplysninger om en plan, et tiltag eller siden.
fact-kind = Type
fact-plan = Plan
fact-committee = Udvalg
fact-owner = Ansvarlig
fact-definition = Definition
fact-method = Metode
fact-frequency = Måles
fact-contact = Kontakt
fact-licence = Licens
fact-started = Begyndt
fact-finished = Afsluttet
fact-to-finish = Afsluttes
year-in-two = { $year } ({ $from }–{ $to })
plan-finished = afsluttet { $date }
fact-updated = Opdateret
fact-year = År
fact-overspend = Forventet merforbrug ved start
fact-case = Sagsnummer
fact-source = Kilde
fact-section = Afsnit
fact-due = Frist
fact-against = Bemærk
fact-as-of = Opgjort pr.
fact-publisher = Udgivet af
fact-meeting = Møde
fact-version = Program
fact-revision = Revision
fact-effect = Effekt i { $year }

# Felter med store tal.
tile-required = Sparekrav
tile-investment = Investering
tile-achieved = Opnået
tile-forecast = Forventet
# Hvor planer tæller i flere landes penge: Sparekrav, GBP.
tile-in-unit = { $name }, { $unit }
tile-difference = Forskel
tile-overspend = Forventet merforbrug
tile-attention = Afviger fra planen
tile-measures = Tiltag
tile-plans = Planer
tile-missing = Mangler nyt
tile-open-measures = Åbne tiltag
tile-open-milestones = Åbne milepæle
tile-waiting-decisions = Beslutninger, der afventer
tile-indicators = Måltal
tile-share = { $share } af sparekravet
tile-due = Frist: { $date }
tile-of-all = af { $all }
tile-open = { $open ->
        [one] { $open } åbent
       *[other] { $open } åbne
    }

# Under tabellernes navne.
note-amounts = Beløb i { $unit }
note-unit = Enhed: { $unit }
note-as-of = Pr. { $date }
price-level = { $year }-pl
note-price-levels = I »{ $what }« regnes der med flere prisniveauer: { $levels }
note-sign-of = { $column }: { $sign }

# Nederst i tabeller.
total-computed = I alt, beregnet
total-stated = I alt, angivet
total-stated-too = Også angivet
gross-computed = Uden investeringer, beregnet
gross-stated = Uden investeringer, angivet
gross-stated-too = Uden investeringer, også angivet

# Angivet og beregnet.
difference-exact = stemmer
difference-rounding = afrunding
difference-unexplained = stemmer ikke ({ $size })
difference-within-reach = stemmer ikke ({ $size }), kan lige netop være afrunding
nothing-of = intet
difference-from = { $difference }, beregnet { $computed }
computed-beside = beregnet { $computed }
class-within-reach = kan lige netop være afrunding
class-meaning-exact = »Stemmer« betyder, at den angivne og den beregnede sum er ens.
class-meaning-rounding = »Afrunding« betyder, at forskellen er så lille, at afrunding af delene forklarer den.
class-meaning-unexplained = »Stemmer ikke« betyder, at afrunding ikke forklarer forskellen.

# Små bemærkninger i tabeller.
withheld-small = under { $below }
withheld-further = vises ikke
note-rounded = { $decimals ->
    [0] Vist uden decimaler
    [one] Vist med 1 decimal
   *[other] Vist med { $decimals } decimaler
}; summer og forskelle er regnet på de præcise tal, som står i CSV-filen under tabellen
note-rounded-variously = Vist afrundet; summer og forskelle er regnet på de præcise tal, som står i CSV-filen under tabellen
note-withheld-small = Antal under { $below } (men ikke 0) vises ikke, for at ingen kan genkendes
note-withheld-further = Hvor der står »vises ikke«, er et tal udeladt, fordi et skjult antal ellers kunne regnes ud
remark-computed = beregnet
remark-rounded-sum = vist afrundet: de viste tal giver { $sum }
remark-years = beløb for { $years } lagt sammen
remark-partial-sum = { $given } af { $all } er oplyst
remark-missing = intet nyt i seneste rapport
remark-overdue = fristen er overskredet
remark-overdue-days = { $days ->
        [one] overskredet med 1 dag
       *[other] overskredet med { $days } dage
    }
remark-rolled-up = som det værste åbne underpunkt
remark-overruled = ændret af { $committee }; meldt som { $word }
remark-overruled-dated = ændret af { $committee } den { $date }; meldt som { $word }
remark-later-due = senere { $date }
remark-expected = ventet { $date }
remark-set-by = fastsat af { $committee }
remark-set-by-dated = fastsat af { $committee } den { $date }
remark-overruled-to = { $committee } ændrede status til { $word }
remark-overruled-on = { $committee } ændrede status til { $word } den { $date }
remark-changed = Fra { $before } til { $after }
remark-decision = Beslutning: { $title }
remark-put-off-from = udskudt fra { $date }
remark-moved-forward-from = rykket frem fra { $date }
remark-since = siden { $date }
remark-not-comparable = kan ikke sammenlignes

decision-taken = Truffet
decision-waiting = Afventer
report-came = Udkommet
report-expected = Ventes
report-missing = Mangler
meeting-decision = Beslutning
meeting-report = Rapport

effect-planned = Planlagt
effect-so-far = Opnået
funding-granted = Bevilget
overspend-start = Ved start
overspend-update = Opdatering
overspend-latest = Seneste opdatering
target-at-least = mindst { $value }
target-at-most = højst { $value }
target-between = { $low } til { $high }
target-met = nået
target-not-met = ikke nået
target-not-met-yet = endnu ikke nået
target-no-longer-met = ikke længere nået
target-passed = uden for målet
reading-due = { $state ->
    [has-figures] næste senest { $date }
    [none-yet] ventes senest { $date }
    [late] ventet senest { $date }
   *[date] senest { $date }
}
reporting-count = { $state ->
    [has-figures] { $count } har tal
    [none-yet] { $count } har ingen endnu
   *[late] { $count } er forsinket
}
reporting-counts = Indberetning: { $list }
indicator-line-day = { $date }
indicator-line-end = ved udgangen af { $date }
indicator-line = Efter linjen fra { $from } ({ $from-date }) til { $to } ({ $to-date }) ventes { $expected } { $at }; målt { $measured }: { $side ->
    [ahead] foran linjen
    [on] på linjen
   *[behind] bag efter linjen
}.
indicator-unread = Måltallet er endnu ikke målt.
indicator-unread-since = Måltallet er ikke målt siden udgangspunktet.
series-total = I alt
indicator-missing = { $period } mangler: { $words }
indicator-break = Fra { $period }: { $words }
legend-title = Statusfarver
without-level = Uden status
levels-without = { $count } uden status

# Overskrifter.
block-words = Om planen
block-contents = På denne side
fold-plan-words = Planens baggrund og indhold ({ $count } ord)
fold-grid = { $count ->
        [one] Status ved den ene rapport
       *[other] Status ved hver af de { $count } rapporter
    }
fold-log = { $count ->
        [one] Den seneste ændring
       *[other] De seneste { $count } ændringer
    }
block-status = Status pr. { $date }
block-measures = Tiltag
block-effect = Økonomisk effekt pr. måned
months-title = { $plan }, måned for måned
months-link = Se måned for måned, og hvert tiltag
block-all-measures = Alle tiltag og måneder
block-funding = Bevilling pr. år
block-overspend = Forventet merforbrug
block-tables = Tabeller
block-indicators = Måltal
block-milestones = Milepæle
block-milestones-ahead = Milepæle i den nærmeste tid
block-milestones-overdue = Fristen er overskredet
block-milestones-open = Kommende milepæle
block-milestones-reached = Nåede og opgivne milepæle
block-decisions = Beslutninger
block-reports = Rapporter
block-other-reports = Andre rapporter
block-decided = Hvad der er besluttet
block-about-measure = Om tiltaget
block-children = Punkter under tiltaget
block-timeline = Status over tid
block-other-measures = Andre tiltag
block-other-indicators = Andre måltal
block-about-indicator = Om måltallet
block-attention = Afviger fra planen
block-levels = Tiltag fordelt på status
block-updates = Seneste nyt
block-meetings = Beslutninger og møder
block-missing = Mangler nyt
block-unexplained = Stemmer ikke
block-rounding = Afrunding
block-no-disagreements = Alle angivne tal stemmer.
block-against = Statusser at se nærmere på
block-scales = Niveauer
block-lifecycles = Forløb
block-rules = Regler
block-about-figures = Sådan læses tallene
block-accessibility = Tilgængelighed

# Tabellernes navne.
caption-measures = Tiltag med status
caption-children = Tiltag under dette punkt
caption-effect = Planlagt effekt pr. måned i { $year }
caption-effect-of = Effekt pr. måned i { $year }
caption-effect-so-far = Opnået effekt pr. måned i { $year }
caption-funding = Bevilling pr. år
caption-overspend = Forventet merforbrug ved hver opgørelse
caption-indicators = Måltal: seneste måling, ændring og mål
caption-readings = Målinger af { $title }
caption-milestones = Milepæle med frister
caption-milestones-overdue = Milepæle, de ældste frister først
caption-milestones-open = Milepæle, de nærmeste frister først
caption-milestones-reached = Milepæle efter frist
caption-milestones-ahead = Milepæle inden for { $days } dage, og dem, der er overskredet
caption-decisions = Beslutninger, planen hviler på eller afventer
caption-reports = Rapporter og deres møder
caption-plans = Planer med samlet status
block-counts = Så mange står hvor
caption-counts = Tiltag efter status, som de er angivet
col-area = Område
col-all = I alt
counts-whole = Hele planen
note-counts-since = Under et tal: flere eller færre end pr. { $date }
note-counts-of-plan = Som planen selv angiver det
note-counts-since-plan = Under et tal: flere eller færre, end planen selv angiver
counts-in-plan = planens begyndelse
caption-counts-flow = Tiltag, der kun er angivet som antal, på hvert niveau
remark-counts-come-to = niveauerne giver { $count }
remark-areas-come-to = områderne giver { $count }
caption-levels = Antal tiltag på hvert niveau
caption-meetings = Beslutninger og møder, de nyeste først
caption-missing = Statusser, rapporter og målinger, der mangler
caption-disagreements = Angivne tal ved siden af de beregnede
caption-against = Status, som tal eller tekst taler imod

# Sætninger.
home-title = Status på planer og aftaler
home-last-meeting = Udgaven til mødet { $date }: { $title }
home-last-edition = Seneste låste udgave: { $title }
home-open-edition = Åben udgave: { $title }
home-all-editions = Alle udgaver
home-state-plans = Pr. { $date } følges { $plans ->
        [one] én plan
       *[other] { $plans } planer
    }.
# Tilstanden i en sætning: »3 af 26 tiltag er kritiske, 5 kræver opmærksomhed og 18 følger planen«.
state-first = { $count } af { $all } tiltag { $state }
state-next = { $count } { $state }
state-all = { $all ->
    [one] Det eneste tiltag { $state }
    [2] Begge tiltag { $state }
   *[other] Alle { $all } tiltag { $state }
}
state-word = { $count ->
    [one] har status »{ $word }«
   *[other] har status »{ $word }«
}
state-life = { $stand ->
    [not-started] er ikke startet
    [in-progress] er i gang
    [done] er gennemført
    [dropped] er opgivet
    [deferred] er udskudt
   *[untold] { $count ->
        [one] er uden status
       *[other] er uden status
    }
}
state-as-of = Pr. { $date }: { $state }.
attention-none = Ingen tiltag afviger fra planen.
doubted-figures = { $count ->
    [one] Ét angivet tal stemmer ikke med det, det er sat sammen af.
   *[other] { $count } angivne tal stemmer ikke med det, de er sat sammen af.
}
doubted-link = Se tal, der ikke stemmer
which-total = Regn med { $computed }{ $share }: så meget giver tiltagene tilsammen. Rapportens { $stated } stemmer ikke med dem.
workbook-link = Hent sidens tal i Excel
attention-behind = Meldt i orden, men langt bagud
attention-rest = Vis { $count } til
attention-rest-of = Vis { $count } til med »{ $level }«
attention-of-one-plan = { $count ->
    [2] Begge er i { $plan }.
   *[other] Alle { $count } er i { $plan }.
}
attention-done = { $count ->
    [one] Ét tiltag, som er gennemført, afviger.
   *[other] { $count } tiltag, som er gennemført, afviger.
}
attention-over = { $count ->
    [one] Ét tiltag i en plan, som er afsluttet, afviger.
   *[other] { $count } tiltag i planer, som er afsluttet, afviger.
}
attention-untold = Intet tiltag har en status endnu.
attention-overdue = { $count ->
    [one] Én milepæl har overskredet fristen
   *[other] { $count } milepæle har overskredet fristen
}
attention-counted-alone = { $count ->
    [one] Ét tiltag afviger fra planen; det er talt op i planens rapport, men ikke nævnt ved navn.
   *[other] { $count } tiltag afviger fra planen; de er talt op i planernes rapporter, men ikke nævnt ved navn.
}
attention-counted = { $count ->
    [one] Ét tiltag til afviger fra planen; det er talt op i planens rapport, men ikke nævnt ved navn.
   *[other] { $count } tiltag til afviger fra planen; de er talt op i planernes rapporter, men ikke nævnt ved navn.
}
attention-nothing = ingen afviger
attention-achieved-of = { $achieved } af { $required }
attention-required = krav { $required }
attention-achieved = opnået { $achieved }
place-in-plan = { $plan }, nr. { $number }
place-number = nr. { $number }
block-since-meeting = Siden mødet { $date }
block-since = Siden sidst
step-to = til
recent-first = { $count ->
    [one] første status på ét tiltag
   *[other] første status på { $count } tiltag
}
recent-put-off = Udskudt fra { $before } til { $after }
recent-moved-forward = Rykket frem fra { $before } til { $after }
recent-reached = Nået { $date }
recent-overspend = forventet merforbrug { $step }
recent-all = Alle ændringer siden { $date }
recent-all-more = Alle ændringer siden { $date } ({ $count } flere)
caption-finished-last = { $caption }, de afsluttede sidst
caption-plans-by-status = Planerne, de værste statusser først
caption-worst-plans = Opnået af sparekravet i hver plan, de værste statusser først
caption-committees = Tiltag, der afviger fra planen, for hvert udvalg
committee-next-meeting = Næste møde er { $date }.
block-money = Økonomi
caption-money = Sparekrav og opnået, plan for plan
committee-rows-in-part = Udvalgets egne rækker; hele tabellen står på planens side
committee-tables = { $count ->
    [one] Vis udvalgets rækker i én tabel
   *[other] Vis udvalgets rækker i { $count } tabeller
}
attention-more = Listen viser de værste. { $count ->
        [one] Ét mere afviger fra planen; det står på sin plans side.
       *[other] { $count } flere afviger fra planen; de står på planernes sider.
    }
plans-lead = { $count ->
        [one] Siden følger én plan.
       *[other] Siden følger { $count } planer.
    }
plan-without-report = { $count ->
        [0] Planen har endnu ingen rapport.
       *[other] Planen har { $count } tiltag og endnu ingen rapport.
    }
plan-counts-without-report = Planen har endnu ingen rapport. Som den selv angiver det: { $state }
plan-now = Planen, som den står nu
standing-as-of = Status pr. { $date }
standing-rolled-up = Det værste åbne punkt under tiltaget pr. { $date }
plan-standing-as-of = Planens samlede status ifølge rapporten pr. { $date }
plan-standing-rolled-up = Planens samlede status pr. { $date }: som dens værste åbne tiltag
plan-achieved = Der er opnået { $achieved } af { $required } i alt{ $remarks }.
measures-missing = { $count ->
        [one] Ét tiltag har intet nyt i den seneste rapport: { $names }.
       *[other] { $count } tiltag har intet nyt i den seneste rapport: { $names }.
    }
no-measures = Ingen tiltag hører til her.
measure-untitled = Punkt { $number }
measure-closed = Punktet behandles for lukkede døre.
measure-unchanged = Status uændret siden { $date }
measure-without-status = Ingen rapport har endnu fortalt om tiltaget.
measure-of-children = { $count ->
        [one] Status og beløb kommer fra det ene punkt under tiltaget.
       *[other] Status og beløb kommer fra de { $count } punkter under tiltaget.
    }
measure-of-plan = { $measure }: et tiltag i { $plan }.
indicator-of-plan = { $indicator }: et måltal i { $plan }.
measure-before = Forrige: { $name }
measure-after = Næste: { $name }
entry-report = Se hele rapporten
report-title = Rapport pr. { $date }
report-page-title = { $plan }: status pr. { $date }
report-is-old = Du ser planen, som den så ud pr. { $date }. Der er kommet nyere rapporter.
report-corrections = { $count ->
    [one] Rettet siden: ét tal eller én status i rapporten er rettet, efter at den blev forelagt. Siden viser den rettede.
   *[other] Rettet siden: { $count } tal og statusser i rapporten er rettet, efter at den blev forelagt. Siden viser de rettede.
}
report-corrected = Rettet { $date }
report-changes = { $count ->
    [one] Ændret siden: én ting er kommet til eller besluttet anderledes, efter at rapporten kom. Siden viser det, der gælder nu.
   *[other] Ændret siden: { $count } ting er kommet til eller besluttet anderledes, efter at rapporten kom. Siden viser det, der gælder nu.
}
report-changed = Ændret { $date }
report-before = Forrige rapport: { $date }
report-after = Næste rapport: { $date }
missing-status = Intet nyt siden { $date }
missing-first-status = Ingen status endnu
missing-done = Skulle være gennemført { $date }
missing-report = Rapporten skulle være kommet { $date }
missing-reading = Målingen skulle være kommet { $date }
milestones-state = { $all ->
        [0] Der er ingen milepæle.
       *[other] { $overdue ->
            [0] Ingen milepæle har overskredet fristen
            [one] Én milepæl har overskredet fristen
           *[other] { $overdue } milepæle har overskredet fristen
        }; { $open ->
            [0] ingen
           *[other] { $open }
        } er på vej, og { $reached ->
            [0] ingen
           *[other] { $reached }
        } er nået eller opgivet.
    }
committees-lead = Hvad hvert udvalg har på sit bord.
owners-lead = Hvem der har ansvaret for hvad, og hvad der mangler.
disagreements-state = { $unexplained ->
        [0] Ingen angivne tal er i modstrid med deres dele.
        [one] Ét angivet tal stemmer ikke med sine dele.
       *[other] { $unexplained } angivne tal stemmer ikke med deres dele.
    } { $rounding ->
        [0] Ingen afviger ved afrunding.
        [one] Ét afviger kun ved afrunding.
       *[other] { $rounding } afviger kun ved afrunding.
    }
disagreements-words = Rapporternes egne tal vises altid, som de er angivet. Ved siden af står, hvad delene giver lagt sammen.
against-words = Et tiltag er meldt på sporet, men har nået mindre end halvdelen af årets andel indtil nu, eller det ventes at ende under halvdelen af kravet. Eller teksten er ens ved tre statusser i træk. Status vises, som den er meldt.
against-achieved = Kun { $figure } af { $required } er opnået indtil nu
against-forecast = Kun { $figure } af { $required } forventes
against-same-words = Samme tekst ved de seneste { $count } statusser
rounding-more = { $count ->
        [one] Ét mere afviger ved afrunding.
       *[other] { $count } flere afviger ved afrunding.
    }
scales-lead = Hvad statusfarver, mærker og forkortelser betyder.
lifecycles-title = Hvor et tiltag er i sit forløb
rule-parents = Et tiltag med underpunkter har samme status som det værste åbne af dem, medmindre det selv har en nyere status.
rule-overruled = Et udvalg kan ændre en status. Så gælder udvalgets, og begge vises.
rule-no-news = Er der intet nyt i en rapport, gælder den seneste status. Datoen viser, hvor gammel den er.
rule-differences = En sum vises, som den er angivet. Er den en anden end summen af delene, står den beregnede ved siden af.
rule-cells = I tabeller betyder en streg, at der ikke er noget beløb. Et tomt felt er ikke oplyst, og 0,00 er nul. »ca.« er et skøn.
about-lead = { $organisation } viser her status på planer og aftaler.
about-accessibility = Tilgængelighedserklæring
accessibility-reviewed = Sidst gennemgået { $date }.
not-found-title = Siden findes ikke
not-found-lead = Adressen fører ingen steder hen. Siden kan være flyttet.
moved-title = Siden har fået en ny adresse
moved-lead = Du føres videre. Sker det ikke, så brug linket.
figure-caption = Figur { $number }: { $caption }

# Tal, der ikke stemmer.
what-required = Sparekrav i alt
what-stated-again = { $what }, { $nth }. angivelse
what-required-gross = Sparekrav uden investeringer
what-achieved = Opnået i alt
what-achieved-gross = Opnået uden investeringer
what-forecast = Forventet i alt
what-forecast-gross = Forventet uden investeringer
what-parent = Sparekrav, { $name }
what-effect-year = Effekt i { $year }, { $name }
what-effect-month = Effekt i { $month } { $year }, alle tiltag
what-effect-total = Effekt i { $year }, alle tiltag
what-effect-across = Effekt i { $year }, alle måneder
what-cell = { $table }: { $row }, { $column }

## Figurer. Sætninger, der kan ende på et beløb, har et ord efter det: "kr." og et punktum giver to.

chart-subtitle = { $what }, { $unit }, opgjort { $as-of }
chart-subtitle-decimals = { $subtitle }, vist { $decimals ->
    [0] uden decimaler
    [one] med højst 1 decimal
   *[other] med højst { $decimals } decimaler
}
chart-subtitle-undated = { $what }, { $unit }
chart-subtitle-plain = { $what }, opgjort { $as-of }
chart-as-of = Opgjort { $as-of }
chart-count = { $n ->
        [0] ingen
        [2] to
        [3] tre
        [4] fire
        [5] fem
        [6] seks
        [7] syv
        [8] otte
        [9] ni
        [10] ti
        [11] elleve
        [12] tolv
       *[other] { $n }
    }
chart-tick-month = { $month } { $year }
chart-most = Figuren viser { $shown } af { $all } rækker; tabellen har dem alle.
chart-left-out = { $n ->
        [1] Ét tiltag opgøres i en anden enhed og er ikke vist.
       *[other] { $count } tiltag opgøres i andre enheder og er ikke vist.
    }
chart-change = { $turn ->
        [fallen] Fra { $start } ({ $when }) til { $to } ({ $end }), { $size } lavere.
        [risen] Fra { $start } ({ $when }) til { $to } ({ $end }), { $size } højere.
       *[same] Uændret { $to } ({ $when } og { $end }).
    }
chart-highest = Højest var { $value } ({ $when }).
chart-start = ved start
chart-start-end = Ved start { $number }

chart-column-month = Måned
chart-column-value = Værdi
chart-key-investment = Investering
chart-key-investment-or-cost = Investering eller merudgift
chart-key-cost = Merudgift

chart-required-what = Sparekrav og opnået besparelse for hvert tiltag
# $share: only og not er det eneste tiltag, der er, none, one, both, all og some er af flere.
chart-required-reached = { $share ->
        [only] Tiltaget har nået sparekravet
        [not] Tiltaget har ikke nået sparekravet
        [none] Ingen af de { $all } tiltag har nået sparekravet
        [one] Ét af { $all } tiltag har nået sparekravet
        [both] Begge tiltag har nået sparekravet
        [all] Alle { $all } tiltag har nået sparekravet
       *[some] { $count } af { $all } tiltag har nået sparekravet
    }
chart-required-planned = Sparekravet er { $total } i alt
chart-required-achieved = Der er opnået { $total } i alt
chart-required-total = Kravet er { $required } tilsammen, og det opnåede er ikke oplyst.
chart-required-totals = Kravet er { $required } tilsammen, og { $achieved } er opnået.
chart-required-gap = Længst fra kravet er »{ $measure }«, hvor { $gap } mangler.
chart-required-all-silent = { $n ->
        [1] For ét tiltag med et sparekrav er det opnåede ikke oplyst
       *[other] For { $count } tiltag med et sparekrav er det opnåede ikke oplyst
    }
chart-required-some-silent = { $n ->
        [1] { $title }; ét er ikke oplyst
       *[other] { $title }; { $count } er ikke oplyst
    }
chart-required-all-vague = { $n ->
        [1] For ét tiltag med et sparekrav er det opnåede kun opgjort omtrentligt
       *[other] For { $count } tiltag med et sparekrav er det opnåede kun opgjort omtrentligt
    }
chart-required-some-vague = { $n ->
        [1] { $title }; ét er kun opgjort omtrentligt
       *[other] { $title }; { $count } er kun opgjort omtrentligt
    }
chart-required-all-unknown = For { $count } tiltag med et sparekrav er det opnåede ikke oplyst eller kun opgjort omtrentligt
chart-required-some-unknown = { $title }; { $count } er ikke oplyst eller kun opgjort omtrentligt
chart-required-silent = { $n ->
        [1] For ét tiltag er det opnåede ikke oplyst.
       *[other] For { $count } tiltag er det opnåede ikke oplyst.
    }
chart-required-vague = { $n ->
        [1] Ét tiltag er kun opgjort omtrentligt og tælles ikke som nået.
       *[other] { $count } tiltag er kun opgjort omtrentligt og tælles ikke som nået.
    }

chart-effect-what = Planlagt og opnået effekt pr. måned i { $year }
chart-effect-title = { $turn ->
        [fallen] Effekten til og med { $month } er { $size } bagud
        [risen] Effekten til og med { $month } er { $size } foran planen
       *[same] Effekten til og med { $month } følger planen
    }
chart-effect-title-partly = { $turn ->
        [fallen] Hvor effekten er meldt, er den til og med { $month } { $size } bagud
        [risen] Hvor effekten er meldt, er den til og med { $month } { $size } foran planen
       *[same] Hvor effekten er meldt, følger den til og med { $month } planen
    }
chart-effect-title-planned = Tiltagene skal give { $planned } i { $year }
chart-effect-title-achieved = Tiltagene har givet { $achieved } til og med { $month }
chart-effect-year = Månederne i planen giver { $planned } tilsammen i { $year }.
chart-effect-so-far = Til og med { $month } er { $achieved } opnået, hvor { $planned } var planlagt.
chart-effect-silent = { $n ->
        [1] Ét tiltag har ikke meldt effekten for alle måneder.
       *[other] { $count } tiltag har ikke meldt effekten for alle måneder.
    }
chart-effect-planned = Plan pr. måned
chart-effect-achieved = Opnået pr. måned
chart-effect-planned-sum = Plan i alt
chart-effect-achieved-sum = Opnået i alt
chart-effect-end-planned = Plan { $number }
chart-effect-end-computed = Plan { $number }, beregnet
chart-effect-end-achieved = Opnået { $number }

chart-overspend-what = Forventet merforbrug i hver rapport
chart-overspend-title = { $turn ->
        [fallen] Forventet merforbrug er faldet fra { $from } til { $to }
        [risen] Forventet merforbrug er steget fra { $from } til { $to }
       *[same] Forventet merforbrug er uændret { $to }
    }

chart-milestones-what = Milepæle og deres frister
chart-milestones-open = Ikke nået
chart-milestones-overdue = Frist overskredet
chart-milestones-reached = Nået
chart-milestones-reached-on = Nået { $date }
chart-milestones-dropped = Opgivet
chart-milestones-title-number = Milepæl { $name } er flyttet fra { $from } til { $to }
chart-milestones-title-name = »{ $name }« er flyttet fra { $from } til { $to }
chart-milestones-title-moved = { $share ->
        [both] Begge milepæle er flyttet
        [all] Alle { $all } milepæle er flyttet
       *[some] { $count } af { $all } milepæle er flyttet
    }
chart-milestones-title-overdue = { $share ->
        [only] Milepælen har overskredet fristen
        [one] Én af { $all } milepæle har overskredet fristen
        [both] Begge milepæle har overskredet fristen
        [all] Alle { $all } milepæle har overskredet fristen
       *[some] { $count } af { $all } milepæle har overskredet fristen
    }
chart-milestones-title-reached = { $share ->
        [only] Milepælen er nået
        [not] Milepælen er ikke nået endnu
        [none] Ingen af de { $all } milepæle er nået endnu
        [one] Én af { $all } milepæle er nået
        [both] Begge milepæle er nået
        [all] Alle { $all } milepæle er nået
       *[some] { $count } af { $all } milepæle er nået
    }
chart-milestones-count-overdue = { $n ->
        [1] Én har overskredet fristen.
       *[other] { $count } har overskredet fristen.
    }
chart-milestones-furthest = Mest flyttet er »{ $name }«: { $days ->
        [one] { $days } dag
       *[other] { $days } dage
    } { $turn ->
        [earlier] tidligere
       *[later] senere
    }.
chart-milestones-next = Næste frist er { $due }: »{ $name }«.

chart-flow = Tiltag efter status { $from } og { $to }
chart-flow-many = Tiltag efter status ved hver rapport, { $from } til { $to }
chart-flow-since = { $title }, sammenlignet med { $from }
chart-flow-title = { $change ->
    [none] Ingen tiltag har status på begge datoer
    [of] Nu afviger { $off ->
        [0] ingen
       *[other] { $off }
    } af { $now } tiltag fra planen. Kun { $all ->
        [one] ét havde status begge gange; { $after ->
            [0] { $before ->
                [0] det afviger ikke
               *[other] det afviger ikke længere
            }
           *[other] { $before ->
                [0] det afviger nu
               *[other] det afviger stadig
            }
        }
       *[other] { $all } havde status begge gange; af dem afviger { $after ->
            [0] ingen
           *[other] { $after }
        } (før: { $before })
    }
    [more] { $before ->
        [0] { $after ->
            [one] Ét tiltag afviger fra planen; før var der ingen
           *[other] { $after } tiltag afviger fra planen; før var der ingen
        }
       *[other] Flere tiltag afviger fra planen: { $after } mod { $before } før
    }
    [fewer] { $after ->
        [0] Intet tiltag afviger længere fra planen; før: { $before }
       *[other] Færre tiltag afviger fra planen: { $after } mod { $before } før
    }
    [never] Intet tiltag afviger fra planen, hverken før eller nu
   *[same] { $after ->
        [one] Ét tiltag afviger fra planen, som før
       *[other] Lige så mange tiltag afviger fra planen som før: { $after }
    }
}
chart-levels-measures = Tiltag efter status
chart-levels-plans = Planer efter status
chart-levels-column-measures = Antal tiltag
chart-levels-column-plans = Antal planer
chart-levels-key = { $level }: { $count }
chart-levels-title-measures = { $share ->
        [only] Tiltaget har status »{ $level }«
        [one] Ét af { $all } tiltag har status »{ $level }«
        [both] Begge tiltag har status »{ $level }«
        [all] Alle { $all } tiltag har status »{ $level }«
       *[some] { $count } af { $all } tiltag har status »{ $level }«
    }
chart-levels-title-plans = { $share ->
        [only] Planen har status »{ $level }«
        [one] Én af { $all } planer har status »{ $level }«
        [both] Begge planer har status »{ $level }«
        [all] Alle { $all } planer har status »{ $level }«
       *[some] { $count } af { $all } planer har status »{ $level }«
    }

chart-indicator-line = Linjen fra udgangspunkt til mål
chart-lines-chosen = { $subtitle }. { $drawn } af { $count } linjer er tegnet; tabellen har alle
chart-lines-drawn = { $subtitle }. { $drawn } af { $count } linjer er tegnet: den første og dem med de højeste og de laveste tal; tabellen har alle
chart-lines-extremes = Højest er { $high } ({ $high-value }) og lavest { $low } ({ $low-value }).
chart-indicator-title = { $turn ->
        [fallen] { $name }: faldet fra { $from } til { $to }
        [risen] { $name }: steget fra { $from } til { $to }
       *[same] { $name }: uændret { $to }
    }
chart-indicator-title-one = { $name }: { $value }
chart-indicator-target = Mål { $value }
chart-indicator-baseline = Udgangspunkt { $value }
chart-indicator-break = Ny opgørelse
chart-indicator-breaks = { $n ->
        [1] Måden at gøre op på er ændret én gang.
       *[other] Måden at gøre op på er ændret { $count } gange.
    }
chart-indicator-target-state = { $state ->
        [reached] Målet på { $value } er nået.
        [missed] Målet på { $value } er ikke nået.
       *[open] Målet er { $value }.
    }

chart-achieved-what = Opnået besparelse efter hver rapport
chart-achieved-title = { $turn ->
        [fallen] Opnået besparelse er faldet fra { $from } til { $to }
        [risen] Opnået besparelse er steget fra { $from } til { $to }
       *[same] Opnået besparelse er uændret { $to }
    }
chart-achieved-title-forecast = { $turn ->
        [fallen] Forventet besparelse er faldet fra { $from } til { $to }
        [risen] Forventet besparelse er steget fra { $from } til { $to }
       *[same] Forventet besparelse er uændret { $to }
    }
chart-achieved-required = Sparekrav { $value }
chart-achieved-asked = Kravet er { $value } i alt.
