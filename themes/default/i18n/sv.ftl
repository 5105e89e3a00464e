# Orden på den färdiga webbplatsen. Ett ord eller en mening per rad; det som står efter `=` får ändras.
# Ett tema kan ha en egen i18n/sv.ftl med de rader som ska lyda annorlunda.

## Tal. Mellanslag här blir hårda mellanslag, så att ett belopp aldrig bryts över två rader.

unit-krone = kr
unit-thousand = tkr
unit-million = mnkr
unit-billion = mdkr
# Andra länders pengar: $code är valutans kod, EUR eller GBP. Är det som står för den här ett tecken som £ gäller raderna med
# -sign, annars de med -money.
currency-sign = { $code }
unit-money = { $currency }
unit-money-thousand = tusen { $currency }
unit-money-million = mn { $currency }
unit-money-billion = md { $currency }
unit-sign = { $currency }
unit-sign-thousand = tusen { $currency }
unit-sign-million = mn { $currency }
unit-sign-billion = md { $currency }
unit-percent = %
unit-percent-point = procentenheter

amount-krone = { $number } kr
amount-thousand = { $number } tkr
amount-million = { $number } mnkr
amount-billion = { $number } mdkr
amount-money = { $number } { $currency }
amount-money-thousand = { $number } tusen { $currency }
amount-money-million = { $number } mn { $currency }
amount-money-billion = { $number } md { $currency }
amount-sign = { $number } { $currency }
amount-sign-thousand = { $number } tusen { $currency }
amount-sign-million = { $number } mn { $currency }
amount-sign-billion = { $number } md { $currency }
amount-percent = { $number } %
amount-percent-point = { $number } procentenheter
amount-other = { $number } { $unit }

approx-about = ca { $figure }
approx-good = drygt { $figure }
approx-barely = knappt { $figure }
approx-over = över { $figure }
approx-under = under { $figure }

## Perioder. Månader och datum kommer från språket självt.

period-week = vecka { $week }, { $year }
period-tertial = tertial { $tertial } { $year }
period-quarter = kvartal { $quarter } { $year }
period-half = { $half ->
        [1] första halvåret { $year }
       *[other] andra halvåret { $year }
    }
period-winter = vintern { $year }
period-spring = våren { $year }
period-summer = sommaren { $year }
period-autumn = hösten { $year }
# $period är ett år eller en månad med år.
period-primo = början av { $period }
period-medio = mitten av { $period }
period-ultimo = slutet av { $period }
# När något skulle ha hänt: ”skulle ha kommit i februari 2026”.
period-when = { $kind ->
        [day] { $period }
        [season] { $period }
        [half] { $period }
        [year] { $period }
       *[other] i { $period }
    }

## Ramen kring varje sida: meny, sidhuvud, sidfot.

ui-skip = Hoppa till innehållet
og-locale = sv_SE
ui-menu = Huvudmeny
ui-more = Mer
ui-others = Fler sidor
ui-crumbs = Länkstig
ui-footer = Sidfot
ui-updated = Uppdaterad
ui-unrecorded = Preliminärt: något på den här sidan är ännu inte sparat i git.
ui-source = Källa
ui-accessibility = Tillgänglighetsredogörelse
ui-about = Om webbplatsen
ui-show-data = Visa siffrorna som tabell
ui-download = Hämta:
ui-search = Sök
ui-search-one = träff
ui-search-many = träffar
ui-search-first = De första 20 visas.
search-pack = { $committee }, för utskrift eller PDF
ui-search-near = Inget hittades. Menade du någon av dessa?
ui-search-none = Inget hittades. Pröva ett annat ord eller se A–Ö.
ui-a-to-z = A–Ö
ui-table-tools = Filtrera och sortera
ui-table-search = Sök i tabellen
ui-table-all = Alla
ui-table-shown = Visar … av …
ui-table-none = Inga rader passar.
ui-table-clear = Rensa filtren
ui-table-order = Sortera efter
ui-table-own = Tabellens egen ordning
ui-table-up = stigande
ui-table-down = fallande
ui-table-worst = sämsta först
ui-table-best = bästa först
ui-table-sorted = Sorterat efter
ui-table-sums = Summorna gäller hela tabellen.

# Punkterna i huvudmenyn.
ui-menu-home = Översikt
ui-menu-plans = Planer
ui-menu-measures = Åtgärder
ui-menu-committees = Nämnder
ui-menu-owners = Ansvariga
ui-menu-milestones = Milstolpar
ui-menu-disagreements = Differenser
ui-menu-a-to-z = A–Ö
ui-menu-history = Historik
ui-menu-editions = Utgåvor
ui-menu-scales = Statusfärger

## Sidorna: adresser, rubriker, kolumner och meningar.

# Mappar och filer i webbplatsens adresser. Bara små bokstäver, siffror och bindestreck.
path-plans = planer
path-committees = namnder
path-owners = ansvariga
path-milestones = milstolpar
path-indicators = nyckeltal
path-months = manader
path-editions = utgavor
path-history = historik
path-disagreements = differenser
path-scales = skalor
path-about = om
path-measures = atgarder
path-a-to-z = a-o
path-pack = motesunderlag

nav-home = Översikt
footnotes = Fotnoter
footnote-back = Tillbaka till texten
nav-plans = Planer
nav-committees = Nämnder
nav-owners = Ansvariga
nav-milestones = Milstolpar
nav-editions = Utgåvor
nav-history = Historik
nav-disagreements = Differenser
nav-scales = Skalor och betydelser
nav-about = Om webbplatsen
nav-measures = Åtgärder
nav-a-to-z = Allt från A till Ö
a-to-z-lead = Alla planer, åtgärder, nämnder, ansvariga och sidor efter namn.
a-to-z-letters = ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ
a-to-z-other = Siffror och tecken
a-to-z-plan = plan
# Färger som man kan söka på.
colour-complete = blå blått
colour-good = grön grönt gröna
colour-fair = blågrön blågrönt
colour-warning = gul gult gula
colour-bad = röd rött röda
colour-severe = mörkröd röd rött röda
colour-none = grå grått

list-and = och

