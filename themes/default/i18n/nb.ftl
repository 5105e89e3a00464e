# Ordene på det ferdige nettstedet. Ett ord eller én setning per linje; det som står etter `=`, kan endres.
# Et tema kan ha sin egen i18n/nb.ftl med de linjene som skal lyde annerledes.

## Tall. Mellomrom her blir harde mellomrom, så et beløp aldri brytes over to linjer.

unit-krone = kr
unit-thousand = 1 000 kr
unit-million = mill. kr
unit-billion = mrd. kr
# Andre lands penger: $code er koden til valutaen, EUR eller GBP. Er det som står for den her, et tegn som £, gjelder linjene
# med -sign, ellers dem med -money.
currency-sign = { $code }
unit-money = { $currency }
unit-money-thousand = tusen { $currency }
unit-money-million = mill. { $currency }
unit-money-billion = mrd. { $currency }
unit-sign = { $currency }
unit-sign-thousand = tusen { $currency }
unit-sign-million = mill. { $currency }
unit-sign-billion = mrd. { $currency }
unit-percent = %
unit-percent-point = prosentpoeng

amount-krone = { $number } kr
amount-thousand = { $number } tusen kr
amount-million = { $number } mill. kr
amount-billion = { $number } mrd. kr
amount-money = { $number } { $currency }
amount-money-thousand = { $number } tusen { $currency }
amount-money-million = { $number } mill. { $currency }
amount-money-billion = { $number } mrd. { $currency }
amount-sign = { $number } { $currency }
amount-sign-thousand = { $number } tusen { $currency }
amount-sign-million = { $number } mill. { $currency }
amount-sign-billion = { $number } mrd. { $currency }
amount-percent = { $number } %
amount-percent-point = { $number } prosentpoeng
amount-other = { $number } { $unit }

approx-about = ca. { $figure }
approx-good = drøyt { $figure }
approx-barely = knapt { $figure }
approx-over = over { $figure }
approx-under = under { $figure }

## Perioder. Måneder og datoer kommer fra språket selv.

period-week = uke { $week }, { $year }
period-tertial = { $tertial }. tertial { $year }
period-quarter = { $quarter }. kvartal { $year }
period-half = { $half }. halvår { $year }
period-winter = vinteren { $year }
period-spring = våren { $year }
period-summer = sommeren { $year }
period-autumn = høsten { $year }
# $period er et år eller en måned med år.
period-primo = begynnelsen av { $period }
period-medio = midten av { $period }
period-ultimo = slutten av { $period }
# Når noe skulle ha skjedd: «skulle ha kommet i februar 2026».
period-when = { $kind ->
        [day] { $period }
        [season] { $period }
       *[other] i { $period }
    }

## Rammen rundt hver side: meny, topptekst, bunntekst.

ui-skip = Hopp til innholdet
og-locale = nb_NO
ui-menu = Hovedmeny
ui-more = Mer
ui-others = Andre sider
ui-crumbs = Brødsmulesti
ui-footer = Bunntekst
ui-updated = Oppdatert
ui-unrecorded = Foreløpig: noe på denne siden er ikke lagret i git ennå.
ui-source = Kilde
ui-accessibility = Tilgjengelighetserklæring
ui-about = Om nettstedet
ui-show-data = Vis tallene som tabell
ui-download = Last ned:
ui-search = Søk
ui-search-one = treff
ui-search-many = treff
ui-search-first = De første 20 vises.
search-pack = { $committee }, til utskrift eller PDF
ui-search-near = Ingenting funnet. Mente du en av disse?
ui-search-none = Ingenting funnet. Prøv et annet ord, eller se A–Å.
ui-a-to-z = A–Å
ui-table-tools = Filtrer og sorter
ui-table-search = Søk i tabellen
ui-table-all = Alle
ui-table-shown = Viser … av …
ui-table-none = Ingen rader passer.
ui-table-clear = Fjern filtrene
ui-table-order = Sorter etter
ui-table-own = Tabellens egen rekkefølge
ui-table-up = stigende
ui-table-down = synkende
ui-table-worst = verste først
ui-table-best = beste først
ui-table-sorted = Sortert etter
ui-table-sums = Summene gjelder hele tabellen.

# Punktene i hovedmenyen.
ui-menu-home = Oversikt
ui-menu-plans = Planer
ui-menu-measures = Tiltak
ui-menu-committees = Utvalg
ui-menu-owners = Ansvarlige
ui-menu-milestones = Milepæler
ui-menu-disagreements = Uoverensstemmelser
ui-menu-a-to-z = A–Å
ui-menu-history = Historikk
ui-menu-editions = Utgaver
ui-menu-scales = Statusfarger

## Sidene: adresser, overskrifter, kolonner og setninger.

# Mapper og filer i nettstedets adresser. Bare små bokstaver, tall og bindestreker.
path-plans = planer
path-committees = utvalg
path-owners = ansvarlige
path-milestones = milepeler
path-indicators = maaltall
path-months = maaneder
path-editions = utgaver
path-history = historikk
path-disagreements = uoverensstemmelser
path-scales = skalaer
path-about = om
path-measures = tiltak
path-a-to-z = a-aa
path-pack = moetevedlegg

nav-home = Oversikt
footnotes = Fotnoter
footnote-back = Tilbake til teksten
nav-plans = Planer
nav-committees = Utvalg
nav-owners = Ansvarlige
nav-milestones = Milepæler
nav-editions = Utgaver
nav-history = Historikk
nav-disagreements = Uoverensstemmelser
nav-scales = Skalaer og betydninger
nav-about = Om nettstedet
nav-measures = Tiltak
nav-a-to-z = Alt fra A til Å
a-to-z-lead = Alle planer, tiltak, utvalg, ansvarlige og sider etter navn.
a-to-z-letters = ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ
a-to-z-other = Tall og tegn
a-to-z-plan = plan
# Farger som kan søkes på.
colour-complete = blå blått
colour-good = grønn grønt grønne
colour-fair = blågrønn blågrønt
colour-warning = gul gult gule
colour-bad = rød rødt røde
colour-severe = mørkerød rød rødt røde
colour-none = grå grått

list-and = og