# Vad som har ändrats sedan en utgåva, och sidorna om utgåvor.
col-since = Sedan { $date }
col-since-of = { $column } sedan { $date }
since-same = oförändrat
since-no-status = Ingen status har ändrats sedan { $date }
since-same-table = Inga ändringar sedan { $date }
said-once = { $head }: { $value }
said-once-most = { $head }: { $value }, där inget annat anges
since-new-table = Nytt sedan { $date }
since-meaning = ”Tidigare” är värdet { $date }
since-was = tidigare { $figure }
since-was-corrected = tidigare { $figure }, rättat till { $corrected }
since-rest = andra värden ändrade
since-not-given = uppgift saknas
since-told = { $what } (uppgift saknades tidigare)
since-new = tillkommer
since-gone = utgår
since-new-without-level = { $count } { $count ->
    [one] åtgärd
   *[other] åtgärder
} har tillkommit, ännu utan status.
since-entered = Tillkommer
since-from = Från { $level }
since-to = Till { $level }
since-left = Utgår
since-without-level = utan status
since-reached = nådd
since-put-off = framskjuten
since-moved-forward = tidigarelagd
since-decided = fattat
since-step = { $before } → { $after }
since-first-level = första status
since-first-figure = första värdet
since-required = besparingskrav { $step }
since-achieved = uppnått { $step }
since-forecast = prognos { $step }
since-due = tidsfrist { $step }
since-status-withdrawn = statusen per { $date } har dragits tillbaka
since-lost-gone = varav utgått: { $names }
since-lost-withdrawn = varav tillbakadraget: { $names }
since-correction = varav rättelse: { $changes }
since-figures = siffrorna per { $date }
since-meeting = mötet { $date }
since-levels = Sedan { $date } { $changes }.
since-moves-first = { $place ->
    [short] { $count } första status
   *[lead] har { $count } { $count ->
        [one] åtgärd
       *[other] åtgärder
    } fått sin första status
}
since-moves-moved = { $place ->
    [short] { $count } { $count ->
        [one] ändrad
       *[other] ändrade
    }
    [then] { $count } har ändrat status
   *[lead] har { $count } { $count ->
        [one] åtgärd
       *[other] åtgärder
    } ändrat status
}
since-moves-new = { $place ->
    [short] { $count } { $count ->
        [one] ny
       *[other] nya
    }
    [then] { $count } har tillkommit
   *[lead] har { $count } { $count ->
        [one] åtgärd
       *[other] åtgärder
    } tillkommit
}
since-moves-gone = { $place ->
    [short] { $count } { $count ->
        [one] utgången
       *[other] utgångna
    }
    [then] { $count } har utgått
   *[lead] har { $count } { $count ->
        [one] åtgärd
       *[other] åtgärder
    } utgått
}
since-moves-stated = { $place ->
    [short] { $count } { $way ->
        [more] fler
       *[fewer] färre
    } med ”{ $level }”
    [short-rest] bara räknade: { $count } { $way ->
        [more] fler
       *[fewer] färre
    } med ”{ $level }”
    [rest] av dem som bara är räknade har { $count } { $way ->
        [more] fler
       *[fewer] färre
    } status ”{ $level }”
    [then] { $count } { $way ->
        [more] fler
       *[fewer] färre
    } har status ”{ $level }”
   *[lead] har { $count } { $way ->
        [more] fler
       *[fewer] färre
    } { $count ->
        [one] åtgärd
       *[other] åtgärder
    } status ”{ $level }”
}
since-gone-names = Har utgått sedan dess: { $names }
col-recorded = Registrerat
col-about = Avser
block-log = Historik
caption-log = Vad som har registrerats och när, det senaste först
caption-log-measure = Vad som har registrerats om åtgärden och när, det senaste först
caption-log-indicator = Vad som har registrerats om nyckeltalet och när, det senaste först
log-correction = Rättelse av ”{ $edition }”
log-late = Tillkommen efter ”{ $edition }”
log-new = { $kind ->
    [reading] nytt: { $changes }
   *[other] ny rapport: { $changes }
}
log-changed = { $kind ->
    [set] { $what } har ändrats till
    [unset] { $what } har tagits bort
   *[words] { $what } har ändrats
}
log-unreadable-version = en version kan inte läsas
log-day-revision = Registrerat { $date } (revision { $revision })
log-by = av { $author }
log-new-report = Ny rapport från { $date }
log-report-came = utkommen
log-revision = version { $revision }
log-words = Texten tidigare och nu
log-before = Tidigare
log-after = Nu
log-corrected = Rättat { $date }: { $change }
log-came-late = Skrivet { $date }, efter ”{ $edition }”
history-title = Historik: { $plan }
history-of-plan = Vad som har registrerats om planen ”{ $plan }” och när: { $count ->
    [one] en ändring
   *[other] { $count } ändringar
}.
history-of-site = { $scope ->
    [all] { $count ->
        [one] En ändring
       *[other] Alla { $count } ändringar
    }
   *[latest] De { $count } senaste ändringarna
} i alla planer. Varje plan har hela sin historik på en egen sida.
history-of-committee = { $scope ->
    [all] { $count ->
        [one] En ändring
       *[other] Alla { $count } ändringar
    }
   *[latest] De { $count } senaste ändringarna
} i det som rör { $committee }. Varje plan har hela sin historik på en egen sida.
history-correction = Rättelse:
history-shared = Gemensamt för planerna
history-first-import = Första inläsningen: { $count ->
    [one] en post
   *[other] { $count } poster
}
history-new-figures = { $count ->
    [one] En punkt med nya tal och oförändrad status
   *[other] { $count } punkter med nya tal och oförändrad status
}
history-entered = { $count ->
    [one] En ny post
   *[other] { $count } nya poster
}
history-none = Inga ändringar har registrerats ännu.
history-withheld = En del av det som har registrerats hålls tillbaka och visas inte här.
history-feed = Följ planerna: prenumerera på ändringar (Atom)
history-own-page = Se planens hela historik
history-all = Se hela historiken
col-edition = Utgåva
col-as-of = Siffrorna avser
col-whole-site = Hela webbplatsen
col-change = Ändring
col-outturn = Uppnått nu
col-against-forecast = Skillnad mot den senaste
col-forecast-of = Prognos { $date }
edition-read = Läs utgåvan
edition-read-whole = Läs hela utgåvan som den var
edition-read-open = Läs hela utgåvan som den är nu
edition-cut = Låst { $date }
edition-open = Öppen: kan fortfarande ändras
editions-lead = En utgåva är det underlag ett sammanträde hade: siffrorna vid ett visst datum. En låst utgåva ändras aldrig.
edition-state = { $plans ->
    [one] En plan som den var { $date }.
   *[other] { $plans } planer som de var { $date }.
}
block-corrections = Rättat efter att utgåvan låstes
edition-corrected = { $count ->
    [one] Rättat sedan dess: en rättelse
   *[other] Rättat sedan dess: { $count } rättelser
}
caption-corrections = Rättelser av värden och statusar i utgåvan
block-grid = Status över tid
caption-grid = Status i varje rapport
block-flow = Ändrat sedan { $from }
caption-flow = Åtgärder efter status { $from } (rader) och { $to } (kolumner)
block-changed-measures = Åtgärder som har ändrats
caption-changed-measures = Nya, ändrade och utgångna åtgärder
block-moved-milestones = Nya och ändrade milstolpar
caption-moved-milestones = Nya, flyttade och nådda milstolpar
block-forecasts = Prognoser mot utfall
caption-forecasts = Prognos i varje utgåva och uppnått nu, per plan; uppnått gäller de åtgärder som den senaste prognosen omfattar, även dem som har utgått sedan dess
col-forecast-now = Prognos nu
block-overspend-forecasts = Prognos för budgetöverskridande i varje utgåva
caption-overspend-forecasts = Det budgetöverskridande som varje utgåva räknade med, och nu
block-committee-forecasts = Prognoser mot utfall per nämnd
caption-committee-forecasts = Prognos i varje utgåva och uppnått nu: summan av planerna per ansvarig nämnd; uppnått gäller de åtgärder som den senaste prognosen omfattar, även dem som har utgått sedan dess

# Överst på varje sida i en utgåva.
banner-short = Utgåva per { $date }
banner-edition = Du läser utgåvan ”{ $title }”, med siffrorna som de var { $date }.
banner-edition-met = Du läser utgåvan ”{ $title }” till mötet { $meeting } i { $committee }, med siffrorna som de var { $date }.
banner-cut = Låst { $date }; den ändras inte mer.
banner-open = Utgåvan är öppen och kan fortfarande ändras.
banner-hidden = { $count ->
    [one] En punkt som fanns i utgåvan har stängts sedan dess och visas inte.
   *[other] { $count } punkter som fanns i utgåvan har stängts sedan dess och visas inte.
}
banner-withheld = { $count ->
    [one] En punkt som fanns i utgåvan har stängts eller hållits tillbaka sedan dess och visas inte, eller inte i sin helhet.
   *[other] { $count } punkter som fanns i utgåvan har stängts eller hållits tillbaka sedan dess och visas inte, eller inte i sin helhet.
}
banner-incomplete = Historiken är inte fullständig: webbplatsen är byggd från en klon som saknar äldre versioner.
ui-edition = Utgåva
ui-today = Se dagens status
ui-corrected = Vad har rättats sedan dess?
ui-elsewhere = Samma sida i andra utgåvor
ui-earlier = Sidan som den var i:
elsewhere-before = ‹ Utgåvan före: { $title }
elsewhere-before-front = ‹ Utgåvan före: { $title } (startsidan; sidan här var inte med)
elsewhere-after = Utgåvan efter: { $title } ›
elsewhere-after-front = Utgåvan efter: { $title } › (startsidan; sidan här var inte med)
elsewhere-today = Sidan som den är i dag
elsewhere-today-front = Dagens startsida (sidan här är inte med)
elsewhere-earlier = { $title }
elsewhere-earlier-front = { $title } (startsidan; sidan här var inte med)

# Typer av planer.
kind-action-plan = Handlingsplan
kind-savings = Besparingsplan
kind-agreement = Uppföljning av överenskommelse
kind-implementation = Genomförandeplan
kind-budget = Budgetuppföljning
kind-indicators = Uppföljning av nyckeltal

# Hur långt en åtgärd har kommit.
life-not-started = Inte påbörjad
life-in-progress = Pågår
life-done = Genomförd
life-dropped = Nedlagd
life-deferred = Uppskjuten
life-meaning-not-started = Arbetet har inte börjat
life-meaning-in-progress = Arbetet pågår
life-meaning-done = Åtgärden är genomförd
life-meaning-dropped = Åtgärden kommer inte att genomföras
life-meaning-deferred = Åtgärden har skjutits upp genom ett beslut

trend-better = Blir bättre
trend-same = Går som tidigare
trend-worse = Blir sämre

reporting-has-figures = har värden
reporting-none-yet = inga värden än
reporting-late = försenat
line-ahead = före linjen mot målet
line-on = på linjen mot målet
line-behind = efter linjen mot målet
frequency-month = varje månad
frequency-quarter = varje kvartal
frequency-tertial = varje tertial
frequency-half-year = varje halvår
frequency-year = varje år
direction-down = Ska minska
direction-up = Ska öka
direction-hold = Ska behållas

sign-cost = Kostnader är positiva, intäkter negativa
sign-saving = Besparingar är positiva, investeringar negativa
sign-result = Överskott är positivt, underskott negativt

# Kolumner.
col-number = Nr
col-measure = Åtgärd
col-measures = Åtgärder
col-status = Status
col-objective = Mål
col-action = Insats
col-consequences = Konsekvenser
col-agreement = Överenskommelse
col-status-text = Status i ord
col-timetable = Tidsplan
col-required = Besparingskrav
col-achieved = Uppnått
col-difference = Skillnad
col-share = Uppnått i procent
col-forecast = Prognos
col-committee = Nämnd
col-owner = Ansvarig
col-department = Förvaltning
col-due = Tidsfrist
col-updated = Uppdaterad
col-plan = Plan
col-plans = Planer
col-reports = Rapporter
col-code = Kod
col-level = Nivå
col-row = Post
col-effect = Effekt
col-funding = Anslag
col-all-years = Totalt
col-update = Uppföljning
col-date = Datum
col-overspend = Prognos för budgetöverskridande
col-since-last = Sedan föregående
col-since-start = Sedan starten
col-indicator = Nyckeltal
col-direction = Riktning
col-baseline = Utgångsläge
col-series = Serie
col-latest-reading = Senaste mätning
col-reading = Mätning
col-target = Mål
col-reporting = Rapportering
col-next-reading = Nästa mätning
col-milestone = Milstolpe
col-start = Börjar
col-original-due = Ursprunglig tidsfrist
col-current-due = Tidsfrist nu
col-after = Efter
col-remark = Anmärkning
col-decision = Beslut
col-state = Status
col-report = Rapport
col-meetings = Sammanträden
col-meeting = Sammanträde
col-what = Vad
col-kind = Slag
col-missing = Saknas
col-days = Dagar
col-stated = Angivet
col-computed = Beräknat
col-size = Skillnad
col-against = Varför

# Tabeller som data. $column är kolumnens namn; det efter kommat säger vad som står bredvid talet.
data-head = { $column } ({ $unit })
data-unit = { $column }, enhet
data-approximation = { $column }, reservation
data-computed = { $column }, beräknat
data-check = { $column }, kontroll
data-levels = { $column }, fördelning
data-in-words = { $column }, i ord
data-mark = { $column }, not
data-remark = { $column }, anmärkning
data-group = Avsnitt
data-row-kind = Radtyp
data-nil = ”-” betyder inget belopp, som källan skriver det; det är inte detsamma som 0
data-gap = Tom cell: ingen uppgift
row-kind-item = Post
row-kind-child = Underpost
row-kind-of-which = Varav
row-kind-subtotal = Delsumma
row-kind-total = Totalt
row-kind-stated = Totalt, angivet

# Arbetsböcker: en plans eller en nämnds tabeller i en fil.
book-cover = Försättsblad
book-contents = Innehåll
book-notes = Noter
book-sheet = Blad
book-table = Tabell
book-note = Not
book-text = Text
book-note-mark = [not { $number }]
book-publisher = Utgivare
book-address = Adress
book-back = Till innehållet
book-nil = [n] betyder inget belopp, som källan skriver det; det är inte detsamma som 0
book-gap = [x] betyder ingen uppgift
book-empty = Tomma celler: det finns inget att anmärka
book-too-large = för stor för ett kalkylblad; se CSV-filen
book-empty-table = inga rader