# Hva som er endret siden en utgave, og sidene om utgaver.
col-since = Siden { $date }
col-since-of = { $column } siden { $date }
since-same = uendret
since-no-status = Ingen status er endret siden { $date }
since-same-table = Ingen endringer siden { $date }
said-once = { $head }: { $value }
said-once-most = { $head }: { $value }, der ikke noe annet står
since-new-table = Nytt siden { $date }
since-meaning = «Før» er tallet { $date }
since-was = før { $figure }
since-was-corrected = før { $figure }, rettet til { $corrected }
since-rest = andre tall endret
since-not-given = ikke oppgitt
since-told = { $what } (ikke oppgitt før)
since-new = lagt til
since-gone = utgått
since-new-without-level = { $count } tiltak er kommet til, foreløpig uten status.
since-entered = Kommet til
since-from = Fra { $level }
since-to = Til { $level }
since-left = Utgått
since-without-level = uten status
since-reached = nådd
since-put-off = utsatt
since-moved-forward = framskyndet
since-decided = fattet
since-step = { $before } → { $after }
since-first-level = første status
since-first-figure = første tall
since-required = innsparingskrav { $step }
since-achieved = oppnådd { $step }
since-forecast = prognose { $step }
since-due = frist { $step }
since-status-withdrawn = statusen per { $date } er trukket tilbake
since-lost-gone = herav utgått: { $names }
since-lost-withdrawn = herav trukket tilbake: { $names }
since-correction = herav rettelse: { $changes }
since-figures = tallene per { $date }
since-meeting = møtet { $date }
since-levels = Siden { $date } { $changes }.
since-moves-first = { $place ->
    [short] { $count } første status
   *[lead] har { $count } tiltak fått sin første status
}
since-moves-moved = { $place ->
    [short] { $count } endret
    [then] { $count } har endret status
   *[lead] har { $count } tiltak endret status
}
since-moves-new = { $place ->
    [short] { $count ->
        [one] { $count } nytt
       *[other] { $count } nye
    }
    [then] { $count } er kommet til
   *[lead] er { $count } tiltak kommet til
}
since-moves-gone = { $place ->
    [short] { $count } utgått
    [then] { $count } er utgått
   *[lead] er { $count } tiltak utgått
}
since-moves-stated = { $place ->
    [short] { $count } { $way ->
        [more] flere
       *[fewer] færre
    } med «{ $level }»
    [short-rest] bare talt opp: { $count } { $way ->
        [more] flere
       *[fewer] færre
    } med «{ $level }»
    [rest] av dem som bare er talt opp, har { $count } { $way ->
        [more] flere
       *[fewer] færre
    } status «{ $level }»
    [then] { $count } { $way ->
        [more] flere
       *[fewer] færre
    } har status «{ $level }»
   *[lead] har { $count } { $way ->
        [more] flere
       *[fewer] færre
    } tiltak status «{ $level }»
}
since-gone-names = Utgått siden: { $names }
col-recorded = Registrert
col-about = Gjelder
block-log = Historikk
caption-log = Hva som er registrert, og når, det nyeste først
caption-log-measure = Hva som er registrert om tiltaket, og når, det nyeste først
caption-log-indicator = Hva som er registrert om måltallet, og når, det nyeste først
log-correction = Rettelse av «{ $edition }»
log-late = Kommet til etter «{ $edition }»
log-new = { $kind ->
    [reading] nytt: { $changes }
   *[other] ny rapport: { $changes }
}
log-changed = { $kind ->
    [set] { $what } endret til
    [unset] { $what } er fjernet
   *[words] { $what } er endret
}
log-unreadable-version = en versjon kan ikke leses
log-day-revision = Registrert { $date } (revisjon { $revision })
log-by = av { $author }
log-new-report = Ny rapport fra { $date }
log-report-came = kommet ut
log-revision = revisjon { $revision }
log-words = Teksten før og nå
log-before = Før
log-after = Nå
log-corrected = Rettet { $date }: { $change }
log-came-late = Skrevet { $date }, etter «{ $edition }»
history-title = Historikk: { $plan }
history-of-plan = Hva som er registrert om planen «{ $plan }», og når: { $count ->
    [one] én endring
   *[other] { $count } endringer
}.
history-of-site = { $scope ->
    [all] { $count ->
        [one] Én endring
       *[other] Alle { $count } endringer
    }
   *[latest] De { $count } siste endringene
} på tvers av planene. Hver plan har hele historikken på sin egen side.
history-of-committee = { $scope ->
    [all] { $count ->
        [one] Én endring
       *[other] Alle { $count } endringer
    }
   *[latest] De { $count } siste endringene
} i det som gjelder { $committee }. Hver plan har hele historikken på sin egen side.
history-correction = Retting:
history-shared = Felles for planene
history-first-import = Første innlesing: { $count ->
    [one] ett punkt
   *[other] { $count } punkter
}
history-new-figures = { $count ->
    [one] Ett punkt med nye tall og uendret status
   *[other] { $count } punkter med nye tall og uendret status
}
history-entered = { $count ->
    [one] Ett nytt punkt
   *[other] { $count } nye punkter
}
history-none = Ingen endringer er registrert ennå.
history-withheld = Noe av det som er registrert, er holdt tilbake og står ikke her.
history-feed = Følg med: abonner på endringer (Atom)
history-own-page = Se hele historikken til planen
history-all = Se hele historikken
col-edition = Utgave
col-as-of = Tallene er fra
col-whole-site = Hele nettstedet
col-change = Endring
col-outturn = Oppnådd nå
col-against-forecast = Forskjell fra siste
col-forecast-of = Prognose { $date }
edition-read = Les utgaven
edition-read-whole = Les hele utgaven slik den var
edition-read-open = Les hele utgaven slik den er nå
edition-cut = Låst { $date }
edition-open = Åpen: kan fortsatt endres
editions-lead = En utgave er det et møte fikk framlagt: tallene på en bestemt dato. En låst utgave endres aldri.
edition-state = { $plans ->
    [one] Én plan slik den sto { $date }.
   *[other] { $plans } planer slik de sto { $date }.
}
block-corrections = Rettet etter at utgaven ble låst
edition-corrected = { $count ->
    [one] Rettet siden: én rettelse
   *[other] Rettet siden: { $count } rettelser
}
caption-corrections = Rettelser av tall og statuser i utgaven
block-grid = Status over tid
caption-grid = Status ved hver rapport
block-flow = Endret siden { $from }
caption-flow = Tiltak etter status { $from } (rader) og { $to } (kolonner)
block-changed-measures = Tiltak som er endret
caption-changed-measures = Nye, endrede og utgåtte tiltak
block-moved-milestones = Nye og endrede milepæler
caption-moved-milestones = Nye, flyttede og nådde milepæler
block-forecasts = Prognoser mot resultat
caption-forecasts = Prognose i hver utgave og oppnådd nå, etter plan; oppnådd gjelder de tiltakene den siste prognosen omfatter, også dem som er utgått siden
col-forecast-now = Prognose nå
block-overspend-forecasts = Forventet merforbruk i hver utgave
caption-overspend-forecasts = Forventet merforbruk slik hver utgave oppga det, og nå
block-committee-forecasts = Prognoser mot resultat for utvalg
caption-committee-forecasts = Prognose i hver utgave og oppnådd nå, summen av planene etter det utvalget som står først; oppnådd gjelder de tiltakene den siste prognosen omfatter, også dem som er utgått siden