# Kalendrar: milstolpar, rapporter och möten.
calendar-milestone = Milstolpe: { $name }
calendar-report = Rapport: { $name }
calendar-meeting = Möte: { $name }
calendar-decision = Beslut: { $name }
block-data = Hämta data
search-data-formats = Excel, CSV, kalkylblad
search-edition = Utgåva, { $date }
search-edition-met = Utgåva, { $date }, till mötet { $meeting }
about-data-csv = Under varje tabell kan dess siffror hämtas som en CSV-fil, som öppnas i ett kalkylprogram.
about-data-book = På sidan för en plan och för en nämnd kan alla sidans tabeller hämtas som en Excel-fil.
about-data = Webbplatsens alla tabeller som CSV-filer i en fil, med en beskrivning av varje kolumn.
data-archive = Hämta alla tabeller (ZIP)
data-description = Enbart beskrivningen (Data Package)
block-calendar = Datumen i din kalender
calendar-link = Hämta datumen som kalender (iCalendar)
block-pack = Mötesunderlag
pack-title = Mötesunderlag till { $committee }
pack-link = Läs mötesunderlaget, som kan skrivas ut
pack-pdf = Hämta mötesunderlaget som PDF
pdf-page = Sida
pdf-of = av

# Kända kolumner i taltabeller.
column-adopted = Ursprunglig budget
column-revised = Reviderad budget
column-actual = Utfall hittills
column-forecast = Prognos
column-outturn = Utfall
column-deviation = Avvikelse
column-previous = Föregående prognos

# Uppgifter om en plan, en åtgärd eller webbplatsen.
fact-kind = Typ
fact-plan = Plan
fact-committee = Nämnd
fact-owner = Ansvarig
fact-definition = Definition
fact-method = Metod
fact-frequency = Mäts
fact-contact = Kontakt
fact-licence = Licens
fact-started = Påbörjad
fact-finished = Avslutad
fact-to-finish = Avslutas
year-in-two = { $year } ({ $from }–{ $to })
plan-finished = avslutad { $date }
fact-updated = Uppdaterad
fact-year = År
fact-overspend = Prognos för budgetöverskridande vid starten
fact-case = Diarienummer
fact-source = Källa
fact-section = Avsnitt
fact-due = Tidsfrist
fact-against = Observera
fact-as-of = Avser
fact-publisher = Utges av
fact-meeting = Möte
fact-version = Program
fact-revision = Revision
fact-effect = Effekt { $year }

# Fält med stora siffror.
tile-required = Besparingskrav
tile-investment = Investering
tile-achieved = Uppnått
tile-forecast = Prognos
# Där planer räknar i flera länders pengar: Besparingskrav, GBP.
tile-in-unit = { $name }, { $unit }
tile-difference = Skillnad
tile-overspend = Prognos för budgetöverskridande
tile-attention = Avviker från planen
tile-measures = Åtgärder
tile-plans = Planer
tile-missing = Utan nytt
tile-open-measures = Öppna åtgärder
tile-open-milestones = Öppna milstolpar
tile-waiting-decisions = Beslut som väntar
tile-indicators = Nyckeltal
tile-share = { $share } av besparingskravet
tile-due = Tidsfrist: { $date }
tile-of-all = av { $all }
tile-open = { $open ->
        [one] { $open } öppen
       *[other] { $open } öppna
    }

# Under tabellernas namn.
note-amounts = Belopp i { $unit }
note-unit = Enhet: { $unit }
note-as-of = Per { $date }
price-level = { $year } års priser
note-price-levels = I ”{ $what }” räknas det med flera prisnivåer: { $levels }
note-sign-of = { $column }: { $sign }

# Längst ned i tabeller.
total-computed = Totalt, beräknat
total-stated = Totalt, angivet
total-stated-too = Också angivet
gross-computed = Utan investeringar, beräknat
gross-stated = Utan investeringar, angivet
gross-stated-too = Utan investeringar, också angivet

# Angivet och beräknat.
difference-exact = stämmer
difference-rounding = avrundning
difference-unexplained = stämmer inte ({ $size })
difference-within-reach = stämmer inte ({ $size }), kan nätt och jämnt vara avrundning
nothing-of = inget
difference-from = { $difference }, beräknat { $computed }
computed-beside = beräknat { $computed }
class-within-reach = kan nätt och jämnt vara avrundning
class-meaning-exact = ”Stämmer” betyder att den angivna och den beräknade summan är lika.
class-meaning-rounding = ”Avrundning” betyder att skillnaden är så liten att avrundning av delarna förklarar den.
class-meaning-unexplained = ”Stämmer inte” betyder att avrundning inte förklarar skillnaden.

# Små anmärkningar i tabeller.
withheld-small = under { $below }
withheld-further = visas inte
note-rounded = { $decimals ->
    [0] Visas utan decimaler
    [one] Visas med 1 decimal
   *[other] Visas med { $decimals } decimaler
}; summor och skillnader är räknade på de exakta talen, som finns i CSV-filen under tabellen
note-rounded-variously = Visas avrundat; summor och skillnader är räknade på de exakta talen, som finns i CSV-filen under tabellen
note-withheld-small = Antal under { $below } (men inte 0) visas inte, för att ingen ska kunna kännas igen
note-withheld-further = Där det står ”visas inte” är ett tal utelämnat, eftersom ett dolt antal annars kunde räknas ut
remark-computed = beräknat
remark-rounded-sum = visas avrundat: talen som visas ger { $sum }
remark-years = belopp för { $years } hoplagda
remark-partial-sum = { $given ->
        [one] { $given } av { $all } är angiven
       *[other] { $given } av { $all } är angivna
    }
remark-missing = inget nytt i den senaste rapporten
remark-overdue = tidsfristen har passerat
remark-overdue-days = { $days ->
        [one] försenad 1 dag
       *[other] försenad { $days } dagar
    }
remark-rolled-up = som den sämsta öppna underpunkten
remark-overruled = ändrad av { $committee }; rapporterad som { $word }
remark-overruled-dated = ändrad av { $committee } { $date }; rapporterad som { $word }
remark-later-due = senare { $date }
remark-expected = väntas { $date }
remark-set-by = fastställd av { $committee }
remark-set-by-dated = fastställd av { $committee } { $date }
remark-overruled-to = { $committee } ändrade status till { $word }
remark-overruled-on = { $committee } ändrade status till { $word } { $date }
remark-changed = Från { $before } till { $after }
remark-decision = Beslut: { $title }
remark-put-off-from = framskjuten från { $date }
remark-moved-forward-from = tidigarelagd från { $date }
remark-since = sedan { $date }
remark-not-comparable = kan inte jämföras

decision-taken = Fattat
decision-waiting = Väntar
report-came = Publicerad
report-expected = Väntas
report-missing = Saknas
meeting-decision = Beslut
meeting-report = Rapport

effect-planned = Planerat
effect-so-far = Uppnått
funding-granted = Beviljat
overspend-start = Vid starten
overspend-update = Uppföljning
overspend-latest = Senaste uppföljning
target-at-least = minst { $value }
target-at-most = högst { $value }
target-between = { $low } till { $high }
target-met = nått
target-not-met = inte nått
target-not-met-yet = ännu inte nått
target-no-longer-met = inte längre nått
target-passed = utanför målet
reading-due = { $state ->
    [has-figures] nästa senast { $date }
    [none-yet] väntas senast { $date }
    [late] väntades senast { $date }
   *[date] senast { $date }
}
reporting-count = { $state ->
    [has-figures] { $count } har värden
    [none-yet] { $count } har inga än
   *[late] { $count } är { $count ->
        [one] försenat
       *[other] försenade
    }
}
reporting-counts = Rapportering: { $list }
indicator-line-day = { $date }
indicator-line-end = vid utgången av { $date }
indicator-line = Enligt linjen från { $from } ({ $from-date }) till { $to } ({ $to-date }) väntas { $expected } { $at }; uppmätt { $measured }: { $side ->
    [ahead] före linjen
    [on] på linjen
   *[behind] efter linjen
}.
indicator-unread = Nyckeltalet har ännu inte mätts.
indicator-unread-since = Nyckeltalet har inte mätts sedan utgångsläget.
series-total = Totalt
indicator-missing = { $period } saknas: { $words }
indicator-break = Från { $period }: { $words }
legend-title = Statusfärger
without-level = Utan status
levels-without = { $count } utan status