# Øverst på hver side i en utgave.
banner-short = Utgave per { $date }
banner-edition = Du ser utgaven «{ $title }», slik tallene sto { $date }.
banner-edition-met = Du ser utgaven «{ $title }» til møtet { $meeting } i { $committee }, slik tallene sto { $date }.
banner-cut = Låst { $date }; den endres ikke mer.
banner-open = Utgaven er åpen og kan fortsatt endres.
banner-hidden = { $count ->
    [one] Ett punkt som sto i utgaven, er lukket siden og vises ikke.
   *[other] { $count } punkter som sto i utgaven, er lukket siden og vises ikke.
}
banner-withheld = { $count ->
    [one] Ett punkt som sto i utgaven, er lukket eller holdt tilbake siden og vises ikke, eller ikke helt.
   *[other] { $count } punkter som sto i utgaven, er lukket eller holdt tilbake siden og vises ikke, eller ikke helt.
}
banner-incomplete = Historikken er ikke hel: nettstedet er bygd fra en klon som mangler eldre versjoner.
ui-edition = Utgave
ui-today = Se status i dag
ui-corrected = Hva er rettet siden?
ui-elsewhere = Samme side i andre utgaver
ui-earlier = Siden slik den var i:
elsewhere-before = ‹ Utgaven før: { $title }
elsewhere-before-front = ‹ Utgaven før: { $title } (forsiden; denne siden var ikke med)
elsewhere-after = Utgaven etter: { $title } ›
elsewhere-after-front = Utgaven etter: { $title } › (forsiden; denne siden var ikke med)
elsewhere-today = Siden slik den er i dag
elsewhere-today-front = Forsiden i dag (denne siden er ikke med)
elsewhere-earlier = { $title }
elsewhere-earlier-front = { $title } (forsiden; denne siden var ikke med)

# Plantyper.
kind-action-plan = Handlingsplan
kind-savings = Innsparingsplan
kind-agreement = Oppfølging av avtale
kind-implementation = Gjennomføringsplan
kind-budget = Budsjettoppfølging
kind-indicators = Oppfølging av måltall

# Hvor langt et tiltak er kommet.
life-not-started = Ikke startet
life-in-progress = I gang
life-done = Gjennomført
life-dropped = Skrinlagt
life-deferred = Utsatt
life-meaning-not-started = Arbeidet er ikke begynt
life-meaning-in-progress = Arbeidet er i gang
life-meaning-done = Tiltaket er gjennomført
life-meaning-dropped = Tiltaket blir det ikke noe av
life-meaning-deferred = Tiltaket er utsatt ved et vedtak

trend-better = Går bedre
trend-same = Går som tidligere
trend-worse = Går dårligere

reporting-has-figures = har tall
reporting-none-yet = ingen tall ennå
reporting-late = forsinket
line-ahead = foran linjen mot målet
line-on = på linjen mot målet
line-behind = bak linjen mot målet
frequency-month = hver måned
frequency-quarter = hvert kvartal
frequency-tertial = hvert tertial
frequency-half-year = hvert halvår
frequency-year = hvert år
direction-down = Skal ned
direction-up = Skal opp
direction-hold = Skal holdes

sign-cost = Utgifter er positive, inntekter negative
sign-saving = Innsparinger er positive, investeringer negative
sign-result = Overskudd er positivt, underskudd negativt

# Kolonner.
col-number = Nr.
col-measure = Tiltak
col-measures = Tiltak
col-status = Status
col-objective = Mål
col-action = Handling
col-consequences = Konsekvenser
col-agreement = Avtale
col-status-text = Status i ord
col-timetable = Tidsplan
col-required = Innsparingskrav
col-achieved = Oppnådd
col-difference = Forskjell
col-share = Oppnådd i prosent
col-forecast = Prognose
col-committee = Utvalg
col-owner = Ansvarlig
col-department = Avdeling
col-due = Frist
col-updated = Oppdatert
col-plan = Plan
col-plans = Planer
col-reports = Rapporter
col-code = Kode
col-level = Nivå
col-row = Post
col-effect = Effekt
col-funding = Bevilgning
col-all-years = I alt
col-update = Oppfølging
col-date = Dato
col-overspend = Forventet merforbruk
col-since-last = Siden sist
col-since-start = Siden start
col-indicator = Måltall
col-direction = Retning
col-baseline = Utgangspunkt
col-series = Serie
col-latest-reading = Siste måling
col-reading = Måling
col-target = Mål
col-reporting = Rapportering
col-next-reading = Neste måling
col-milestone = Milepæl
col-start = Begynner
col-original-due = Opprinnelig frist
col-current-due = Frist nå
col-after = Etter
col-remark = Merknad
col-decision = Vedtak
col-state = Status
col-report = Rapport
col-meetings = Møter
col-meeting = Møte
col-what = Hva
col-kind = Slag
col-missing = Mangler
col-days = Dager
col-stated = Oppgitt
col-computed = Beregnet
col-size = Forskjell
col-against = Hvorfor

# Tabeller som data. $column er kolonnens navn; det etter kommaet sier hva som står ved siden av tallet.
data-head = { $column } ({ $unit })
data-unit = { $column }, enhet
data-approximation = { $column }, forbehold
data-computed = { $column }, beregnet
data-check = { $column }, kontroll
data-levels = { $column }, fordeling
data-in-words = { $column }, i ord
data-mark = { $column }, note
data-remark = { $column }, merknad
data-group = Avsnitt
data-row-kind = Radtype
data-nil = «-» betyr intet beløp, slik kilden skriver det; det er ikke det samme som 0
data-gap = Tom celle: ikke oppgitt
row-kind-item = Post
row-kind-child = Underpost
row-kind-of-which = Herav
row-kind-subtotal = Delsum
row-kind-total = Totalt
row-kind-stated = Totalt, oppgitt

# Arbeidsbøker: tabellene til en plan eller et utvalg i én fil.
book-cover = Forside
book-contents = Innhold
book-notes = Noter
book-sheet = Ark
book-table = Tabell
book-note = Note
book-text = Tekst
book-note-mark = [note { $number }]
book-publisher = Utgiver
book-address = Adresse
book-back = Til innholdet
book-nil = [n] betyr intet beløp, slik kilden skriver det; det er ikke det samme som 0
book-gap = [x] betyr ikke oppgitt
book-empty = Tomme celler: det er ingenting å bemerke
book-too-large = for stor for et regneark; se CSV-filen
book-empty-table = ingen rader

# Kalendere: milepæler, rapporter og møter.
calendar-milestone = Milepæl: { $name }
calendar-report = Rapport: { $name }
calendar-meeting = Møte: { $name }
calendar-decision = Vedtak: { $name }
block-data = Hent dataene
search-data-formats = Excel, CSV, regneark, last ned
search-edition = Utgave, { $date }
search-edition-met = Utgave, { $date }, til møtet { $meeting }
about-data-csv = Under hver tabell kan tallene lastes ned som en CSV-fil, som åpnes i et regneark.
about-data-book = På siden for en plan og for et utvalg kan alle tabellene på siden lastes ned som én Excel-fil.
about-data = Alle tabellene på nettstedet som CSV-filer i én fil, med en beskrivelse av hver kolonne.
data-archive = Last ned alle tabellene (ZIP)
data-description = Bare beskrivelsen (Data Package)
block-calendar = Datoene i kalenderen din
calendar-link = Last ned datoene som kalender (iCalendar)
block-pack = Møtevedlegg
pack-title = Møtevedlegg til { $committee }
pack-link = Les møtevedlegget, som kan skrives ut
pack-pdf = Last ned møtevedlegget som PDF
pdf-page = Side
pdf-of = av