# Rubriker.
block-words = Om planen
block-contents = På den här sidan
fold-plan-words = Planens bakgrund och innehåll ({ $count } ord)
fold-grid = { $count ->
        [one] Status vid den enda rapporten
       *[other] Status vid var och en av de { $count } rapporterna
    }
fold-log = { $count ->
        [one] Den senaste ändringen
       *[other] De senaste { $count } ändringarna
    }
block-status = Status per { $date }
block-measures = Åtgärder
block-effect = Ekonomisk effekt per månad
months-title = { $plan }, månad för månad
months-link = Se månad för månad, och varje åtgärd
block-all-measures = Alla åtgärder och månader
block-funding = Anslag per år
block-overspend = Prognos för budgetöverskridande
block-tables = Tabeller
block-indicators = Nyckeltal
block-milestones = Milstolpar
block-milestones-ahead = Milstolpar den närmaste tiden
block-milestones-overdue = Tidsfristen har passerat
block-milestones-open = Kommande milstolpar
block-milestones-reached = Nådda och nedlagda milstolpar
block-decisions = Beslut
block-reports = Rapporter
block-other-reports = Andra rapporter
block-decided = Vad som har beslutats
block-about-measure = Om åtgärden
block-children = Punkter under åtgärden
block-timeline = Status över tid
block-other-measures = Andra åtgärder
block-other-indicators = Andra nyckeltal
block-about-indicator = Om nyckeltalet
block-attention = Avviker från planen
block-levels = Åtgärder efter status
block-updates = Senaste nytt
block-meetings = Beslut och sammanträden
block-missing = Utan nytt
block-unexplained = Stämmer inte
block-rounding = Avrundning
block-no-disagreements = Alla angivna tal stämmer.
block-against = Statusar att se närmare på
block-scales = Nivåer
block-lifecycles = En åtgärds gång
block-rules = Regler
block-about-figures = Så läses siffrorna
block-accessibility = Tillgänglighet

# Tabellernas namn.
caption-measures = Åtgärder med status
caption-children = Åtgärder under den här punkten
caption-effect = Planerad effekt per månad { $year }
caption-effect-of = Effekt per månad { $year }
caption-effect-so-far = Uppnådd effekt per månad { $year }
caption-funding = Anslag per år
caption-overspend = Prognos för budgetöverskridande vid varje uppföljning
caption-indicators = Nyckeltal: senaste mätning, förändring och mål
caption-readings = Mätningar av { $title }
caption-milestones = Milstolpar med tidsfrister
caption-milestones-overdue = Milstolpar, de äldsta tidsfristerna först
caption-milestones-open = Milstolpar, de närmaste tidsfristerna först
caption-milestones-reached = Milstolpar efter tidsfrist
caption-milestones-ahead = Milstolpar inom { $days } dagar, och de som är försenade
caption-decisions = Beslut som planen bygger på eller väntar på
caption-reports = Rapporter och deras sammanträden
caption-plans = Planer med samlad status
block-counts = Så många står var
caption-counts = Åtgärder efter status, som de är angivna
col-area = Område
col-all = Totalt
counts-whole = Hela planen
note-counts-since = Under ett tal: fler eller färre än per { $date }
note-counts-of-plan = Som planen själv anger det
note-counts-since-plan = Under ett tal: fler eller färre än planen själv anger
counts-in-plan = planens början
caption-counts-flow = Åtgärder som bara anges som antal, på varje nivå
remark-counts-come-to = nivåerna ger { $count }
remark-areas-come-to = områdena ger { $count }
caption-levels = Antal åtgärder på varje nivå
caption-meetings = Beslut och sammanträden, de senaste först
caption-missing = Statusar, rapporter och mätningar som saknas
caption-disagreements = Angivna tal bredvid de beräknade
caption-against = Status som siffror eller text talar emot

# Meningar.
home-title = Status för planer och överenskommelser
home-last-meeting = Utgåvan till mötet { $date }: { $title }
home-last-edition = Senaste låsta utgåvan: { $title }
home-open-edition = Öppen utgåva: { $title }
home-all-editions = Alla utgåvor
home-state-plans = Per { $date } följs { $plans ->
        [one] en plan
       *[other] { $plans } planer
    }.
# Läget i en mening: »3 av 26 åtgärder är kritiska, 5 kräver uppmärksamhet och 18 följer planen«.
state-first = { $count } av { $all } åtgärder { $state }
state-next = { $count } { $state }
state-all = { $all ->
    [one] Den enda åtgärden { $state }
    [2] Båda åtgärderna { $state }
   *[other] Alla { $all } åtgärder { $state }
}
state-word = { $count ->
    [one] har status ”{ $word }”
   *[other] har status ”{ $word }”
}
state-life = { $stand ->
    [not-started] { $count ->
        [one] är inte påbörjad
       *[other] är inte påbörjade
    }
    [in-progress] pågår
    [done] { $count ->
        [one] är genomförd
       *[other] är genomförda
    }
    [dropped] { $count ->
        [one] är nedlagd
       *[other] är nedlagda
    }
    [deferred] { $count ->
        [one] är uppskjuten
       *[other] är uppskjutna
    }
   *[untold] saknar status
}
state-as-of = Per { $date }: { $state }.
attention-none = Ingen åtgärd avviker från planen.
doubted-figures = { $count ->
    [one] Ett angivet tal stämmer inte med det som det består av.
   *[other] { $count } angivna tal stämmer inte med det som de består av.
}
doubted-link = Se tal som inte stämmer
which-total = Räkna med { $computed }{ $share }: så mycket ger åtgärderna tillsammans. Rapportens { $stated } stämmer inte med dem.
workbook-link = Hämta sidans tal i Excel
attention-behind = Rapporteras i ordning, men ligger långt efter
attention-rest = Visa { $count } till
attention-rest-of = Visa { $count } till med ”{ $level }”
attention-of-one-plan = { $count ->
    [2] Båda finns i { $plan }.
   *[other] Alla { $count } finns i { $plan }.
}
attention-done = { $count ->
    [one] En åtgärd som är genomförd avviker.
   *[other] { $count } åtgärder som är genomförda avviker.
}
attention-over = { $count ->
    [one] En åtgärd i en plan som är avslutad avviker.
   *[other] { $count } åtgärder i planer som är avslutade avviker.
}
attention-untold = Ingen åtgärd har en status än.
attention-overdue = { $count ->
    [one] En milstolpe är försenad
   *[other] { $count } milstolpar är försenade
}
attention-counted-alone = { $count ->
    [one] En åtgärd avviker från planen; den räknas i planens rapport men nämns inte vid namn.
   *[other] { $count } åtgärder avviker från planen; de räknas i planernas rapporter men nämns inte vid namn.
}
attention-counted = { $count ->
    [one] En åtgärd till avviker från planen; den räknas i planens rapport men nämns inte vid namn.
   *[other] { $count } åtgärder till avviker från planen; de räknas i planernas rapporter men nämns inte vid namn.
}
attention-nothing = ingen avviker
attention-achieved-of = { $achieved } av { $required }
attention-required = krav { $required }
attention-achieved = uppnått { $achieved }
place-in-plan = { $plan }, nr { $number }
place-number = nr { $number }
block-since-meeting = Sedan mötet { $date }
block-since = Sedan sist
step-to = till
recent-first = { $count ->
    [one] första status för en åtgärd
   *[other] första status för { $count } åtgärder
}
recent-put-off = Framskjuten från { $before } till { $after }
recent-moved-forward = Tidigarelagd från { $before } till { $after }
recent-reached = Nådd { $date }
recent-overspend = prognos för överskridande { $step }
recent-all = Alla ändringar sedan { $date }
recent-all-more = Alla ändringar sedan { $date } ({ $count } till)
caption-finished-last = { $caption }, de avslutade sist
caption-plans-by-status = Planerna, de sämsta statusarna först
caption-worst-plans = Uppnått av kravet i varje plan, de sämsta statusarna först
caption-committees = Åtgärder som avviker från planen, per nämnd
committee-next-meeting = Nästa sammanträde är { $date }.
block-money = Ekonomi
caption-money = Krav och uppnått, plan för plan
committee-rows-in-part = Nämndens egna rader; hela tabellen står på planens sida
committee-tables = { $count ->
    [one] Visa nämndens rader i en tabell
   *[other] Visa nämndens rader i { $count } tabeller
}
attention-more = Listan visar de sämsta. { $count ->
        [one] En till avviker från planen; den finns på sin plans sida.
       *[other] { $count } till avviker från planen; de finns på planernas sidor.
    }