# Kjente kolonner i talltabeller.
column-adopted = Opprinnelig budsjett
column-revised = Revidert budsjett
column-actual = Forbruk
column-forecast = Prognose
column-outturn = Regnskap
column-deviation = Avvik
column-previous = Forrige prognose

# Opplysninger om en plan, et tiltak eller nettstedet.
fact-kind = Type
fact-plan = Plan
fact-committee = Utvalg
fact-owner = Ansvarlig
fact-definition = Definisjon
fact-method = Metode
fact-frequency = Måles
fact-contact = Kontakt
fact-licence = Lisens
fact-started = Begynt
fact-finished = Avsluttet
fact-to-finish = Avsluttes
year-in-two = { $year } ({ $from }–{ $to })
plan-finished = avsluttet { $date }
fact-updated = Oppdatert
fact-year = År
fact-overspend = Forventet merforbruk ved start
fact-case = Saksnummer
fact-source = Kilde
fact-section = Avsnitt
fact-due = Frist
fact-against = Merk
fact-as-of = Gjelder per
fact-publisher = Utgitt av
fact-meeting = Møte
fact-version = Program
fact-revision = Revisjon
fact-effect = Effekt i { $year }

# Felter med store tall.
tile-required = Innsparingskrav
tile-investment = Investering
tile-achieved = Oppnådd
tile-forecast = Prognose
# Der planer teller i flere lands penger: Innsparingskrav, GBP.
tile-in-unit = { $name }, { $unit }
tile-difference = Forskjell
tile-overspend = Forventet merforbruk
tile-attention = Avviker fra planen
tile-measures = Tiltak
tile-plans = Planer
tile-missing = Uten nytt
tile-open-measures = Åpne tiltak
tile-open-milestones = Åpne milepæler
tile-waiting-decisions = Vedtak som venter
tile-indicators = Måltall
tile-share = { $share } av innsparingskravet
tile-due = Frist: { $date }
tile-of-all = av { $all }
tile-open = { $open ->
        [one] { $open } åpent
       *[other] { $open } åpne
    }

# Under navnene på tabellene.
note-amounts = Beløp i { $unit }
note-unit = Enhet: { $unit }
note-as-of = Per { $date }
price-level = { $year }-priser
note-price-levels = I «{ $what }» regnes det med flere prisnivåer: { $levels }
note-sign-of = { $column }: { $sign }

# Nederst i tabeller.
total-computed = I alt, beregnet
total-stated = I alt, oppgitt
total-stated-too = Også oppgitt
gross-computed = Uten investeringer, beregnet
gross-stated = Uten investeringer, oppgitt
gross-stated-too = Uten investeringer, også oppgitt

# Oppgitt og beregnet.
difference-exact = stemmer
difference-rounding = avrunding
difference-unexplained = stemmer ikke ({ $size })
difference-within-reach = stemmer ikke ({ $size }), kan så vidt være avrunding
nothing-of = ingenting
difference-from = { $difference }, beregnet { $computed }
computed-beside = beregnet { $computed }
class-within-reach = kan så vidt være avrunding
class-meaning-exact = «Stemmer» betyr at den oppgitte og den beregnede summen er like.
class-meaning-rounding = «Avrunding» betyr at forskjellen er så liten at avrunding av delene forklarer den.
class-meaning-unexplained = «Stemmer ikke» betyr at avrunding ikke forklarer forskjellen.

# Små merknader i tabeller.
withheld-small = under { $below }
withheld-further = vises ikke
note-rounded = { $decimals ->
    [0] Vist uten desimaler
    [one] Vist med 1 desimal
   *[other] Vist med { $decimals } desimaler
}; summer og forskjeller er regnet på de nøyaktige tallene, som står i CSV-filen under tabellen
note-rounded-variously = Vist avrundet; summer og forskjeller er regnet på de nøyaktige tallene, som står i CSV-filen under tabellen
note-withheld-small = Antall under { $below } (men ikke 0) vises ikke, for at ingen skal kunne gjenkjennes
note-withheld-further = Der det står «vises ikke», er et tall utelatt, fordi et skjult antall ellers kunne regnes ut
remark-computed = beregnet
remark-rounded-sum = vist avrundet: tallene som vises, gir { $sum }
remark-years = beløp fra { $years } lagt sammen
remark-partial-sum = { $given } av { $all } er oppgitt
remark-missing = ikke noe nytt i siste rapport
remark-overdue = fristen er gått ut
remark-overdue-days = { $days ->
        [one] 1 dag over fristen
       *[other] { $days } dager over fristen
    }
remark-rolled-up = som det verste åpne underpunktet
remark-overruled = endret av { $committee }; meldt som { $word }
remark-overruled-dated = endret av { $committee } { $date }; meldt som { $word }
remark-later-due = senere { $date }
remark-expected = ventet { $date }
remark-set-by = fastsatt av { $committee }
remark-set-by-dated = fastsatt av { $committee } { $date }
remark-overruled-to = { $committee } endret status til { $word }
remark-overruled-on = { $committee } endret status til { $word } { $date }
remark-changed = Fra { $before } til { $after }
remark-decision = Vedtak: { $title }
remark-put-off-from = utsatt fra { $date }
remark-moved-forward-from = framskyndet fra { $date }
remark-since = siden { $date }
remark-not-comparable = kan ikke sammenlignes

decision-taken = Fattet
decision-waiting = Venter
report-came = Publisert
report-expected = Ventes
report-missing = Mangler
meeting-decision = Vedtak
meeting-report = Rapport

effect-planned = Planlagt
effect-so-far = Oppnådd
funding-granted = Bevilget
overspend-start = Ved start
overspend-update = Oppfølging
overspend-latest = Siste oppfølging
target-at-least = minst { $value }
target-at-most = høyst { $value }
target-between = { $low } til { $high }
target-met = nådd
target-not-met = ikke nådd
target-not-met-yet = ikke nådd ennå
target-no-longer-met = ikke lenger nådd
target-passed = utenfor målet
reading-due = { $state ->
    [has-figures] neste senest { $date }
    [none-yet] ventes senest { $date }
    [late] ventet senest { $date }
   *[date] senest { $date }
}
reporting-count = { $state ->
    [has-figures] { $count } har tall
    [none-yet] { $count } har ingen ennå
   *[late] { $count } er forsinket
}
reporting-counts = Rapportering: { $list }
indicator-line-day = { $date }
indicator-line-end = ved utgangen av { $date }
indicator-line = Etter linjen fra { $from } ({ $from-date }) til { $to } ({ $to-date }) ventes { $expected } { $at }; målt { $measured }: { $side ->
    [ahead] foran linjen
    [on] på linjen
   *[behind] bak linjen
}.
indicator-unread = Måltallet er ikke målt ennå.
indicator-unread-since = Måltallet er ikke målt siden utgangspunktet.
series-total = I alt
indicator-missing = { $period } mangler: { $words }
indicator-break = Fra { $period }: { $words }
legend-title = Statusfarger
without-level = Uten status
levels-without = { $count } uten status

# Overskrifter.
block-words = Om planen
block-contents = På denne siden
fold-plan-words = Planens bakgrunn og innhold ({ $count } ord)
fold-grid = { $count ->
        [one] Status ved den ene rapporten
       *[other] Status ved hver av de { $count } rapportene
    }
fold-log = { $count ->
        [one] Den siste endringen
       *[other] De siste { $count } endringene
    }
block-status = Status per { $date }
block-measures = Tiltak
block-effect = Økonomisk effekt per måned
months-title = { $plan }, måned for måned
months-link = Se måned for måned, og hvert tiltak
block-all-measures = Alle tiltak og måneder
block-funding = Bevilgning per år
block-overspend = Forventet merforbruk
block-tables = Tabeller
block-indicators = Måltall
block-milestones = Milepæler
block-milestones-ahead = Milepæler i tiden framover
block-milestones-overdue = Fristen er gått ut
block-milestones-open = Kommende milepæler
block-milestones-reached = Nådde og skrinlagte milepæler
block-decisions = Vedtak
block-reports = Rapporter
block-other-reports = Andre rapporter
block-decided = Hva som er vedtatt
block-about-measure = Om tiltaket
block-children = Punkter under tiltaket
block-timeline = Status over tid
block-other-measures = Andre tiltak
block-other-indicators = Andre måltall
block-about-indicator = Om måltallet
block-attention = Avviker fra planen
block-levels = Tiltak fordelt på status
block-updates = Siste nytt
block-meetings = Vedtak og møter
block-missing = Uten nytt
block-unexplained = Stemmer ikke
block-rounding = Avrunding
block-no-disagreements = Alle oppgitte tall stemmer.
block-against = Statuser å se nærmere på
block-scales = Nivåer
block-lifecycles = Gangen i et tiltak
block-rules = Regler
block-about-figures = Slik leses tallene
block-accessibility = Tilgjengelighet

# Navnene på tabellene.
caption-measures = Tiltak med status
caption-children = Tiltak under dette punktet
caption-effect = Planlagt effekt per måned i { $year }
caption-effect-of = Effekt per måned i { $year }
caption-effect-so-far = Oppnådd effekt per måned i { $year }
caption-funding = Bevilgning per år
caption-overspend = Forventet merforbruk ved hver oppfølging
caption-indicators = Måltall: siste måling, endring og mål
caption-readings = Målinger av { $title }
caption-milestones = Milepæler med frister
caption-milestones-overdue = Milepæler, de eldste fristene først
caption-milestones-open = Milepæler, de nærmeste fristene først
caption-milestones-reached = Milepæler etter frist
caption-milestones-ahead = Milepæler innen { $days } dager, og de som er over fristen
caption-decisions = Vedtak som planen hviler på eller venter på
caption-reports = Rapporter og møtene deres
caption-plans = Planer med samlet status
block-counts = Så mange står hvor
caption-counts = Tiltak etter status, slik de er oppgitt
col-area = Område
col-all = I alt
counts-whole = Hele planen
note-counts-since = Under et tall: flere eller færre enn per { $date }
note-counts-of-plan = Slik planen selv oppgir det
note-counts-since-plan = Under et tall: flere eller færre enn planen selv oppgir
counts-in-plan = begynnelsen av planen
caption-counts-flow = Tiltak som bare er oppgitt som antall, på hvert nivå
remark-counts-come-to = nivåene gir { $count }
remark-areas-come-to = områdene gir { $count }
caption-levels = Antall tiltak på hvert nivå
caption-meetings = Vedtak og møter, de nyeste først
caption-missing = Statuser, rapporter og målinger som mangler
caption-disagreements = Oppgitte tall ved siden av de beregnede
caption-against = Status som tall eller tekst taler imot

# Setninger.
home-title = Status for planer og avtaler
home-last-meeting = Utgaven til møtet { $date }: { $title }
home-last-edition = Siste låste utgave: { $title }
home-open-edition = Åpen utgave: { $title }
home-all-editions = Alle utgavene
home-state-plans = Per { $date } følges { $plans ->
        [one] én plan
       *[other] { $plans } planer
    }.
# Tilstanden i en setning: «3 av 26 tiltak er kritiske, 5 krever oppmerksomhet og 18 følger planen».
state-first = { $count } av { $all } tiltak { $state }
state-next = { $count } { $state }
state-all = { $all ->
    [one] Det eneste tiltaket { $state }
    [2] Begge tiltakene { $state }
   *[other] Alle { $all } tiltak { $state }
}
state-word = { $count ->
    [one] har status «{ $word }»
   *[other] har status «{ $word }»
}
state-life = { $stand ->
    [not-started] er ikke startet
    [in-progress] er i gang
    [done] er gjennomført
    [dropped] er gitt opp
    [deferred] er utsatt
   *[untold] { $count ->
        [one] mangler status
       *[other] mangler status
    }
}
state-as-of = Per { $date }: { $state }.
attention-none = Ingen tiltak avviker fra planen.
doubted-figures = { $count ->
    [one] Ett oppgitt tall stemmer ikke med det som det er satt sammen av.
   *[other] { $count } oppgitte tall stemmer ikke med det som de er satt sammen av.
}
doubted-link = Se tall som ikke stemmer
which-total = Regn med { $computed }{ $share }: så mye gir tiltakene til sammen. Rapportens { $stated } stemmer ikke med dem.
workbook-link = Hent tallene på siden i Excel
attention-behind = Meldt i orden, men langt etter
attention-rest = Vis { $count } til
attention-rest-of = Vis { $count } til med «{ $level }»
attention-of-one-plan = { $count ->
    [2] Begge hører til { $plan }.
   *[other] Alle { $count } hører til { $plan }.
}
attention-done = { $count ->
    [one] Ett tiltak som er gjennomført, avviker.
   *[other] { $count } tiltak som er gjennomført, avviker.
}
attention-over = { $count ->
    [one] Ett tiltak i en plan som er avsluttet, avviker.
   *[other] { $count } tiltak i planer som er avsluttet, avviker.
}
attention-untold = Ingen tiltak har status ennå.
attention-overdue = { $count ->
    [one] Én milepæl har overskredet fristen
   *[other] { $count } milepæler har overskredet fristen
}
attention-counted-alone = { $count ->
    [one] Ett tiltak avviker fra planen; det er talt opp i planens rapport, men ikke nevnt ved navn.
   *[other] { $count } tiltak avviker fra planen; de er talt opp i planenes rapporter, men ikke nevnt ved navn.
}
attention-counted = { $count ->
    [one] Ett tiltak til avviker fra planen; det er talt opp i planens rapport, men ikke nevnt ved navn.
   *[other] { $count } tiltak til avviker fra planen; de er talt opp i planenes rapporter, men ikke nevnt ved navn.
}
attention-nothing = ingen avviker
attention-achieved-of = { $achieved } av { $required }
attention-required = krav { $required }
attention-achieved = oppnådd { $achieved }
place-in-plan = { $plan }, nr. { $number }
place-number = nr. { $number }
block-since-meeting = Siden møtet { $date }
block-since = Siden sist
step-to = til
recent-first = { $count ->
    [one] første status for ett tiltak
   *[other] første status for { $count } tiltak
}
recent-put-off = Utsatt fra { $before } til { $after }
recent-moved-forward = Framskyndet fra { $before } til { $after }
recent-reached = Nådd { $date }
recent-overspend = forventet merforbruk { $step }
recent-all = Alle endringer siden { $date }
recent-all-more = Alle endringer siden { $date } ({ $count } til)
caption-finished-last = { $caption }, de avsluttede sist
caption-plans-by-status = Planene, de verste statusene først
caption-worst-plans = Oppnådd av innsparingskravet i hver plan, de verste statusene først
caption-committees = Tiltak som avviker fra planen, for hvert utvalg
committee-next-meeting = Neste møte er { $date }.
block-money = Økonomi
caption-money = Innsparingskrav og oppnådd, plan for plan
committee-rows-in-part = Utvalgets egne rader; hele tabellen står på siden til planen
committee-tables = { $count ->
    [one] Vis utvalgets rader i én tabell
   *[other] Vis utvalgets rader i { $count } tabeller
}
attention-more = Listen viser de verste. { $count ->
        [one] Ett til avviker fra planen; det står på siden til planen sin.
       *[other] { $count } flere avviker fra planen; de står på sidene til planene.
    }