plans-lead = { $count ->
        [one] Webbplatsen följer en plan.
       *[other] Webbplatsen följer { $count } planer.
    }
plan-without-report = { $count ->
        [0] Planen har ännu ingen rapport.
        [one] Planen har en åtgärd och ännu ingen rapport.
       *[other] Planen har { $count } åtgärder och ännu ingen rapport.
    }
plan-counts-without-report = Planen har ännu ingen rapport. Som den själv anger det: { $state }
plan-now = Planen som den är nu
standing-as-of = Status per { $date }
standing-rolled-up = Den sämsta öppna punkten under åtgärden per { $date }
plan-standing-as-of = Planens samlade status enligt rapporten per { $date }
plan-standing-rolled-up = Planens samlade status per { $date }: som dess sämsta öppna åtgärd
plan-achieved = Totalt har { $achieved } av { $required } uppnåtts{ $remarks }.
measures-missing = { $count ->
        [one] En åtgärd har inget nytt i den senaste rapporten: { $names }.
       *[other] { $count } åtgärder har inget nytt i den senaste rapporten: { $names }.
    }
no-measures = Inga åtgärder hör hit.
measure-untitled = Punkt { $number }
measure-closed = Punkten behandlas bakom stängda dörrar.
measure-unchanged = Status oförändrad sedan { $date }
measure-without-status = Ingen rapport har ännu berättat om åtgärden.
measure-of-children = { $count ->
        [one] Status och belopp kommer från den enda punkten under åtgärden.
       *[other] Status och belopp kommer från de { $count } punkterna under åtgärden.
    }
measure-of-plan = { $measure }: en åtgärd i { $plan }.
indicator-of-plan = { $indicator }: ett nyckeltal i { $plan }.
measure-before = Föregående: { $name }
measure-after = Nästa: { $name }
entry-report = Se hela rapporten
report-title = Rapport per { $date }
report-page-title = { $plan }: status per { $date }
report-is-old = Du ser planen som den såg ut per { $date }. Det finns nyare rapporter.
report-corrections = { $count ->
    [one] Rättat sedan dess: en siffra eller status i rapporten har rättats efter att den lades fram. Sidan visar den rättade.
   *[other] Rättat sedan dess: { $count } siffror och statusar i rapporten har rättats efter att den lades fram. Sidan visar de rättade.
}
report-corrected = Rättat { $date }
report-changes = { $count ->
    [one] Ändrat sedan dess: en sak har tillkommit eller beslutats på nytt efter rapporten. Sidan visar det som gäller nu.
   *[other] Ändrat sedan dess: { $count } saker har tillkommit eller beslutats på nytt efter rapporten. Sidan visar det som gäller nu.
}
report-changed = Ändrat { $date }
report-before = Föregående rapport: { $date }
report-after = Nästa rapport: { $date }
missing-status = Inget nytt sedan { $date }
missing-first-status = Ännu ingen status
missing-done = Skulle ha varit genomförd { $date }
missing-report = Rapporten skulle ha kommit { $date }
missing-reading = Mätningen skulle ha kommit { $date }
milestones-state = { $all ->
        [0] Det finns inga milstolpar.
       *[other] { $overdue ->
            [0] Ingen milstolpe har passerat sin tidsfrist
            [one] En milstolpe har passerat sin tidsfrist
           *[other] { $overdue } milstolpar har passerat sin tidsfrist
        }; { $open ->
            [0] ingen
            [one] en
           *[other] { $open }
        } återstår, och { $reached ->
            [0] ingen är nådd eller nedlagd
            [one] en är nådd eller nedlagd
           *[other] { $reached } är nådda eller nedlagda
        }.
    }
committees-lead = Vad varje nämnd har på sitt bord.
owners-lead = Vem som ansvarar för vad, och vad som saknas.
disagreements-state = { $unexplained ->
        [0] Inget angivet tal strider mot sina delar.
        [one] Ett angivet tal stämmer inte med sina delar.
       *[other] { $unexplained } angivna tal stämmer inte med sina delar.
    } { $rounding ->
        [0] Inget skiljer sig genom avrundning.
        [one] Ett skiljer sig bara genom avrundning.
       *[other] { $rounding } skiljer sig bara genom avrundning.
    }
disagreements-words = Rapporternas egna tal visas alltid så som de är angivna. Bredvid står vad delarna blir tillsammans.
against-words = En åtgärd rapporteras enligt plan, men har nått mindre än hälften av årets andel hittills, eller väntas sluta under hälften av kravet. Eller så är texten densamma i tre statusar i rad. Status visas så som den rapporterades.
against-achieved = Endast { $figure } av { $required } har uppnåtts hittills
against-forecast = Endast { $figure } av { $required } väntas
against-same-words = Samma text i de { $count } senaste statusarna
rounding-more = { $count ->
        [one] En till skiljer sig genom avrundning.
       *[other] { $count } till skiljer sig genom avrundning.
    }