plans-lead = { $count ->
        [one] Nettstedet følger én plan.
       *[other] Nettstedet følger { $count } planer.
    }
plan-without-report = { $count ->
        [0] Planen har ennå ingen rapport.
       *[other] Planen har { $count } tiltak og ennå ingen rapport.
    }
plan-counts-without-report = Planen har ennå ingen rapport. Slik den selv oppgir det: { $state }
plan-now = Planen slik den står nå
standing-as-of = Status per { $date }
standing-rolled-up = Det verste åpne punktet under tiltaket per { $date }
plan-standing-as-of = Samlet status for planen ifølge rapporten per { $date }
plan-standing-rolled-up = Samlet status for planen per { $date }: som det verste åpne tiltaket
plan-achieved = Det er oppnådd { $achieved } av { $required } i alt{ $remarks }.
measures-missing = { $count ->
        [one] Ett tiltak har ikke noe nytt i siste rapport: { $names }.
       *[other] { $count } tiltak har ikke noe nytt i siste rapport: { $names }.
    }
no-measures = Ingen tiltak hører til her.
measure-untitled = Punkt { $number }
measure-closed = Punktet behandles for lukkede dører.
measure-unchanged = Status uendret siden { $date }
measure-without-status = Ingen rapport har fortalt om tiltaket ennå.
measure-of-children = { $count ->
        [one] Status og beløp kommer fra det ene punktet under tiltaket.
       *[other] Status og beløp kommer fra de { $count } punktene under tiltaket.
    }
measure-of-plan = { $measure }: et tiltak i { $plan }.
indicator-of-plan = { $indicator }: et måltall i { $plan }.
measure-before = Forrige: { $name }
measure-after = Neste: { $name }
entry-report = Se hele rapporten
report-title = Rapport per { $date }
report-page-title = { $plan }: status per { $date }
report-is-old = Du ser planen slik den så ut per { $date }. Det er kommet nyere rapporter.
report-corrections = { $count ->
    [one] Rettet siden: ett tall eller én status i rapporten er rettet etter at den ble lagt fram. Siden viser den rettede.
   *[other] Rettet siden: { $count } tall og statuser i rapporten er rettet etter at den ble lagt fram. Siden viser de rettede.
}
report-corrected = Rettet { $date }
report-changes = { $count ->
    [one] Endret siden: én ting er kommet til eller vedtatt på nytt etter rapporten. Siden viser det som gjelder nå.
   *[other] Endret siden: { $count } ting er kommet til eller vedtatt på nytt etter rapporten. Siden viser det som gjelder nå.
}
report-changed = Endret { $date }
report-before = Forrige rapport: { $date }
report-after = Neste rapport: { $date }
missing-status = Ikke noe nytt siden { $date }
missing-first-status = Ingen status ennå
missing-done = Skulle ha vært gjennomført { $date }
missing-report = Rapporten skulle ha kommet { $date }
missing-reading = Målingen skulle ha kommet { $date }
milestones-state = { $all ->
        [0] Det finnes ingen milepæler.
       *[other] { $overdue ->
            [0] Ingen milepæler er over fristen
            [one] Én milepæl er over fristen
           *[other] { $overdue } milepæler er over fristen
        }; { $open ->
            [0] ingen
            [one] én
           *[other] { $open }
        } er på vei, og { $reached ->
            [0] ingen
            [one] én
           *[other] { $reached }
        } er nådd eller skrinlagt.
    }
committees-lead = Hva hvert utvalg har på sitt bord.
owners-lead = Hvem som har ansvaret for hva, og hva som mangler.
disagreements-state = { $unexplained ->
        [0] Ingen oppgitte tall er i strid med delene sine.
        [one] Ett oppgitt tall stemmer ikke med delene sine.
       *[other] { $unexplained } oppgitte tall stemmer ikke med delene sine.
    } { $rounding ->
        [0] Ingen skiller seg ved avrunding.
        [one] Ett skiller seg bare ved avrunding.
       *[other] { $rounding } skiller seg bare ved avrunding.
    }
disagreements-words = Rapportenes egne tall vises alltid slik de er oppgitt. Ved siden av står hva delene blir til sammen.
against-words = Et tiltak er meldt i rute, men har nådd mindre enn halvparten av årets andel så langt, eller det er ventet å ende under halvparten av kravet. Eller teksten er den samme i tre statuser på rad. Status vises slik den ble meldt.
against-achieved = Bare { $figure } av { $required } er oppnådd så langt
against-forecast = Bare { $figure } av { $required } er ventet
against-same-words = Samme tekst i de siste { $count } statusene
rounding-more = { $count ->
        [one] Ett til skiller seg ved avrunding.
       *[other] { $count } flere skiller seg ved avrunding.
    }