scales-lead = Vad statusfärger, märken och förkortningar betyder.
lifecycles-title = Hur långt en åtgärd har kommit
rule-parents = En åtgärd med underpunkter har samma status som den sämsta öppna av dem, om den inte själv har en nyare status.
rule-overruled = En nämnd kan ändra en status. Då gäller nämndens, och båda visas.
rule-no-news = Finns det inget nytt i en rapport gäller den senaste statusen. Datumet visar hur gammal den är.
rule-differences = En summa visas så som den är angiven. Är den en annan än summan av delarna står den beräknade bredvid.
rule-cells = I tabeller betyder ett streck att det inte finns något belopp. I en tom ruta saknas uppgift, och 0,00 är noll. ”ca” är en uppskattning.
about-lead = { $organisation } visar här status för planer och överenskommelser.
about-accessibility = Tillgänglighetsredogörelse
accessibility-reviewed = Senast granskad { $date }.
not-found-title = Sidan finns inte
not-found-lead = Adressen leder ingenstans. Sidan kan ha flyttats.
moved-title = Sidan har fått en ny adress
moved-lead = Du skickas vidare. Händer inget, använd länken.
figure-caption = Figur { $number }: { $caption }

# Tal som inte stämmer.
what-required = Besparingskrav totalt
what-stated-again = { $what }, uppgift nr { $nth }
what-required-gross = Besparingskrav utan investeringar
what-achieved = Uppnått totalt
what-achieved-gross = Uppnått utan investeringar
what-forecast = Prognos totalt
what-forecast-gross = Prognos utan investeringar
what-parent = Besparingskrav, { $name }
what-effect-year = Effekt { $year }, { $name }
what-effect-month = Effekt { $month } { $year }, alla åtgärder
what-effect-total = Effekt { $year }, alla åtgärder
what-effect-across = Effekt { $year }, alla månader
what-cell = { $table }: { $row }, { $column }

## Figurer.

chart-subtitle = { $what }, { $unit }, per { $as-of }
chart-subtitle-decimals = { $subtitle }, visas { $decimals ->
    [0] utan decimaler
    [one] med högst 1 decimal
   *[other] med högst { $decimals } decimaler
}
chart-subtitle-undated = { $what }, { $unit }
chart-subtitle-plain = { $what }, per { $as-of }
chart-as-of = Per { $as-of }
chart-count = { $n ->
        [0] inga
        [2] två
        [3] tre
        [4] fyra
        [5] fem
        [6] sex
        [7] sju
        [8] åtta
        [9] nio
        [10] tio
        [11] elva
        [12] tolv
       *[other] { $n }
    }
chart-tick-month = { $month } { $year }
chart-most = Figuren visar { $shown } av { $all } rader; tabellen har alla.
chart-left-out = { $n ->
        [1] En åtgärd räknas i en annan enhet och visas inte.
       *[other] { $count } åtgärder räknas i andra enheter och visas inte.
    }
chart-change = { $turn ->
        [fallen] Från { $start } ({ $when }) till { $to } ({ $end }), { $size } lägre.
        [risen] Från { $start } ({ $when }) till { $to } ({ $end }), { $size } högre.
       *[same] Oförändrat { $to } ({ $when } och { $end }).
    }
chart-highest = Högst var { $value } ({ $when }).
chart-start = vid starten
chart-start-end = Vid starten { $number }

chart-column-month = Månad
chart-column-value = Värde
chart-key-investment = Investering
chart-key-investment-or-cost = Investering eller merkostnad
chart-key-cost = Merkostnad

chart-required-what = Besparingskrav och uppnådd besparing för varje åtgärd
# $share: only och not är den enda åtgärd som finns; none, one, both, all och some är av flera.
chart-required-reached = { $share ->
        [only] Åtgärden har nått besparingskravet
        [not] Åtgärden har inte nått besparingskravet
        [none] Ingen av de { $all } åtgärderna har nått besparingskravet
        [one] En av { $all } åtgärder har nått besparingskravet
        [both] Båda åtgärderna har nått besparingskravet
        [all] Alla { $all } åtgärder har nått besparingskravet
       *[some] { $count } av { $all } åtgärder har nått besparingskravet
    }
chart-required-planned = Besparingskravet är totalt { $total }
chart-required-achieved = Totalt { $total } har uppnåtts
chart-required-total = Kravet är tillsammans { $required }; vad som har uppnåtts är inte angivet.
chart-required-totals = Kravet är tillsammans { $required }, och { $achieved } har uppnåtts.
chart-required-gap = Längst från kravet är ”{ $measure }”, där { $gap } saknas.
chart-required-all-silent = { $n ->
        [1] För en åtgärd med ett besparingskrav är det inte angivet vad som har uppnåtts
       *[other] För { $count } åtgärder med ett besparingskrav är det inte angivet vad som har uppnåtts
    }
chart-required-some-silent = { $n ->
        [1] { $title }; för en är det inte angivet
       *[other] { $title }; för { $count } är det inte angivet
    }
chart-required-all-vague = { $n ->
        [1] För en åtgärd med ett besparingskrav är det bara ungefärligt angivet vad som har uppnåtts
       *[other] För { $count } åtgärder med ett besparingskrav är det bara ungefärligt angivet vad som har uppnåtts
    }
chart-required-some-vague = { $n ->
        [1] { $title }; för en är det bara ungefärligt angivet
       *[other] { $title }; för { $count } är det bara ungefärligt angivet
    }
chart-required-all-unknown = För { $count } åtgärder med ett besparingskrav är det inte alls eller bara ungefärligt angivet vad som har uppnåtts
chart-required-some-unknown = { $title }; för { $count } är det inte alls eller bara ungefärligt angivet
chart-required-silent = { $n ->
        [1] För en åtgärd är det inte angivet vad som har uppnåtts.
       *[other] För { $count } åtgärder är det inte angivet vad som har uppnåtts.
    }
chart-required-vague = { $n ->
        [1] En åtgärd är bara ungefärligt beräknad och räknas inte som nådd.
       *[other] { $count } åtgärder är bara ungefärligt beräknade och räknas inte som nådda.
    }

chart-effect-what = Planerad och uppnådd effekt per månad { $year }
chart-effect-title = { $turn ->
        [fallen] Effekten till och med { $month } ligger { $size } efter planen
        [risen] Effekten till och med { $month } ligger { $size } före planen
       *[same] Effekten till och med { $month } följer planen
    }
chart-effect-title-partly = { $turn ->
        [fallen] Där effekten är rapporterad ligger den till och med { $month } { $size } efter planen
        [risen] Där effekten är rapporterad ligger den till och med { $month } { $size } före planen
       *[same] Där effekten är rapporterad följer den till och med { $month } planen
    }
chart-effect-title-planned = Åtgärderna ska ge { $planned } under { $year }
chart-effect-title-achieved = Åtgärderna har gett { $achieved } till och med { $month }
chart-effect-year = Planens månader ger tillsammans { $planned } under { $year }.
chart-effect-so-far = Till och med { $month } har { $achieved } uppnåtts; { $planned } var planerat.
chart-effect-silent = { $n ->
        [1] En åtgärd har inte rapporterat effekten för alla månader.
       *[other] { $count } åtgärder har inte rapporterat effekten för alla månader.
    }
chart-effect-planned = Plan per månad
chart-effect-achieved = Uppnått per månad
chart-effect-planned-sum = Plan totalt
chart-effect-achieved-sum = Uppnått totalt
chart-effect-end-planned = Plan { $number }
chart-effect-end-computed = Plan { $number }, beräknat
chart-effect-end-achieved = Uppnått { $number }

chart-overspend-what = Prognos för budgetöverskridande i varje rapport
chart-overspend-title = { $turn ->
        [fallen] Det väntade budgetöverskridandet har minskat från { $from } till { $to }
        [risen] Det väntade budgetöverskridandet har ökat från { $from } till { $to }
       *[same] Det väntade budgetöverskridandet är oförändrat { $to }
    }

chart-milestones-what = Milstolpar och deras tidsfrister
chart-milestones-open = Inte nådd
chart-milestones-overdue = Försenad
chart-milestones-reached = Nådd
chart-milestones-reached-on = Nådd { $date }
chart-milestones-dropped = Nedlagd
chart-milestones-title-number = Milstolpe { $name } har flyttats från { $from } till { $to }
chart-milestones-title-name = ”{ $name }” har flyttats från { $from } till { $to }
chart-milestones-title-moved = { $share ->
        [both] Båda milstolparna har flyttats
        [all] Alla { $all } milstolpar har flyttats
       *[some] { $count } av { $all } milstolpar har flyttats
    }
chart-milestones-title-overdue = { $share ->
        [only] Milstolpen är försenad
        [one] En av { $all } milstolpar är försenad
        [both] Båda milstolparna är försenade
        [all] Alla { $all } milstolpar är försenade
       *[some] { $count } av { $all } milstolpar är försenade
    }
chart-milestones-title-reached = { $share ->
        [only] Milstolpen är nådd
        [not] Milstolpen är ännu inte nådd
        [none] Ingen av de { $all } milstolparna är ännu nådd
        [one] En av { $all } milstolpar är nådd
        [both] Båda milstolparna är nådda
        [all] Alla { $all } milstolpar är nådda
       *[some] { $count } av { $all } milstolpar är nådda
    }
chart-milestones-count-overdue = { $n ->
        [1] En är försenad.
       *[other] { $count } är försenade.
    }
chart-milestones-furthest = Mest flyttad är ”{ $name }”: { $days ->
        [one] { $days } dag
       *[other] { $days } dagar
    } { $turn ->
        [earlier] tidigare
       *[later] senare
    }.
chart-milestones-next = Nästa tidsfrist är { $due }: ”{ $name }”.

chart-flow = Åtgärder efter status { $from } och { $to }
chart-flow-many = Åtgärder efter status i varje rapport, { $from } till { $to }
chart-flow-since = { $title }, jämfört med { $from }
chart-flow-title = { $change ->
    [none] Ingen åtgärd har status vid båda datumen
    [of] Nu avviker { $off ->
        [0] ingen
       *[other] { $off }
    } av { $now ->
        [one] { $now } åtgärd
       *[other] { $now } åtgärder
    } från planen. Bara { $all ->
        [one] en hade status båda gångerna; { $after ->
            [0] { $before ->
                [0] den avviker inte
               *[other] den avviker inte längre
            }
           *[other] { $before ->
                [0] den avviker nu
               *[other] den avviker fortfarande
            }
        }
       *[other] { $all } hade status båda gångerna; av dem avviker { $after ->
            [0] ingen
           *[other] { $after }
        } (tidigare: { $before })
    }
    [more] { $before ->
        [0] { $after ->
            [one] En åtgärd avviker från planen; tidigare var det ingen
           *[other] { $after } åtgärder avviker från planen; tidigare var det ingen
        }
       *[other] Fler åtgärder avviker från planen: { $after } mot { $before } tidigare
    }
    [fewer] { $after ->
        [0] Ingen åtgärd avviker längre från planen; tidigare: { $before }
       *[other] Färre åtgärder avviker från planen: { $after } mot { $before } tidigare
    }
    [never] Ingen åtgärd avviker från planen, varken tidigare eller nu
   *[same] { $after ->
        [one] En åtgärd avviker från planen, som tidigare
       *[other] Lika många åtgärder avviker från planen som tidigare: { $after }
    }
}
chart-levels-measures = Åtgärder efter status
chart-levels-plans = Planer efter status
chart-levels-column-measures = Antal åtgärder
chart-levels-column-plans = Antal planer
chart-levels-key = { $level }: { $count }
chart-levels-title-measures = { $share ->
        [only] Åtgärden har status ”{ $level }”
        [one] En av { $all } åtgärder har status ”{ $level }”
        [both] Båda åtgärderna har status ”{ $level }”
        [all] Alla { $all } åtgärder har status ”{ $level }”
       *[some] { $count } av { $all } åtgärder har status ”{ $level }”
    }
chart-levels-title-plans = { $share ->
        [only] Planen har status ”{ $level }”
        [one] En av { $all } planer har status ”{ $level }”
        [both] Båda planerna har status ”{ $level }”
        [all] Alla { $all } planer har status ”{ $level }”
       *[some] { $count } av { $all } planer har status ”{ $level }”
    }

chart-indicator-line = Linjen från utgångsläge till mål
chart-lines-chosen = { $subtitle }. { $drawn } av { $count } linjer är ritade; tabellen har alla
chart-lines-drawn = { $subtitle }. { $drawn } av { $count } linjer är ritade: den första och de med de högsta och de lägsta värdena; tabellen har alla
chart-lines-extremes = Högst är { $high } ({ $high-value }) och lägst { $low } ({ $low-value }).
chart-indicator-title = { $turn ->
        [fallen] { $name }: ned från { $from } till { $to }
        [risen] { $name }: upp från { $from } till { $to }
       *[same] { $name }: oförändrat { $to }
    }
chart-indicator-title-one = { $name }: { $value }
chart-indicator-target = Mål { $value }
chart-indicator-baseline = Utgångsläge { $value }
chart-indicator-break = Ny beräkning
chart-indicator-breaks = { $n ->
        [1] Sättet att räkna har ändrats en gång.
       *[other] Sättet att räkna har ändrats { $count } gånger.
    }
chart-indicator-target-state = { $state ->
        [reached] Målet på { $value } har nåtts.
        [missed] Målet på { $value } har inte nåtts.
       *[open] Målet är { $value }.
    }

chart-achieved-what = Uppnådd besparing efter varje rapport
chart-achieved-title = { $turn ->
        [fallen] Den uppnådda besparingen har minskat från { $from } till { $to }
        [risen] Den uppnådda besparingen har ökat från { $from } till { $to }
       *[same] Den uppnådda besparingen är oförändrad { $to }
    }
chart-achieved-title-forecast = { $turn ->
        [fallen] Den väntade besparingen har minskat från { $from } till { $to }
        [risen] Den väntade besparingen har ökat från { $from } till { $to }
       *[same] Den väntade besparingen är oförändrad { $to }
    }
chart-achieved-required = Besparingskrav { $value }
chart-achieved-asked = Kravet är totalt { $value }.