scales-lead = Hva statusfarger, merker og forkortelser betyr.
lifecycles-title = Hvor langt et tiltak er kommet
rule-parents = Et tiltak med underpunkter har samme status som det verste åpne av dem, med mindre det selv har en nyere status.
rule-overruled = Et utvalg kan endre en status. Da gjelder utvalgets, og begge vises.
rule-no-news = Står det ikke noe nytt i en rapport, gjelder siste status. Datoen viser hvor gammel den er.
rule-differences = En sum vises slik den er oppgitt. Er den en annen enn summen av delene, står den beregnede ved siden av.
rule-cells = I tabeller betyr en strek at det ikke er noe beløp. Et tomt felt er ikke oppgitt, og 0,00 er null. «ca.» er et anslag.
about-lead = { $organisation } viser her status for planer og avtaler.
about-accessibility = Tilgjengelighetserklæring
accessibility-reviewed = Sist gjennomgått { $date }.
not-found-title = Siden finnes ikke
not-found-lead = Adressen fører ingen steder. Siden kan være flyttet.
moved-title = Siden har fått ny adresse
moved-lead = Du sendes videre. Skjer ikke det, så bruk lenken.
figure-caption = Figur { $number }: { $caption }

# Tall som ikke stemmer.
what-required = Innsparingskrav i alt
what-stated-again = { $what }, oppgitt for { $nth }. gang
what-required-gross = Innsparingskrav uten investeringer
what-achieved = Oppnådd i alt
what-achieved-gross = Oppnådd uten investeringer
what-forecast = Prognose i alt
what-forecast-gross = Prognose uten investeringer
what-parent = Innsparingskrav, { $name }
what-effect-year = Effekt i { $year }, { $name }
what-effect-month = Effekt i { $month } { $year }, alle tiltak
what-effect-total = Effekt i { $year }, alle tiltak
what-effect-across = Effekt i { $year }, alle måneder
what-cell = { $table }: { $row }, { $column }

## Figurer. Setninger som kan ende på et beløp, tåler et punktum etter «kr».

chart-subtitle = { $what }, { $unit }, per { $as-of }
chart-subtitle-decimals = { $subtitle }, vist { $decimals ->
    [0] uten desimaler
    [one] med høyst 1 desimal
   *[other] med høyst { $decimals } desimaler
}
chart-subtitle-undated = { $what }, { $unit }
chart-subtitle-plain = { $what }, per { $as-of }
chart-as-of = Per { $as-of }
chart-count = { $n ->
        [0] ingen
        [2] to
        [3] tre
        [4] fire
        [5] fem
        [6] seks
        [7] sju
        [8] åtte
        [9] ni
        [10] ti
        [11] elleve
        [12] tolv
       *[other] { $n }
    }
chart-tick-month = { $month } { $year }
chart-most = Figuren viser { $shown } av { $all } rader; tabellen har alle.
chart-left-out = { $n ->
        [1] Ett tiltak måles i en annen enhet og er ikke vist.
       *[other] { $count } tiltak måles i andre enheter og er ikke vist.
    }
chart-change = { $turn ->
        [fallen] Fra { $start } ({ $when }) til { $to } ({ $end }), { $size } lavere.
        [risen] Fra { $start } ({ $when }) til { $to } ({ $end }), { $size } høyere.
       *[same] Uendret { $to } ({ $when } og { $end }).
    }
chart-highest = Høyest var { $value } ({ $when }).
chart-start = ved start
chart-start-end = Ved start { $number }

chart-column-month = Måned
chart-column-value = Verdi
chart-key-investment = Investering
chart-key-investment-or-cost = Investering eller merutgift
chart-key-cost = Merutgift

chart-required-what = Innsparingskrav og oppnådd innsparing for hvert tiltak
# $share: only og not er det eneste tiltaket som finnes; none, one, both, all og some er av flere.
chart-required-reached = { $share ->
        [only] Tiltaket har nådd innsparingskravet
        [not] Tiltaket har ikke nådd innsparingskravet
        [none] Ingen av de { $all } tiltakene har nådd innsparingskravet
        [one] Ett av { $all } tiltak har nådd innsparingskravet
        [both] Begge tiltakene har nådd innsparingskravet
        [all] Alle { $all } tiltak har nådd innsparingskravet
       *[some] { $count } av { $all } tiltak har nådd innsparingskravet
    }
chart-required-planned = Innsparingskravet er { $total } i alt
chart-required-achieved = Det er oppnådd { $total } i alt
chart-required-total = Kravet er { $required } til sammen, og det oppnådde er ikke oppgitt.
chart-required-totals = Kravet er { $required } til sammen, og { $achieved } er oppnådd.
chart-required-gap = Lengst fra kravet er «{ $measure }», der { $gap } mangler.
chart-required-all-silent = { $n ->
        [1] For ett tiltak med et innsparingskrav er det oppnådde ikke oppgitt
       *[other] For { $count } tiltak med et innsparingskrav er det oppnådde ikke oppgitt
    }
chart-required-some-silent = { $n ->
        [1] { $title }; for ett er det ikke oppgitt
       *[other] { $title }; for { $count } er det ikke oppgitt
    }
chart-required-all-vague = { $n ->
        [1] For ett tiltak med et innsparingskrav er det oppnådde bare oppgitt omtrentlig
       *[other] For { $count } tiltak med et innsparingskrav er det oppnådde bare oppgitt omtrentlig
    }
chart-required-some-vague = { $n ->
        [1] { $title }; for ett er det bare oppgitt omtrentlig
       *[other] { $title }; for { $count } er det bare oppgitt omtrentlig
    }
chart-required-all-unknown = For { $count } tiltak med et innsparingskrav er det oppnådde ikke oppgitt eller bare oppgitt omtrentlig
chart-required-some-unknown = { $title }; for { $count } er det ikke oppgitt eller bare oppgitt omtrentlig
chart-required-silent = { $n ->
        [1] For ett tiltak er det oppnådde ikke oppgitt.
       *[other] For { $count } tiltak er det oppnådde ikke oppgitt.
    }
chart-required-vague = { $n ->
        [1] Ett tiltak er bare omtrentlig beregnet og regnes ikke som nådd.
       *[other] { $count } tiltak er bare omtrentlig beregnet og regnes ikke som nådd.
    }

chart-effect-what = Planlagt og oppnådd effekt per måned i { $year }
chart-effect-title = { $turn ->
        [fallen] Effekten til og med { $month } ligger { $size } etter planen
        [risen] Effekten til og med { $month } ligger { $size } foran planen
       *[same] Effekten til og med { $month } følger planen
    }
chart-effect-title-partly = { $turn ->
        [fallen] Der effekten er meldt, ligger den til og med { $month } { $size } etter planen
        [risen] Der effekten er meldt, ligger den til og med { $month } { $size } foran planen
       *[same] Der effekten er meldt, følger den til og med { $month } planen
    }
chart-effect-title-planned = Tiltakene skal gi { $planned } i { $year }
chart-effect-title-achieved = Tiltakene har gitt { $achieved } til og med { $month }
chart-effect-year = Månedene i planen gir { $planned } til sammen i { $year }.
chart-effect-so-far = Til og med { $month } er { $achieved } oppnådd, der { $planned } var planlagt.
chart-effect-silent = { $n ->
        [1] Ett tiltak har ikke meldt effekten for alle måneder.
       *[other] { $count } tiltak har ikke meldt effekten for alle måneder.
    }
chart-effect-planned = Plan per måned
chart-effect-achieved = Oppnådd per måned
chart-effect-planned-sum = Plan i alt
chart-effect-achieved-sum = Oppnådd i alt
chart-effect-end-planned = Plan { $number }
chart-effect-end-computed = Plan { $number }, beregnet
chart-effect-end-achieved = Oppnådd { $number }

chart-overspend-what = Forventet merforbruk i hver rapport
chart-overspend-title = { $turn ->
        [fallen] Forventet merforbruk har gått ned fra { $from } til { $to }
        [risen] Forventet merforbruk har økt fra { $from } til { $to }
       *[same] Forventet merforbruk er uendret { $to }
    }

chart-milestones-what = Milepæler og fristene deres
chart-milestones-open = Ikke nådd
chart-milestones-overdue = Over fristen
chart-milestones-reached = Nådd
chart-milestones-reached-on = Nådd { $date }
chart-milestones-dropped = Skrinlagt
chart-milestones-title-number = Milepæl { $name } er flyttet fra { $from } til { $to }
chart-milestones-title-name = «{ $name }» er flyttet fra { $from } til { $to }
chart-milestones-title-moved = { $share ->
        [both] Begge milepælene er flyttet
        [all] Alle { $all } milepæler er flyttet
       *[some] { $count } av { $all } milepæler er flyttet
    }
chart-milestones-title-overdue = { $share ->
        [only] Milepælen er over fristen
        [one] Én av { $all } milepæler er over fristen
        [both] Begge milepælene er over fristen
        [all] Alle { $all } milepæler er over fristen
       *[some] { $count } av { $all } milepæler er over fristen
    }
chart-milestones-title-reached = { $share ->
        [only] Milepælen er nådd
        [not] Milepælen er ikke nådd ennå
        [none] Ingen av de { $all } milepælene er nådd ennå
        [one] Én av { $all } milepæler er nådd
        [both] Begge milepælene er nådd
        [all] Alle { $all } milepæler er nådd
       *[some] { $count } av { $all } milepæler er nådd
    }
chart-milestones-count-overdue = { $n ->
        [1] Én er over fristen.
       *[other] { $count } er over fristen.
    }
chart-milestones-furthest = Mest flyttet er «{ $name }»: { $days ->
        [one] { $days } dag
       *[other] { $days } dager
    } { $turn ->
        [earlier] tidligere
       *[later] senere
    }.
chart-milestones-next = Neste frist er { $due }: «{ $name }».

chart-flow = Tiltak etter status { $from } og { $to }
chart-flow-many = Tiltak etter status ved hver rapport, { $from } til { $to }
chart-flow-since = { $title }, målt mot { $from }
chart-flow-title = { $change ->
    [none] Ingen tiltak har status på begge datoer
    [of] Nå avviker { $off ->
        [0] ingen
       *[other] { $off }
    } av { $now } tiltak fra planen. Bare { $all ->
        [one] ett hadde status begge ganger; { $after ->
            [0] { $before ->
                [0] det avviker ikke
               *[other] det avviker ikke lenger
            }
           *[other] { $before ->
                [0] det avviker nå
               *[other] det avviker fortsatt
            }
        }
       *[other] { $all } hadde status begge ganger; av dem avviker { $after ->
            [0] ingen
           *[other] { $after }
        } (før: { $before })
    }
    [more] { $before ->
        [0] { $after ->
            [one] Ett tiltak avviker fra planen; før var det ingen
           *[other] { $after } tiltak avviker fra planen; før var det ingen
        }
       *[other] Flere tiltak avviker fra planen: { $after } mot { $before } før
    }
    [fewer] { $after ->
        [0] Ingen tiltak avviker lenger fra planen; før: { $before }
       *[other] Færre tiltak avviker fra planen: { $after } mot { $before } før
    }
    [never] Ingen tiltak avviker fra planen, verken før eller nå
   *[same] { $after ->
        [one] Ett tiltak avviker fra planen, som før
       *[other] Like mange tiltak avviker fra planen som før: { $after }
    }
}
chart-levels-measures = Tiltak etter status
chart-levels-plans = Planer etter status
chart-levels-column-measures = Antall tiltak
chart-levels-column-plans = Antall planer
chart-levels-key = { $level }: { $count }
chart-levels-title-measures = { $share ->
        [only] Tiltaket har status «{ $level }»
        [one] Ett av { $all } tiltak har status «{ $level }»
        [both] Begge tiltakene har status «{ $level }»
        [all] Alle { $all } tiltak har status «{ $level }»
       *[some] { $count } av { $all } tiltak har status «{ $level }»
    }
chart-levels-title-plans = { $share ->
        [only] Planen har status «{ $level }»
        [one] Én av { $all } planer har status «{ $level }»
        [both] Begge planene har status «{ $level }»
        [all] Alle { $all } planer har status «{ $level }»
       *[some] { $count } av { $all } planer har status «{ $level }»
    }

chart-indicator-line = Linjen fra utgangspunkt til mål
chart-lines-chosen = { $subtitle }. { $drawn } av { $count } linjer er tegnet; tabellen har alle
chart-lines-drawn = { $subtitle }. { $drawn } av { $count } linjer er tegnet: den første og de med de høyeste og de laveste tallene; tabellen har alle
chart-lines-extremes = Høyest er { $high } ({ $high-value }) og lavest { $low } ({ $low-value }).
chart-indicator-title = { $turn ->
        [fallen] { $name }: ned fra { $from } til { $to }
        [risen] { $name }: opp fra { $from } til { $to }
       *[same] { $name }: uendret { $to }
    }
chart-indicator-title-one = { $name }: { $value }
chart-indicator-target = Mål { $value }
chart-indicator-baseline = Utgangspunkt { $value }
chart-indicator-break = Ny telling
chart-indicator-breaks = { $n ->
        [1] Måten å telle på er endret én gang.
       *[other] Måten å telle på er endret { $count } ganger.
    }
chart-indicator-target-state = { $state ->
        [reached] Målet på { $value } er nådd.
        [missed] Målet på { $value } er ikke nådd.
       *[open] Målet er { $value }.
    }

chart-achieved-what = Oppnådd innsparing etter hver rapport
chart-achieved-title = { $turn ->
        [fallen] Oppnådd innsparing har gått ned fra { $from } til { $to }
        [risen] Oppnådd innsparing har økt fra { $from } til { $to }
       *[same] Oppnådd innsparing er uendret { $to }
    }
chart-achieved-title-forecast = { $turn ->
        [fallen] Forventet innsparing har gått ned fra { $from } til { $to }
        [risen] Forventet innsparing har økt fra { $from } til { $to }
       *[same] Forventet innsparing er uendret { $to }
    }
chart-achieved-required = Innsparingskrav { $value }
chart-achieved-asked = Kravet er { $value } i alt.
