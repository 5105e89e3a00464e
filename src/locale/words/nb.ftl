# Programmets egne ord: hva det sier til forfatteren. Nøkkelen er koden til meldingen.
# Form: liten forbokstav, ikke punktum, ingen skyld. Først tingen, så det ventede, så det som sto der.
#   .label           står ved det understrekede
#   .help            sier hva man skal skrive i stedet
#   .help-suggestion det samme, når det finnes et forslag

## Ord som flere meldinger bruker.

error = feil
warning = advarsel
note = merknad
help = hjelp
empty-text = (tom)

-committees = content/committees.toml
-owners = content/owners.toml

record-name = { $record ->
    [site] site.toml
    [plan] en plan
    [measure] et tiltak
    [update] en rapport (index.md)
    [committee] et utvalg
    [owner] en ansvarlig
    [scale] en skala
    [level] et nivå
    [edition] en utgave
    [history] historikken
    [indicator] et måltall
    [reading] en måling
    [milestone] en milepæl
    [decision] et vedtak
    [report] en rapport
    [meeting] et møte
    [table] en tabell
    [column] en kolonne
    [row] en rad
    [page] en side
    [theme] et tema
    [allowed-number] nummeret i allowed
    [licence] lisensen
    [accessibility] tilgjengelighetserklæringen
    [area] et område
    [areas] [areas]
    [counts] [counts]
    [checks] [checks]
    [columns] [columns]
    [committees] content/committees.toml
    [csv] [csv]
    [csv-of-an-indicator] [csv] under en indikator
    [heads] [csv.heads]
    [heads-of-readings] [csv.heads] under en indikator
    [decisions] [decisions]
    [effect] [effect]
    [funding] [funding]
    [gross] [stated.gross]
    [twelve-decimals] Tall avrundet til tolv desimaler
    [indicators] indicators.toml
    [milestone-update] det en rapport sier om en milepæl
    [milestone-updates] [milestones]
    [milestones] [milestones]
    [milestones-file] milestones.toml
    [months] månedene til en effekt
    [notes] [notes]
    [older-readings] målingene
    [reading-of-a-report] en måling
    [readings-of-series] målingene til seriene
    [series] en serie i et måltall
    [series-of-an-indicator] [series]
    [personal-numbers] [personal_numbers]
    [confidentiality] [confidentiality]
    [overruled] et endret nivå
    [owners] content/owners.toml
    [readings] [readings]
    [remarks] merknadene
    [reports] [reports]
    [scales] [scales]
    [stated] [stated]
    [status] status for et tiltak
    [baseline] et utgangspunkt
    [target] et mål
    [target-of-a-period] et mål
    [targets] [targets]
   *[other] { $record }
}
expected-type = { $expected ->
    [text] en tekst
    [string] en tekst
    [amount] et beløp
    [date] en dato som 2025-06-30
    [period] en dato eller periode
    [integer] et heltall
    [float] et desimaltall
    [boolean] true eller false
    [list] en liste
    [array] en liste
    [table] en tabell
    [choice] et ord fra en liste
    [id] en id
    [reference] en id
   *[other] { $expected }
}
found-type = { $found ->
    [text] en tekst
    [string] en tekst
    [amount] et beløp
    [date] en dato
    [datetime] et tidspunkt
    [period] en periode
    [integer] et heltall
    [float] et desimaltall
    [boolean] true eller false
    [list] en liste
    [array] en liste
    [table] en tabell
   *[other] { $found }
}
choice-gloss = { $word ->
    [savings] innsparingsplan
    [action-plan] handlingsplan
    [agreement] oppfølging av en avtale
    [implementation] gjennomføringsplan
    [budget] budsjettoppfølging
    [indicators] oppfølging av måltall
    [not-started] ikke startet
    [in-progress] i gang
    [done] ferdig
    [dropped] skrinlagt
    [deferred] utsatt
    [better] går bedre
    [same] uendret
    [worse] går dårligere
    [month] måned
    [quarter] kvartal
    [half-year] halvår
    [year] år
    [down] ned
    [up] opp
    [hold] holdes
    [public] offentlig
    [internal] intern
    [closed] lukket
    [complete] blå
    [good] grønn
    [fair] lysegrønn
    [bad] rød
    [severe] mørkerød
    [none] ingen
    [cost] utgifter er positive
    [saving] innsparinger er positive
    [result] overskudd er positivt
    [da] dansk
    [en] engelsk
    [sv] svensk
    [nb] norsk bokmål
    [author] forfatter
    [message] melding
    [text] tekst
    [heading] overskrift
    [subtotal] delsum
    [total] i alt
    [note] merknad
   *[other] -
}
what-name = { $what ->
    [required] innsparingskrav
    [achieved] oppnådd
    [forecast] prognose
    [effect] effekt
    [gross-required] innsparingskrav brutto
    [gross-achieved] oppnådd brutto
    [gross-forecast] prognose brutto
    [column-adopted] Opprinnelig budsjett
    [column-revised] Revidert budsjett
    [column-actual] Forbruk
    [column-forecast] Prognose
    [column-outturn] Regnskap
    [column-deviation] Avvik
    [column-previous] Forrige prognose
   *[other] { $what }
}
toml-detail = { $detail ->
    [no-equals] her mangler et likhetstegn
    [two-equals] det skal bare være ett likhetstegn
    [two-fields] her står to felt på én linje
    [no-value] her mangler verdien etter likhetstegnet
    [no-key] her mangler navnet foran likhetstegnet
    [odd-key] navnet inneholder et tegn som det ikke kan ha
    [name-half-quoted] navnet har bare det ene anførselstegnet
    [list-sign] et felt står uten listetegn foran
    [dead-value] det som ikke er oppgitt, skrives ikke i det hele tatt
    [true-false] ja og nei skrives true og false
    [number-in-groups] et tall med tusener skrives med _ imellom eller i anførselstegn
    [stray-end] linjen slutter uten tegn etter verdien
    [remark] en kommentar begynner med #
    [several-values] flere verdier står i hakeparenteser
    [unquoted] tekst og beløp med desimaler skal stå i anførselstegn
    [word-quotes] det er anførselstegnene til Word; her skal det rette stå: "
    [string-lines] teksten går over flere linjer, men et felt er én linje
    [string-open] anførselstegnet er ikke avsluttet
    [string-unopened] teksten mangler anførselstegnet foran
    [text-after] det står mer etter verdien; hele teksten skal stå innenfor anførselstegnene
    [quotes-inside] det står anførselstegn inne i teksten
    [backslash] en omvendt skråstrek skrives dobbelt
    [unseen] her står et mellomrom eller et tegn som ikke synes, men som ikke er et vanlig mellomrom
    [head-bracket] navnet på en tabell står i hakeparenteser: [navn]
    [head-apart] navnene skal ha et punktum imellom
    [table-twice] tabellen er alt skrevet på en annen måte ovenfor
    [bracket-unopened] den åpnende parentesen mangler
    [list-open] listen er ikke avsluttet
    [braces-open] krøllparentesen er ikke avsluttet
    [braces-entry] i krøllparenteser står navn = verdi med komma imellom
    [braces] et felt står uten krøllparenteser rundt seg
    [no-comma] her mangler et komma
    [two-commas] her er et komma for mye
    [round-brackets] en liste står i hakeparenteser
    [unknown-field] et tema har ikke noe felt med det navnet
    [wrong-value] verdien er av et annet slag enn feltet skal ha
   *[other] det står noe som ikke hører til her
}
toml-cure = { $cure ->
    [none] { $detail ->
        [no-equals] skriv navn = verdi
        [two-fields] sett hvert felt på en egen linje
        [no-value] skriv verdien etter likhetstegnet, eller slett linjen
        [no-key] skriv navnet på feltet foran likhetstegnet
        [odd-key] skriv navnet med bokstavene a-z, sifre, - og _, eller sett det i anførselstegn
        [no-comma] sett et komma mellom verdiene
        [list-open] avslutt listen med ]
        [braces-open] avslutt krøllparentesen med {"}"}
        [string-open] avslutt teksten med det anførselstegnet den begynner med
        [table-twice] skriv tabellen ett sted: enten som [navn] eller som navn = {"{"} … {"}"}
       *[other] tekst og navn med æ, ø, å, mellomrom eller punktum skal stå i anførselstegn, og hver linje er navn = verdi
    }
   *[other] { $detail ->
        [dead-value] slett linjen
        [two-fields] sett hvert felt på en egen linje
        [list-sign] slett { $text }
        [stray-end] slett { $text }
        [unseen] slett det, og skriv et mellomrom med mellomromstasten der det skal være ett
       *[other] { $second ->
            [none] skriv { $cure }
           *[other] skriv { $cure } eller { $second }
        }
    }
}
csv-detail = { $detail ->
    [quote-open] anførselstegnet er ikke avsluttet
    [delimiter] det står { csv-sign } mellom cellene, men filen skal ha { csv-declared }
   *[other] det står mer etter anførselstegnet
}
csv-sign = { $sign ->
    [tab] tabulator
    [comma] komma (,)
    [semicolon] semikolon (;)
    [bar] loddrett strek (|)
   *[other] { $sign }
}
csv-declared = { $declared ->
    [tab] tabulator
    [comma] komma (,)
    [semicolon] semikolon (;)
    [bar] loddrett strek (|)
   *[other] { $declared }
}
csv-written = { $sign ->
    [tab] \t
    [comma] ,
    [semicolon] ;
    [bar] |
   *[other] { $sign }
}

## Filer som ikke kan leses.

toml-syntax = linjen kan ikke leses
    .label = { toml-detail }
    .help = { toml-cure }
front-matter-late = foran den første +++ står det noe tomt
    .help = slett det tomme: +++ skal være det første i filen
front-matter-missing = filen begynner ikke med feltene sine
    .help = begynn filen med en linje der det bare står +++, deretter feltene, og avslutt dem med en linje maken til
front-matter-open = feltene øverst i filen slutter ikke
    .help = skriv en linje der det bare står +++, etter det siste feltet
front-matter-misplaced = en linje med +++ eller --- som ikke avgrenser felter: { $line }
    .help = felter står aller øverst i filen mellom to linjer der det bare står +++, uten noe foran den første, heller ikke en tom linje; et eksempel på dem står i en kodeblokk under litt tekst
fields-in-prose = `{ $key }` står i teksten og ikke blant feltene
    .help = sett det mellom de to linjene øverst i filen der det bare står +++; skal det vises som det er, sett det mellom ` og `
mark-in-csv = `{ $key }` er en kolonne med tall, og en kolonne skjuler ikke noe
    .help = skriv merket i .toml-filen til tabellen, i index.md til rapporten eller i plan.md, og fjern kolonnen
mark-misses = { $what ->
    [folder] merket skjuler ikke mappen: filen leses som tiltaket `{ $name }`
    [page] merket skjuler siden `{ $name }`, og ikke mappen
    [site] merket skjuler forsiden og de vanlige sidene, men ingen plan
    [stray] merket skjuler ingenting: filen leses ikke
    [table] merket skjuler ingenting: `{ $name }` er en tabell, og en status skjuler ingen tabell
   *[status] merket skjuler ingenting: planen har ikke noe tiltak `{ $name }`
}
    .help = { $what ->
        [folder] skriv merket i plan.md hvis hele planen skal skjules, ellers i filen til hvert tiltak, og slett filen
        [page] kall filen index.md hvis hele mappen skal skjules, ellers noe annet
        [site] skriv merket i plan.md for hver plan som ikke må vises; er bare ordene på forsiden uferdige, så legg dem på en egen side
        [stray] skriv merket i den filen det gjelder: plan.md, index.md til rapporten, filen til tiltaket eller .toml-filen til tabellen i tables/
        [table] skriv merket i tables/{ $name }.toml, og slett filen
       *[status] skriv merket i index.md til rapporten hvis hele rapporten skal skjules; gjelder det ett tiltak, så gi filen samme navn som filen til tiltaket
    }
public-title-alone = public_title står alene: ingenting skjuler det den skal stå i stedet for
    .help = skriv visibility = "closed" hvis resten ikke må vises, eller slett public_title
merge-conflict = to versjoner av filen er ikke flettet: { $line }
    .help = behold det som skal stå, og slett linjene med <<<<<<<, =======, >>>>>>> og |||||||
csv-syntax = linjen kan ikke leses som CSV
    .label = { csv-detail }
    .help = { $sign ->
        [none] en celle i anførselstegn slutter med et anførselstegn, og et inne i teksten skrives dobbelt: "Det ""gode"" liv"
       *[other] lagre filen med { csv-declared } mellom cellene, eller skriv delimiter = "{ csv-written }" under [csv] i .toml-filen til tabellen (for et måltall under [måltallets-id.csv] i indicators.toml)
    }
csv-ragged = linjen skal ha { $expected } celler som hodet til tabellen, men har { $found }
    .help = sett inn eller fjern skilletegn så linjen passer; en celle uten tall er bare tom
csv-title-lines = { $count ->
    [one] linjen over hodet leses ikke
   *[other] de { $count } linjene over hodet leses ikke
}
    .help = skriv head = { $line } under [csv] i .toml-filen til tabellen (for et måltall under [måltallets-id.csv] i indicators.toml), eller slett dem
csv-head-line = { $line ->
    [none] hodet står ikke på linje { $declared }, som head sier
   *[other] hodet står på linje { $line } og ikke på linje { $declared }, som head sier
}
    .help = { $line ->
        [none] skriv nummeret på den linjen som nevner kolonnene, ved head under [csv]
       *[other] skriv head = { $line } under [csv] i .toml-filen til tabellen (for et måltall under [måltallets-id.csv] i indicators.toml)
    }
not-a-line = `{ $key }` er nummeret på en linje: et heltall fra 1 til { $limit }
    .help = skriv nummeret på den linjen som nevner kolonnene; den første linjen i filen er 1
row-ids-unknown = row_ids nevner kolonnen `{ $name }`, som filen ikke har
    .help = skriv et av navnene i hodet til filen ved row_ids under [csv]: { $known }
row-without-id = raden har tall, men ikke noe id-en kan lages av
    .help = fyll ut { $names } i raden, eller nevn en kolonne til ved row_ids under [csv]
row-not-an-id = { $text ->
    [none] raden har ingen id
   *[other] `{ $text }` kan ikke være id-en til en rad
}
    .help = skriv en id av bokstaver, sifre og tegnene - _ . + i kolonnen row; har filen ingen id-er, ta bort kolonnen (eller row ved heads) og skriv row_ids = "{ $column }" under [csv] i .toml-filen til tabellen: da lages id-en av ordene i den kolonnen
row-twice = raden får samme id som raden på linje { $line }: { $id }
    .help = id-en lages av { $names }; nevn en kolonne til ved row_ids under [csv] så de to kan skilles fra hverandre, eller gi filen en kolonne row
column-without-name = kolonne nr. { $number } har tall, men ikke noe navn i hodet
    .help = skriv id-en til kolonnen øverst, eller slett cellene i den
csv-without-row = den første kolonnen skal hete row, men heter `{ $key }`
    .help = skriv row i den første cellen og under den en id for hver rad, for eksempel 3.22.01, eller la id-en lages av en kolonne med row_ids under [csv]; de andre kolonnene er label og { $known }
csv-undeclared = tallet { $text } kan leses på to måter, og ingenting sier hvilken
    .label = er det { $decimals } eller { $thousands }?
    .help = skriv under [csv] i .toml-filen til tabellen (for et måltall under [måltallets-id.csv] i indicators.toml): decimal = "{ $decimal }" hvis det er desimaler, eller decimal = "{ $thousand }" og thousands = "{ $decimal }" hvis det er tusener
csv-without-period = filen med målingene til et måltall har ingen kolonne { $missing ->
    [value] med målinger
   *[other] { $missing }
}; den første kolonnen heter `{ $key }`
    .help = skriv period;value, eller period;series;value med en rad for hver måling, eller period;total;nord;sor med en kolonne for hver serie
unknown-reading-column = `{ $key }` er ingen kolonne i en fil med en rad for hver måling
    .help = kolonnene er period, series og value; kall målingene noe annet enn value hvis hver serie har sin egen kolonne
series-twice = serien `{ $id }` har to kolonner
    .help = behold den ene
reading-twice = `{ $id }` har to målinger for { $period }
    .help = behold den ene: i indicators.toml, i index.md eller i CSV-filen
said-twice = `{ $key }` og `{ $other }` sier det samme på to måter
    .help = behold den ene; hver periode kan ha sitt eget mål under [<måltall>.targets]
target-again = det er to mål for { $period }
    .help = behold det ene
target-contradicts = et mål vil ha tallet en annen vei enn { $direction ->
    [up] opp
    [down] ned
   *[other] { $direction }
}
    .help = at_least hører sammen med direction = "up", at_most med direction = "down"; utelat direction, eller rett den
not-a-range = between skal ha to verdier, den laveste først
    .help = skriv for eksempel between = ["3", "5"]
total-is-no-series = ingen serie kan hete total: i CSV-filer heter målingene til måltallet selv slik
    .help = skriv målingene til måltallet selv under [<måltall>.readings] eller i kolonnen total
empty-site = nettstedet har ingen planer; ble det publisert, ville det erstatte alt som var der
    .help = legg minst én plan i content/plans/NAVN/plan.md; er content en undermodul, hent den med git submodule update --init
cells-not-shown = raden { $row } er en { $kind ->
    [note] note
   *[heading] overskrift
}, så tallene og ordene dens i kolonnene vises ikke
    .help = skal de vises, så gjør raden til en sum (kind: total eller subtotal) eller en vanlig rad (kind tom); ellers slett dem
column-without-figures = kolonnen { $id } i tabellen { $table } er erklært, men ingen fil har den, så den er tom
    .help = kall den det filen kaller den (head = "…"), eller slett den; en kolonne som er radens id eller navn, vises der
table-without-figures = tabellen { $id } er erklært, men har ingen tall og vises ikke
    .help = { $path ->
        [none] legg tallene i { $id }.csv i mappen til rapporten eller i tables, eller slett erklæringen
       *[other] tallene ligger i { $path }, som ikke leses; lagre dem som CSV ved siden av, med samme navn: { $id }.csv
    }
unread-workbook = arbeidsboken { $name } leses ikke
    .help = lagre den som CSV ved siden av, under navnet { $right }; skal leserne kunne hente den, lenk til den
missing-row = { $count ->
        [one] raden
       *[other] radene
    } { $names } mangler i { $id }.csv
    .help = skriv { $count ->
        [one] raden, om så uten tall: en tom celle sier at det ikke er noe; summer den er en del av, regnes ikke etter imens
       *[other] radene, om så uten tall: en tom celle sier at det ikke er noe; summer de er en del av, regnes ikke etter imens
    }
report-far-off = rapporten om { $report } ligger langt fra året til planen, { $year }
    .help = rett årstallet i navnet på mappen til rapporten; følges planen så lenge, skriv started eller finished i plan.md
report-to-come = rapporten om { $report } er ikke med: nettstedet viser hvordan det sto { $since }
    .help = sett as_of i site.toml til en senere dato når rapporten skal ut, eller bygg med --as-of
value-to-come = { $what ->
        [overruled] utvalgets status fra { $report } vises ikke ennå
        [decided] vedtaket er datert { $report } og vises som et som ikke er fattet
        [done] milepælen er meldt nådd { $report } og vises som en som ikke er nådd
        [read] målingen er datert { $report } og er ikke med
       *[reading] { $count ->
            [one] målingen for { $report } er ikke med
           *[other] { $count } målinger er ikke med, den første for { $report }
        }
    }: nettstedet viser hvordan det sto { $since }
    .help = { $what ->
        [decided] en dag vedtaket ventes, står i due; rett datoen hvis den er en skrivefeil
       *[other] rett datoen hvis den er en skrivefeil; ellers sett as_of i site.toml til en senere dato når tallet eller statusen skal ut
    }
draft-report = rapporten om { $report } er et utkast og vises ikke: { $count ->
        [0] utfylte statuser: alle { $all }
       *[other] statuser som mangler: { $count } av { $all }
    }
    .help = { $count ->
        [0] slett linjen visibility = "draft" i index.md når rapporten skal ut
       *[other] fyll dem ut, eller slett filen for et tiltak uten nytt; slett linjen visibility = "draft" i index.md når rapporten skal ut
    }
draft-lacks = en status i utkastet mangler { $what ->
        [level] nivået sitt
        [words] teksten sin
       *[both] nivå og tekst
    }
    .help = { $what ->
        [level] fjern # foran level, og skriv nivået slik det er nå
        [words] skriv med et par setninger under den siste linjen med +++ hvordan det går
       *[both] fjern # foran level, og skriv nivået; skriv under den siste linjen med +++ hvordan det går
    }
misnamed = { $what ->
    [folder] mappen { $name } leses ikke
   *[file] filen { $name } leses ikke
}
    .help = { $taken ->
        [yes] slett den, eller flytt det den sier: { $right } finnes allerede
        [folder] flytt filene til { $right }, som finnes allerede, eller slett mappen
        [aside] slett den, eller kall den { $right } hvis den skal leses; skal den ikke vises, skriv visibility = "draft" i den først
       *[no] kall den { $right }
    }
csv-encoding = filen er ikke skrevet som { $encoding }
    .help = lagre filen som UTF-8, eller rett encoding under [csv] i site.toml eller i erklæringen til tabellen
not-utf8 = filen er ikke skrevet som UTF-8: byte nr. { $byte } kan ikke leses
    .help = lagre filen på nytt, og velg UTF-8 som tegnkoding
utf16 = filen er lagret som UTF-16, men skal være UTF-8
    .help = lagre filen på nytt, og velg UTF-8 som tegnkoding
not-text = filen er en arbeidsbok eller et dokument og ikke en tekst, selv om navnet sier det
    .help = åpne den i programmet den er fra, og lagre den som CSV (UTF-8); kopier en tekst over i en ny fil
control-character = teksten inneholder et usynlig styretegn: { $char }
    .help = slett tegnet; det følger ofte med når tekst kopieres fra et annet program
submodule = mappen hører til et annet arkiv (undermodul), og de tidligere filene i den er ikke her
    .help = ha filene til rapporten i dette arkivet
lfs-pointer = filen ligger i Git LFS; arkivet har bare en henvisning til den
    .help = legg selve filen i git: git lfs migrate export --include="NAVNET PÅ FILEN"
symlink = filen er en snarvei (symbolsk lenke) og leses ikke
    .help = legg selve filen i mappen
file-too-large = filen er større enn { $limit } MB
    .help = del filen, eller fjern det som ikke hører til rapporten
too-many-cells = tabellen har flere enn { $limit } celler
    .help = del tabellen i flere
too-many-columns = tabellen har flere enn { $limit } kolonner
    .help = del tabellen i flere, og se etter om tegnet mellom cellene er det som [csv] angir
too-many-rows = tabellen har flere enn { $limit } rader
    .help = del tabellen i flere
too-deep = innholdet er nøstet i mer enn { $limit } lag
    .help = gjør listene og sitatene flatere
too-long = `{ $key }` er lengre enn { $limit } tegn
    .help = et felt er én kort linje; la resten stå i teksten under feltene
stray-file = { $ending ->
    [none] filen hører ikke til noe sted
   *[other] filer av slaget .{ $ending } publiseres ikke
}
    .help = { $ending ->
        [none] legg filen i mappen den hører til, for eksempel measures/ eller updates/2026-06-30/ i planens mappe, eller slett den
       *[other] lagre den som et av disse slagene, eller slett den: { $known }
    }
hidden-mistake = det er feil i en fil der noe, eller alt, ikke vises for denne målgruppen på denne datoen
    .help = kjør check med --audience draft, og med --as-of etter datoen den er sperret til, og rett feilene der
open-in-finished = planen er avsluttet { $since }, men { $count ->
        [one] ett tiltak eller én milepæl
       *[other] { $count } tiltak og milepæler
    } mangler fortsatt en avslutning: { $names }
    .help = sett lifecycle til done, dropped eller deferred, eller ta finished ut av plan.md
    .meaning = tiltak og milepæler som ingen har meldt ferdige, droppet eller utsatt, i en plan som er avsluttet; sies én gang for hver plan
empty-plan = planen har ingen tiltak, tabeller, måltall eller milepæler
    .help = legg minst ett tiltak i mappen measures
    .meaning = en plan uten tiltak, tabeller, indikatorer og milepæler
plan-without-file = mappen { $plan } har ingen plan.md
    .help = skriv { $plan }/plan.md med minst en tittel, eller slett mappen
name-twice = to filer heter { $path }: bokstavene ser like ut, men er skrevet med hver sine tegn, og bare den ene kan leses
    .help = kall den ene noe annet, eller slett den
path-collision = to sider ville få adressen { $path }: denne og { $other }
    .help = gi den ene en annen id, eller legg den i en mappe med et annet navn; store og små bokstaver gjør ingen forskjell

## Felter og kolonner.

unknown-key = `{ $key }` er ikke et felt i { record-name }
    .help = { $home ->
        [status] feltet hører hjemme i en status: er hele filen en status, så flytt den til mappen til rapporten i updates, flytt ellers linjen dit
        [measure] feltet hører hjemme i et tiltak: er hele filen et tiltak, så flytt den til mappen measures, flytt ellers linjen til filen til tiltaket
        [update] feltet hører hjemme i en rapport: flytt linjen til index.md i mappen til rapporten i updates
        [plan] feltet hører hjemme i planen: flytt linjen til plan.md
        [table] `{ $field }` hører hjemme under { $table }: flytt linjen dit
        [withhold] ikke fjern linjen før det den holder tilbake, er skjult: suppress_below hører hjemme i en tabell, et måltall eller [confidentiality] i site.toml, redact i [history] i site.toml
        [hide] linjen skjuler ingenting: skriv visibility = "closed", "internal" eller "draft", eller embargo = og dagen det kan vises fra; slett den bare hvis alle kan se det
        [unhidable] linjen skjuler ingenting, og her kan ingenting skjules for seg: ta ut av filen det ikke alle kan se, eller skjul det som det hører til
       *[none] fjern linjen, eller se feltene i veiledningen
    }
    .help-suggestion = mente du `{ $suggestion }`?
unknown-column = `{ $key }` er ikke en kolonne i tabellen
    .help = skriv i .toml-filen til tabellen under [{ $table }]: { $line }; skal kolonnen ikke leses, nevn den ved ignore under [csv]
    .help-suggestion = mente du `{ $suggestion }`? Hodet har id-ene eller titlene til kolonnene; heter de noe annet i filen, skriv det ved head under [columns] eller ved heads under [csv]
wrong-type = `{ $key }` skal være { expected-type }, men er { found-type }
    .help = skriv { expected-type } etter { $key } =
    .help-suggestion = { $found ->
        [list] skriv { $suggestion } med ett par klammer
        [table] skriv { $suggestion } med to par klammer
       *[other] { $second ->
            [none] skriv { $key } = { $suggestion }
           *[other] skriv { $key } = { $suggestion }, eller skriv { $key } = { $second } hvis det er én
        }
    }
missing-key = { record-name } mangler `{ $key }`
    .help = legg til en linje som begynner med { $key } =
duplicate-key = `{ $key }` står der to ganger
    .help = behold den ene
    .help-suggestion = { $key ->
        [visibility] behold linjen som skjuler mest: linje { $suggestion } har den også
        [embargo] behold den seneste dagen: linje { $suggestion } har den også
       *[other] behold den ene av de to: linje { $suggestion } har den også
    }
empty-value = `{ $key }` er tom
    .help = skriv hvem eller hva det gjelder, eller slett linjen
prose-in-string = `{ $key }` er flere linjer lang
    .help = et felt er én linje; skriv lengre tekst under feltene, etter den siste linjen med +++

## Tall og beløp.

float-amount = { $thousands ->
    [none] beløpet `{ $key }` skal stå i anførselstegn
   *[other] beløpet `{ $key }` kan leses på to måter
}
    .label = { $thousands ->
        [none] et tall med desimaler
       *[other] er det { $decimals } eller { $thousands }?
    }
    .help = { $thousands ->
        [none] skriv { $key } = "{ $decimals-cure }"
       *[other] skriv { $key } = "{ $decimals-cure }" eller { $key } = { $thousands-cure }
    }
ambiguous-amount = beløpet `{ $key }` kan leses på to måter
    .label = er det { $decimals } eller { $thousands }?
    .help = skriv { $decimals-cure } hvis det er desimaler, eller { $thousands-cure } hvis det er tusener
ambiguous-reading = indikatorens tall kan leses på to måter
    .label = er det { $decimals } eller { $thousands }?
    .help = skriv decimals = 3 ved indikatoren hvis det er desimaler, eller { $thousands-cure } hvis det er tusener
foreign-decimal = beløpet `{ $key }` har feil desimaltegn
    .help = skriv { $cure }
not-an-amount = { $reason ->
    [empty] `{ $key }` er tom, men skal være et beløp
   *[text] `{ $key }` skal være et beløp, men er `{ $text }`
}
    .help = { $reason ->
        [target] skriv målet som at_least, at_most, between eller words, for eksempel at_least = "40 %"; når det skal nås, står i date
       *[text] { $second ->
            [none] { $cure ->
                [none] skriv et tall, for eksempel { $small } eller { $large }; la cellen stå tom (eller utelat linjen) når tallet ikke er kjent, eller skriv en strek (-) når det ikke er noe
               *[other] { $style ->
                    [none] skriv { $cure }
                   *[other] skriv { $cure }, eller skriv negative = "{ $style }" under [csv] i .toml-filen til tabellen (for et måltall under [måltallets-id.csv] i indicators.toml)
                }
            }
           *[other] skriv ett tall: { $cure } eller { $second }
        }
    }
too-many-decimals = beløpet `{ $key }` har mer enn tolv desimaler: { $text }
    .help = rund av til høyst tolv desimaler
too-large = beløpet `{ $key }` er for stort: { $text }
    .help = se etter en feil enhet eller et siffer for mye; beløp skal være under 1 000 000 000 000 000
not-a-count = `{ $key }` må være et helt tall uten enhet
    .help = skriv hvor mange som står på nivået, for eksempel 12
not-a-unit = `{ $text }` er ikke en enhet
    .help = skriv "kr", "1 000 kr", "mill. kr", "mrd. kr", "1 000 EUR", "mill. GBP", "%" eller et ord som "familier"
nearly-money = enheten { $text } leses som et ord, så beløpene i den er ikke penger
    .help = skriv "kr", "1 000 kr", "mill. kr", "mrd. kr", "1 000 EUR" eller "mill. GBP", og regn om tallene; det som ellers skal sies om dem (prisnivå, mva.), hører hjemme i tittelen eller i en note
    .help-suggestion = mente du "{ $suggestion }"? Det som ellers skal sies om tallene (prisnivå, mva.), hører hjemme i tittelen eller i en note
units-differ = { $what ->
    [remark] «{ $unit }» bak tallet i `{ $key }` er ikke en enhet
   *[other] `{ $key }` er i { $unit } og kan ikke legges sammen med tall i { $expected }
}
    .help = { $what ->
        [remark] la tallet stå alene, og skriv resten som en fotnote (notes) eller i en kolonne med ord (text = true)
        [measure] skriv et tall i { $unit } som et måltall (indicators.toml), eller legg tiltaket i en egen plan med den enheten; er det et beløp, så skriv beløpet i { $expected }
        [total] skriv beløpet i { $expected }; er det en andel eller et antall, skriv det i teksten eller som et måltall (indicators.toml)
        [column] teller hele kolonnen i { $unit }, så skriv det som kolonnens unit; ellers gi tallet en egen kolonne
        [share] teller hele kolonnen i { $unit }, så skriv det som kolonnens unit; er raden en andel, så skriv i kolonnen formula hva den er en andel av, for eksempel "drift / i-alt"
        [formula] la formelen bruke kolonner i samme enhet, eller rett unit ved kolonnen
        [indicator] skriv tallet i { $expected }, eller rett måltallets unit
       *[money] skriv beløpet i { $expected }, eller rett unit
    }
bad-formula = formelen `{ $formula }` kan ikke leses
    .label = `{ $detail }` kan ikke leses
    .help = en formel har navn på rader eller kolonner med +, -, / eller : imellom, som "drift + renter" eller "sosial:barn"
formula-cycle = `{ $row }` beregnes ut fra seg selv
    .help = rett formelen så ingen rad eller kolonne inngår i sin egen sum
too-large-to-compute = formelen i { $column } for { $row } gir et tall som er for stort til å bli beregnet
    .help = se etter om formelen legger sammen den samme raden mange ganger, eller om et tall har for mange sifre
opposite-sign = beløpet for tiltak { $number } har motsatt fortegn av de andre
    .help = { $what ->
        [investment] sett minus foran beløpet, eller fjern investment = true hvis det er en besparelse
       *[saving] fjern minustegnet, eller skriv investment = true hvis det er en investering
    }
    .meaning = en negativ besparelse som ikke er en investering, eller en positiv investering
open-share = kan ikke regnes som andel, for tabellen har flere totaler, og ingen av dem er den minste som tar raden med: { $names }
    .help = skriv i kolonnen formula hva hver total legger sammen, for eksempel "sosial + barn", eller skriv i kolonnen of hvilken total ovenfor raden er en andel av; er raden ingen andel av noe, så skriv - i cellen
    .meaning = en rad i en tabell med share_of og flere totaler, der ingen er den minste som tar raden med, slik at andelen ikke regnes ut; sies én gang for hver tabell
total-without-formula = uten formel, og derfor trykt uten å bli regnet etter: { $names }
    .help = skriv i kolonnen formula hva som legges sammen, for eksempel "sosial:barn" eller "drift + renter"; skal det ikke regnes etter, skriv total-without-formula = "off" under [checks] i site.toml
    .meaning = en sum eller delsum uten formel, som trykkes uten å bli regnet etter; sies én gang for hver tabell
years-added = tiltak { $number } er fra { $year }, og planens sum legger sammen beløp fra flere år: { $years }
    .help = rett year, eller legg tiltak fra et annet år i en egen plan; er summen ment slik, skriv years-added = "off" under [checks] i site.toml: ved summen står det fortsatt hvilke år den gjelder
    .meaning = tiltak med tall fra et annet år enn dem de legges sammen med; summen sier det på hver side, og det sies én gang for hver plan
price-levels-mixed = en formel legger sammen prisnivåer eller trekker dem fra hverandre: { $levels }
    .help = regn beløpene om til ett prisnivå, og skriv det i tittelen; er formelen ment slik (en prisjustering), skriv price-levels-mixed = "off" under [checks] i site.toml: under tabellens tittel står det fortsatt hvilke prisnivåer som er brukt
    .meaning = en formel som legger beløp i ett prisnivå (`Budsjett (2020-priser)`) sammen med beløp i et annet eller trekker dem fra hverandre; tabellen sier det også, og det sies én gang for hver tabell
undeclared-total = kalles en sum, men telles med som enhver annen rad: { $names }
    .help = skriv total i kolonnen kind, og i kolonnen formula hva som legges sammen, for eksempel "januar:juni"; er det ingen sum, skriv undeclared-total = "off" under [checks] i site.toml
    .meaning = en rad som kalles en sum (`I alt`, `Sum`), men er en rad som de andre, så ingenting holdes opp mot den, og den legges med når det legges sammen; sies én gang for hver tabell
decimals-unfit = decimals må være et helt tall fra 0 til { $most }
    .help = skriv for eksempel decimals = 1; tallene forblir nøyaktige og vises avrundet
too-many-shown = shown nevner flere serier enn { $limit }
    .help = velg høyst { $limit }; tabellen under diagrammet har alle
late-reading = målingen av { $name } skulle ha kommet { $due }
    .help = skriv målingen i en rapport, eller rett next eller frequency
    .meaning = en indikator der neste måling skulle ha kommet etter next eller frequency og ikke har det
target-behind = { $name } skal { $direction ->
        [up] opp
       *[other] ned
    }, men målet { $amount } ligger { $direction ->
        [up] under
       *[other] over
    } utgangspunktet { $other-amount }
    .help = rett direction, eller rett target eller baseline; skal tallet bare holdes under en grense, skriv at_most, eller at_least for over en
    .meaning = et mål som ligger bak utgangspunktet til indikatoren den veien den skal gå: 5 der 12 skal opp; ingen måling sies å ha nådd det
inherited-unit = «{ $name }» har ingen enhet og telles derfor i { $unit }
    .help = skriv hva som telles, for eksempel unit = "saker" eller unit = "%"; er det penger, skriv unit = "{ $unit }"
    .meaning = en indikator uten enhet, som derfor telles i pengene til planen eller nettstedet
many-decimals = «{ $name }» har tall med { $number } desimaler, og sidene viser alle
    .help = skriv for eksempel decimals = 1 her; tallene forblir nøyaktige og vises avrundet
    .meaning = tall med mer enn fire desimaler, som alle vises fordi decimals ikke sier noe annet; sies én gang for hver indikator, kolonne og plan
suppress-below-unfit = suppress_below må være et helt tall fra { $least } til { $most }
    .help = skriv for eksempel suppress_below = 5; ved 2 ville det bare være ett antall å skjule, og 0 skjuler ingenting
suppress-counts-nothing = suppress_below skjuler ingenting her: det er ingen antall
    .help = penger, prosent, andeler, forskjeller og tall per noe annet er ikke antall; skriv enheten som telles (unit = "personer"), eller ta bort linjen
suppression-unproved = i { $title } vises ingen tall: det kan ikke bevises at ingen kan regne ut de skjulte antallene
    .help = skal noe vises, så del tabellen i mindre tabeller, slå rader sammen eller utelat en sum
withheld-counts = i { $what } vises ikke antall som er for små ({ $small }), og heller ikke tall som de kunne regnes ut av ({ $further })
    .help = slås rader sammen, eller utelates en sum, kan flere tall vises; skriv withheld-counts = "off" under [checks] i site.toml når dere har sett det
    .meaning = tall som ikke publiseres fordi suppress_below sier det: antall som er for små, og det de kunne regnes ut av
small-count = { $what } er et antall { $unit } mellom 1 og 4: så få kan kjennes igjen av dem som kjenner én av dem
    .help = slå flere sammen til ett tall, eller utelat tallet; er det vedtatt at det kan vises, skriv small-count = "off" under [checks] i site.toml
    .meaning = et antall på én til fire personer, barn eller familier i en indikator eller en tabell: så få kan kjennes igjen av dem som kjenner én av dem
part-exceeds-whole = { $row } er en del av { $whole }, men er større: { $amount } mot { $other-amount } i { $column }
    .help = rett det tallet som er feil, eller kolonnen `of` hvis raden ikke er en del av den andre
    .meaning = en herav-rad som er større enn raden den er en del av, når ingen annen del av den har motsatt fortegn
previous-differs = { $row } har { $amount } som forrige prognose, men rapporten per { $report } sier { $other-amount } i { $column }
    .help = rett det tallet som er feil; er det gamle rettet siden, rett det også i den gamle rapporten
    .meaning = et tall i kolonnen previous som ikke er det den forrige rapporten med denne tabellen sa
counts-differ = { $reason ->
    [all] det er oppgitt { $expected } i alt i { $area }, men nivåene gir { $found }
    [areas-all] det er oppgitt { $expected } i alt i hele planen, men områdene gir { $found }
    [areas] det er oppgitt { $expected } på { $level } for hele planen, men områdene gir { $found }
   *[measures] det er oppgitt { $expected } på { $level } i { $area }, men { $found ->
        [one] ett tiltak står
       *[other] { $found } tiltak står
     } der
 }
    .help = rett det gale tallet eller nivåene til tiltakene
    .meaning = oppgitte antall per nivå som ikke er det nivåene, områdene eller tiltakene gir
stated-differs = { $row ->
    [none] { what-name }
   *[other] { $row } / { what-name }
 }: oppgitt { $stated }, beregnet { $computed }, forskjell { $difference }
    .help = rett det tallet som er feil, eller forklar forskjellen i en note
    .meaning = en oppgitt sum som delene ikke forklarer, heller ikke ved avrunding

## Personnumre.

personal-number = { $number } er et dansk personnummer (CPR) og kan ikke publiseres
    .help = fjern nummeret. Er det noe annet, kan det tillates i site.toml: skriv først `[personal_numbers]` og under den `salt = "…"` med minst 16 tegn som dere selv finner på, og kjør igjen; da står linjen her som tillater det
    .help-suggestion = fjern nummeret. Er det noe annet, skriv `{"{"} hash = "{ $suggestion }", reason = "hva det er" {"}"}` i listen `allowed` under `[personal_numbers]` i site.toml

possible-personal-number = { $number } kan være et dansk personnummer (CPR): ti sifre som begynner med en dato
    .help = fjern nummeret hvis det er et personnummer. Er det noe annet, kan det tillates i site.toml: skriv først `[personal_numbers]` og under den `salt = "…"` med minst 16 tegn som dere selv finner på, og kjør igjen; da står linjen her som tillater det
    .help-suggestion = fjern nummeret hvis det er et personnummer. Er det noe annet, skriv `{"{"} hash = "{ $suggestion }", reason = "hva det er" {"}"}` i listen `allowed` under `[personal_numbers]` i site.toml

personal-number-in-edition = utgaven `{ $id }` ville igjen publisere { $number }, som er et dansk personnummer (CPR) og står i { $path } i den versjonen utgaven er laget av
    .help = ta utgaven ut av site.toml, nevn det nummeret står i, under `redact` i `[history]`, eller la utgaven følge en commit der nummeret er fjernet. Er det noe annet enn et personnummer, kan det tillates: skriv `salt = "…"` med minst 16 tegn under `[personal_numbers]` i site.toml, og kjør igjen
    .help-suggestion = ta utgaven ut av site.toml, nevn det nummeret står i, under `redact` i `[history]`, eller la utgaven følge en commit der nummeret er fjernet. Er det noe annet enn et personnummer, skriv `{"{"} hash = "{ $suggestion }", reason = "hva det er" {"}"}` i listen `allowed` under `[personal_numbers]`

personal-number-in-history = historikken ville vise { $number }, som er et dansk personnummer (CPR) og kom inn { $date } i commit { $commit }
    .help = la historikken begynne senere: skriv `since` under `[history]` i site.toml med en commit eller et merke (tag) der nummeret er fjernet, eller skriv det som sa det, i listen `redact`. Er det noe annet enn et personnummer, kan det tillates: skriv `salt = "…"` med minst 16 tegn under `[personal_numbers]`, og kjør igjen
    .help-suggestion = la historikken begynne senere: skriv `since` under `[history]` i site.toml med en commit eller et merke (tag) der nummeret er fjernet, eller skriv det som sa det, i listen `redact`. Er det noe annet enn et personnummer, skriv `{"{"} hash = "{ $suggestion }", reason = "hva det er" {"}"}` i listen `allowed` under `[personal_numbers]`

attachment-unread = teksten i filen kan ikke leses, så ingen har lett etter personnumre i den
    .help = se selv gjennom filen, eller lagre den så teksten kan merkes og kopieres: en skannet side er et bilde

short-salt = `salt` er for kort: det skal ha minst { $limit } tegn
    .help = skriv et par tilfeldige ord til; ellers kan det gjettes, og numrene med det

not-a-number-hash = `{ $text }` er ikke en `hash` av et nummer
    .help = kopier den fra meldingen om nummeret: 32 tegn, 0-9 og a-f

published-secret = ord fra { $source }, som er skjult, står i den publiserte filen
    .help = bygg nettstedet på nytt, og se etter i temaet og i filer som er lagt i mappen for hånd; hvilke ord det er, sies ikke her

published-unreadable = den publiserte filen er et arkiv som ikke kan åpnes, så ingen vet hva den inneholder
    .help = legg filen i mappen uten passord, eller fjern den

published-personal-number = { $number } er et dansk personnummer (CPR) og står i den publiserte filen
    .help = ta ned filen, fjern nummeret fra innholdet, og bygg på nytt

## Datoer og perioder.

no-such-date = `{ $key }` skal være en dato, men { $text } finnes ikke
    .help = se etter i kalenderen, og skriv år-måned-dag som 2020-06-30
not-a-period = `{ $key }` skal være en dato eller periode, men er `{ $text }`
    .help = skriv for eksempel 2020-06-30, "2020-06", "2020-Q2", "2020", "primo 2022" eller "våren 2022"
    .help-suggestion = skriv { $suggestion }
year-not-declared = { $key ->
        [updates] mappen `{ $text }` har navn etter et år
       *[other] `{ $text }` regner med et år
    } som ligger i to kalenderår, og det framgår ikke hvilken måned det begynner i
    .help = skriv for eksempel year_begins = "aug" for skoleåret eller "apr" for et regnskapsår, i site.toml eller blant feltene til planen
ambiguous-period = `{ $text }` kan bety to ting: "{ $first }" eller "{ $second }"
    .help = skriv "{ $first }" eller "{ $second }"
month-twice = { $month } står der to ganger
    .help = la hver måned stå én gang; et spenn som jan-mar omfatter også månedene imellom
not-a-month = `{ $key }` er ikke en måned
    .help = skriv jan, feb, mar, apr, mai, jun, jul, aug, sep, okt, nov eller des, eller et spenn som jan-mar
bad-update-folder = mappen `{ $name }` har ikke navn etter en rapportdato
    .help = { $aside ->
        [yes] skal rapporten ikke vises ennå, skriv visibility = "draft" i index.md til rapporten, og kall så mappen 2020-06-30, 2020-06, 2020-Q2, 2020-H1 eller 2020
       *[no] kall den for eksempel 2020-06-30, 2020-06, 2020-Q2, 2020-H1 eller 2020
    }
    .help-suggestion = kall den { $suggestion }

## Navn som skal finnes.

not-an-id = `{ $key }` skal være en id, men er `{ $text }`
    .help = { $meant ->
        [none] bruk bare bokstaver, sifre og tegnene - _ . +
       *[other] skriv { $meant }, eller bruk bare bokstaver, sifre og tegnene - _ . +
    }
    .help-suggestion = er det en kopi av `{ $suggestion }`? Slett den da, eller flytt den ut; ellers bruk bare bokstaver, sifre og tegnene - _ . + i navnet
level-twice = «{ $word }» er allerede et navn på nivået «{ $other }»
    .help = gi hvert nivå sitt eget ord og sin egen id; store og små bokstaver skiller dem ikke fra hverandre
signs-alike = thousands og decimal er det samme tegnet, { $text }
    .help = skriv thousands = "{ $other }" eller thousands = "" for ingen, slik filene har det
damaged-text = { $what ->
        [misread] «{ $text }» er bokstaver som er lest i feil tegnkoding
        [lost] en bokstav er gått tapt i «{ $text }»
        [field] «{ $text }» er en feil fra dokumentet som teksten er kopiert fra
        [formula] «{ $text }» er en formel i arbeidsboken som feiler
       *[sign] her står et tegn som bare finnes i skrifttypene Symbol og Wingdings: leserne ser en tom rute
    }
    .help = { $what ->
        [lost] skriv bokstaven, og se gjennom resten av filen; lagre den som UTF-8
        [field] slett det, eller skriv hva det viser til; se gjennom resten av filen
        [formula] rett formelen i arbeidsboken, eller skriv hva som skal stå
       *[other] skriv tegnet som menes, for eksempel - for et punkt i en liste; se gjennom resten av filen
    }
    .help-suggestion = skriv { $suggestion }, og se gjennom resten av filen
not-a-choice = `{ $key }` kan ikke være `{ $text }`
    .help = { $hides ->
        [yes] skal det skjules, skriv visibility = "closed", "internal" eller "draft" i feltene til filen; velg ellers mellom { $words }
        [row] en rad kan ikke skjules: fjern den hvis ikke alle kan se den; velg ellers mellom { $words }
       *[no] velg mellom { $words }
    }
    .help-suggestion = mente du `{ $suggestion }`? Mulighetene er { $words }
unknown-committee = utvalget `{ $id }` finnes ikke
    .help = { $form ->
        [one] her kan bare ett utvalg stå: skriv koden til ett av dem
        [name] skriv fremdrift new committee KODE "{ $id }" med utvalgets egen kode for KODE; skriv den koden her, eller rett navnet
       *[id] skriv fremdrift new committee { $id } "Navn", som legger til utvalget i { -committees }, eller rett navnet
    }
    .help-suggestion = { $form ->
        [list] flere står i hvert sitt par anførselstegn: { $suggestion }
        [name] mente du `{ $suggestion }`? Ellers legger fremdrift new committee KODE "{ $id }" til utvalget i { -committees }, med utvalgets egen kode for KODE
       *[id] mente du `{ $suggestion }`? Ellers legger fremdrift new committee { $id } "Navn" til utvalget i { -committees }
    }
unknown-owner = den ansvarlige `{ $id }` finnes ikke
    .help = { $form ->
        [one] her kan bare én ansvarlig stå: skriv id-en til én av dem
        [name] skriv fremdrift new owner "{ $id }", og skriv her id-en som den ansvarlige får i { -owners }, eller rett navnet
       *[id] skriv fremdrift new owner --id { $id } "Tittel", som legger til den ansvarlige i { -owners }, eller rett navnet
    }
    .help-suggestion = { $form ->
        [list] flere står i hvert sitt par anførselstegn: { $suggestion }
        [name] mente du `{ $suggestion }`? Ellers legger fremdrift new owner "{ $id }" til den ansvarlige i { -owners }
       *[id] mente du `{ $suggestion }`? Ellers legger fremdrift new owner --id { $id } "Tittel" til den ansvarlige i { -owners }
    }
empty-level = det står ikke noe nivå
    .help = skriv et nivå ({ $choices }), eller fjern linjen hvis ingenting er nytt
unknown-level = `{ $word }` er ikke et nivå på skalaen { $scale }
    .help = { $hides ->
        [yes] skal det skjules, skriv visibility = "closed", "internal" eller "draft" i feltene til filen; velg ellers mellom { $choices }
       *[no] velg mellom { $choices }
    }
    .help-suggestion = mente du `{ $suggestion }`? Nivåene er { $choices }
unknown-scale = skalaen `{ $id }` finnes ikke
    .help = legg til [scales.{ $id }] i site.toml, eller rett navnet
    .help-suggestion = mente du `{ $suggestion }`? Skalaene står i site.toml
unknown-revision = utgaven `{ $id }` er låst til `{ $revision }`, som ikke finnes i git
    .help = rett revision i site.toml til et merke (tag) eller en commit, eller hent merkene med `git fetch --tags`
moving-revision = utgaven `{ $id }` er låst til `{ $revision }`, som flytter seg: en gren (branch) er en annen commit i morgen
    .help = skriv et merke (tag) eller en commit i revision, for eksempel revision = "utgave/{ $id }", og lås utgaven med fremdrift edition cut { $id }
edition-without-site = utgaven `{ $id }` er låst til `{ $revision }`, der nettstedet ikke lå i denne mappen
    .help = skriv en commit i revision der det lå her, eller legg nettstedet tilbake der det lå; flyttes et nettsted lenger ned, finnes det av seg selv
edition-to-come = utgaven `{ $id }` er ikke med: datoen er { $when }, og nettstedet viser hvordan det sto { $since }
    .help = den kommer med når nettstedet bygges den dagen eller senere
edition-not-fetched = utgaven `{ $id }` kan ikke lages: filene i `{ $revision }` er ikke hentet til denne klonen
    .help = hent alle filer: git fetch --refetch --no-filter, eller klon på nytt uten --filter
edition-with-errors = utgaven `{ $id }` har { $count } feil i innholdet fra den gang; den vises så godt den kan leses
    .help = skriv en nyere commit i revision, eller la utgaven stå; det som ikke kan leses, er utelatt
redact-unknown = `{ $entry }` under redact er ikke noe nettstedet kjenner: verken en id som noe har eller har hatt, eller en commit
    .help = skriv en id som fremdrift log forstår (plan/tiltak), eller de første sju tegnene eller flere av en commit; er det fjernet fra git, fjern linjen
    .help-suggestion = mente du `{ $suggestion }`? Skriv en id som fremdrift log forstår, eller de første sju tegnene eller flere av en commit
redact-unknown-field = `{ $entry }` har ikke noe felt som heter `{ $field }`, så redact holder ikke noe tilbake
    .help = skriv feltet slik det heter i filen (`#title`), `#text` for teksten, eller bare id-en for det hele
    .help-suggestion = mente du `{ $suggestion }`? Skriv feltet slik det heter i filen, eller bare id-en for det hele
redact-ambiguous = `{ $entry }` under redact kan bety flere ting: flere commits begynner slik, eller noe har det også som id
    .help = skriv flere tegn av commiten, eller id-en til planen foran id-en (plan/tiltak)
redact-off-branch = commiten `{ $entry }` under redact er ikke et steg i historikken til nettstedet, så det er ikke noe å holde tilbake
    .help = skriv den commiten som førte det inn på grenen, ofte en fletting (merge); git log --first-parent viser dem
edition-redacted = utgaven `{ $id }` vises ikke: den sier noe i site.toml, en skala eller et register som redact holder tilbake, og som ikke kan tas ut av den
    .help = lås en ny utgave etter rettelsen, eller fjern utgaven fra site.toml
unknown-history-start = historikken skal telle fra `{ $revision }`, som ikke finnes i git, og fortelles derfor ikke
    .help = rett since under [history] i site.toml til et merke (tag) eller en commit som finnes
edition-without-repository = utgaven `{ $id }` kan ikke lages: mappen ligger ikke i git
    .help = bygg fra en klon som har `{ $revision }`; resten av nettstedet bygges uten utgaven
unknown-measure = tiltaket `{ $id }` finnes ikke i planen
    .help = et tiltak kjennes på filnavnet sitt i mappen measures; rett navnet, eller opprett filen; et tiltak som er oppgitt, beholder filen sin og får lifecycle = "dropped" i en status
    .help-suggestion = mente du `{ $suggestion }`? Et tiltak kjennes på filnavnet sitt i mappen measures
unknown-indicator = måltallet `{ $id }` finnes ikke i planen
    .help = legg til [{ $id }] i indicators.toml til planen, eller rett navnet
    .help-suggestion = mente du `{ $suggestion }`? Måltallene står i indicators.toml til planen
unknown-series = måltallet { $indicator } har ingen serie `{ $id }`
    .help = legg til { $id } = "tittelen på den" under [{ $indicator }.series] i indicators.toml til planen, eller rett navnet; total står for målingene til måltallet selv
    .help-suggestion = mente du `{ $suggestion }`? Seriene står under [{ $indicator }.series] i indicators.toml til planen
unknown-milestone = milepælen `{ $id }` finnes ikke i planen
    .help = legg til [milestones.{ $id }] i milestones.toml til planen, eller rett navnet
    .help-suggestion = mente du `{ $suggestion }`? Milepælene står i milestones.toml til planen
unknown-decision = vedtaket `{ $id }` finnes ikke i planen
    .help = legg til [decisions.{ $id }] i milestones.toml til planen, eller rett navnet
    .help-suggestion = mente du `{ $suggestion }`? Vedtakene står i milestones.toml til planen
unknown-table = tabellen `{ $id }` er ikke erklært i planen
    .help = skriv tables/{ $id }.toml med kolonner og enhet, eller rett navnet; målinger av et måltall ligger i en fil med navnet til måltallet
    .help-suggestion = mente du `{ $suggestion }`? Tabellene er erklært i mappen tables til planen, måltallene i indicators.toml
unknown-section = avsnittet `{ $id }` finnes ikke i planen
    .help = { $choices ->
        [none] skriv sections = ["{ $id }"] i plan.md, eller fjern linjen
       *[other] velg mellom { $choices }, eller legg til avsnittet under sections i plan.md
    }
unknown-row = raden `{ $id }` finnes ikke i tabellen
    .help = rett navnet, eller legg til raden
    .help-suggestion = mente du `{ $suggestion }`?
unknown-theme = temaet `{ $id }` finnes ikke
    .help = legg temaet i mappen themes/{ $id }, eller rett theme i site.toml
unknown-check = det finnes ingen kontroll `{ $id }`
    .help = fjern linjen; fremdrift check --list viser alle kontroller
    .help-suggestion = mente du `{ $suggestion }`?
unknown-schema = det finnes ikke noe skjema `{ $id }`
    .help = det finnes { $known }
    .help-suggestion = mente du `{ $suggestion }`?
unknown-code = det finnes ingen kode `{ $id }`
    .help = fremdrift check --list -v viser alle
    .help-suggestion = mente du `{ $suggestion }`?
fixed-severity = `{ $id }` kan ikke endres: den sier at noe ikke kan leses, eller ikke vises slik det er skrevet
    .help = fjern linjen, og rett det den melder; fremdrift check --list viser hva som kan endres
duplicate-id = id-en `{ $id }` er alt brukt i { $other }
    .help = gi den ene en annen id
duplicate-number = nummeret { $number } er alt brukt av { $other }
    .help = gi den ene et annet nummer
scale-without-levels = skalaen `{ $scale }` har ingen nivåer
    .help = skriv nivåene under levels fra best til verst, hver med id, word og tone

## Tekst, lenker og bilder.

mark-without-note = merket { $mark } har ingen note
    .help = skriv ordene til noten under [notes] som "{ $mark }" = "…", eller fjern merket
note-without-mark = noten { $mark } har ikke noe merke
    .help = sett { $mark } etter det tallet eller navnet noten handler om, eller fjern noten
broken-link = lenken til { $target } fører ingen steder
    .help = rett adressen så den peker på en fil i content
    .help-suggestion = mente du { $suggestion }?
    .meaning = en lenke som ikke fører til noen fil på nettstedet; en som fører ut av nettstedets mappe, kan ikke slås av
unpublished-link = lenken fører til { $target }, og filer av det slaget publiseres ikke
    .help = lagre filen som et av disse slagene, og rett lenken: { $known }
    .meaning = en lenke til en fil som ligger der, men er av et slag som ikke publiseres
broken-fragment = siden har ikke noe sted som heter { $target }
    .help = rett det som står etter #, til en overskrift på siden, eller fjern det
    .meaning = en lenke til en overskrift som siden ikke har, eller til en rapport som tiltaket ikke har
missing-picture = bildet { $target } finnes ikke
    .help = legg bildet ved siden av teksten, eller rett navnet
    .meaning = et bilde som ikke er en fil på nettstedet; et utenfor nettstedets mappe kan ikke slås av
picture-without-alt = bildet { $target } mangler ord til dem som ikke kan se det
    .help = skriv hva bildet viser, i hakeparentesene: ![Søyler over utgifter 2017-2020]({ $target })
unsafe-link = en lenke kan ikke begynne med { $scheme }:
    .help = bruk en adresse som begynner med https:, mailto: eller tel:, eller en fil på nettstedet
not-an-address = `{ $key }` er ikke en adresse på nettet: { $text }
    .help = skriv hele adressen, fra https:// eller http:// og uten brukernavn, som https://www.kommune.no/side
    .help-suggestion = skriv { $suggestion }
remote-picture = bildet { $target } ligger på en annen tjener
    .help = legg en kopi ved siden av teksten, så siden ikke henter noe utenfra
raw-html = teksten inneholder HTML som ikke kan vises: { $tag }
    .help = { $hides ->
        [comment] en kommentar publiseres ikke; slett den, så sies det ikke mer
        [yes] uten merket ville det vises: slett det som skal skjules, eller legg det på en egen side med visibility = "closed"
       *[no] skriv det i Markdown, eller sett det mellom ` og ` hvis det skal vises som det er
    }
html-open = det som skjules her, slutter ikke: { $tag }
    .help = avslutt en kommentar med --> og et element som <script> med sin </script> før den neste tomme linjen, eller skriv \<, eller sett det mellom ` og ` hvis det skal vises som det er
near-markdown = { $what ->
    [fence-open] kodeblokken slutter ikke, så resten av teksten vises som kode: { $text }
    [link] lenken vises med parentesene sine: { $text }
    [definition] linjen leses som adressen til en lenke som ingen bruker, og vises ikke: { $text }
    [link-around-mark] en lenke kan ikke ha merket til en fotnote blant ordene sine: { $text }
    [mark-as-link] merket til fotnoten blir en lenke, fordi en parentes står rett etter det: { $text }
    [link-in-link] en lenke kan ikke stå i en annen: { $text }
    [heading] det blir ikke en overskrift: { $text }
    [footnote] fotnoten { $text } har ingen ord og vises slik den er skrevet
    [footnote-mark] ordene til fotnoten { $text } har ikke noe merke i teksten
    [cells] raden har flere celler enn hodet til tabellen, og de siste vises ikke: { $text }
    [table] det blir ikke en tabell: { $text }
    [bullets] listen vises som én lang linje: { $text }
    [stars] tegnene mellom sifrene forsvinner: { $text }
    [underline] teksten blir en overskrift, fordi en strek står rett under den: { $text }
   *[date] dagen i datoen blir et nummer i en liste: { $text }
}
    .help = { $cure ->
        [none] { $what ->
            [fence-open] avslutt blokken med en linje der det bare står de samme tegnene som den begynner med
            [link-in-link] skriv de to lenkene etter hverandre
            [footnote] skriv en linje som begynner med { $text }: og har ordene til fotnoten
            [footnote-mark] skriv { $text } i teksten der fotnoten hører hjemme
            [bullets] begynn hver linje med - i stedet for det andre tegnet
            [cells] gi hodet en celle til, eller fjern det som er for mye; en strek i en celle skrives \|
            [underline] skriv en tom linje over streken
           *[table] skriv navnene på kolonnene øverst og under dem en linje som | --- | --- |
        }
       *[other] { $what ->
            [link] en adresse med mellomrom står i vinkelparenteser; skriv { $cure }
            [underline] skriv en tom linje over streken
           *[other] skriv { $cure }
        }
    }

## Temaet.

template-error = malen kan ikke brukes
    .label = { $detail }
    .help = rett malen i temaet, eller fjern den så standardtemaets brukes
bad-colour = fargen { $colour } kan ikke leses
    .help = skriv den som # og seks sifre, for eksempel "#0059b3"
contrast = teksten på fargen { $colour } er for svak: kontrasten er { $ratio }, men skal være minst 4,5
    .help = bruk { $cure }, den nærmeste fargen som kan leses

## Rapporten holdt opp mot seg selv.

overdue-measure = tiltak { $number } skulle ha vært ferdig { $due }, men er ikke meldt ferdig
    .help = skriv lifecycle = "done" i neste status, eller gi tiltaket en ny frist
    .meaning = et tiltak som er forbi fristen og ikke meldt ferdig
overdue-milestone = milepælen { $number } skulle ha vært nådd { $due }, men er ikke meldt nådd
    .help = skriv lifecycle = "done" eller en ny due under [milestones.{ $number }] i neste rapport
    .meaning = en milepæl som er forbi datoen og ikke nådd
missing-status = tiltak { $number } { $since ->
    [never] har ingen status ennå
   *[other] mangler status siden { $since }
}
    .help = legg en statusfil i mappen til rapporten, eller skriv lifecycle = "done" eller "dropped"
    .meaning = et åpent tiltak som den siste rapporten ikke sier noe om
overdue-report = rapporten { $report } er ikke kommet
    .help = opprett mappen til rapporten i updates, eller flytt den i milestones.toml til planen
    .meaning = en rapport som var varslet og ikke er kommet
green-but-behind = tiltak { $number } er meldt i rute, men { $what ->
    [forecast] ventes bare å nå
   *[achieved] har bare nådd
} { $achieved } av { $required }
    .help = velg et annet nivå, eller skriv i status hvordan resten skal nås: merknaden blir stående til tallene følger med
    .meaning = et tiltak meldt som godt som har nådd under halvparten av det den gåtte delen av året skulle gi, eller ventes å nå under halvparten av kravet
complete-but-open = tiltak { $number } er meldt «{ $level }», men er ikke meldt ferdig
    .help = skriv lifecycle = "done" i status, eller velg et annet nivå
    .meaning = et tiltak med et nivå i tonen `complete` som ikke er meldt ferdig: det telles fortsatt som åpent
red-without-action = tiltak { $number } er kritisk, men status sier ikke hva som gjøres
    .help = skriv det i status under overskriften Handling
    .meaning = et rødt tiltak med en status uten ord
out-of-scale = { $size ->
    [large] { $what } har { $amount }, minst 300 ganger { $other-amount }
   *[small] { $what } har { $amount }, og ved siden av står { $other-amount }, minst 300 ganger så mye
}
    .help = mangler enheten, skriv den, som i "2,5 mill. kr"; ellers rett tallet, eller skriv out-of-scale = "off" under [checks] i site.toml når det er sett etter
    .meaning = et tall som er omkring tusen ganger så stort som det som står ved siden av, eller omkring en tusendel, så enheten nok er glemt: tallene til et tiltak ved siden av hverandre og ved siden av andre tiltaks, en måling ved siden av de andre til måltallet; også midler år for år, effekt ved siden av den planlagte, merforbruk i rapportene til planen og tall i tabeller
stale-text = tiltak { $number } har hatt samme statustekst i { $count } rapporter
    .help = skriv hva som er nytt, eller la filen være tom når det ikke er noe nytt
    .meaning = den samme teksten i tre statuser på rad
forecast-below-achieved = tiltak { $number } ventes å nå { $amount }, men har alt nådd { $achieved }
    .help = rett det tallet som er feil; ventes en del av det oppnådde å gå tapt, så skriv det i statusen
    .meaning = en status som venter mindre ved årets slutt enn den sier er nådd; investeringer ses det ikke på
achieved-above-required = tiltak { $number } har nådd { $achieved }, og kravet er { $required }
    .help = stemmer det, er det gode nyheter; rett ellers tallet eller enheten
    .meaning = et tiltak som har nådd mer enn det kreves: gode nyheter, eller et tall i en annen enhet eller fra et annet år
red-but-on-target = tiltak { $number } er kritisk, men indikatoren «{ $name }» når målet sitt
    .help = velg et annet nivå, eller skriv i statusen hva som er galt ut over indikatoren
    .meaning = et rødt tiltak der alle indikatorene når målene sine ved siste måling
green-above-red = «{ $name }» er meldt på sporet, men tiltak { $number } under den er kritisk
    .help = velg et annet nivå, eller skriv hvorfor helheten følger planen likevel
    .meaning = et tiltak, eller en plan som helhet, som er meldt som god i den samme rapporten der et åpent tiltak under er rødt
dates-out-of-order = { $what ->
    [due] milepælen { $number } begynner { $begins }, etter fristen sin, { $ends }
    [done] milepælen { $number } begynner { $begins }, etter at den ble nådd, { $ends }
   *[finished] planen er begynt { $begins }, etter at den ble avsluttet, { $ends }
}
    .help = rett den av de to datoene som er feil
    .meaning = en milepæl som begynner etter fristen sin eller etter at den ble nådd, eller en plan som er begynt etter at den ble avsluttet
missing-but-read = { $when } står under missing for { $name }, og det finnes en måling
    .help = slett perioden under missing, eller slett målingen
    .meaning = en indikator der en periode både mangler målingen sin og har en
newer-reading = { $when } står blant de eldre målingene av { $name } og slutter etter planens første rapport, { $report }
    .help = flytt målingen til [readings] i den rapporten som forteller den; sider om tidligere rapporter viser den ellers som om den var kjent da
    .meaning = en eldre måling i `indicators.toml` som slutter etter planens første rapport: sider om rapporter viser den som om den var kjent da
milestone-cycle = milepæler venter på hverandre: { $names }
    .help = fjern én av dem fra after
    .meaning = milepæler som venter på hverandre eller på seg selv, så ingen av dem kan være den første
unlinked-file = ingen tekst lenker til { $name }, så filen publiseres ikke
    .help = lenk til den: [hva som står i den]({ $name }), eller skriv innholdet i rapportens index.md og fjern filen
    .meaning = et dokument eller bilde i mappen til en plan som ingen tekst lenker til eller viser, så det ikke publiseres
copied-plan = planen { $id } har samme tittel, år og innhold som planen { $other }: «{ $title }»
    .help = er den en kopi, slett mappen { $id }, eller flytt den ut av plans; ellers gi den en tittel eller et år som skiller dem fra hverandre
    .meaning = to planer med samme tittel, år, slag og utvalg og med et tiltak, et måltall eller en tabell felles: mappen er nok kopiert, og alt telles to ganger
copied-measure = tiltaket «{ $title }» står også i { $other }, med samme innsparingskrav
    .help = er filen en kopi, slett den, for begge telles med; ellers gi tiltakene titler som skiller dem fra hverandre
    .meaning = to tiltak i én plan med samme tittel, innsparingskrav, år, avsnitt, utvalg og ansvarlige: filen er nok kopiert, og beløpet telles to ganger
empty-report = rapporten { $report } sier ingenting: alle filene er tomme
    .help = skriv hvordan det går, eller fjern mappen til rapporten; er det ikke noe nytt, så skriv det i index.md
    .meaning = en rapport der ingen fil sier noe: ikke noe nivå, ikke noe tall, ikke et ord, som når filene er tømt ved en feil
unused-owner = ingenting nevner den ansvarlige `{ $id }`
    .help = fjern den, eller skriv owner = "{ $id }" der den hører hjemme
    .meaning = en ansvarlig i registeret som ingen plan, ikke noe tiltak, ingen indikator og ingen milepæl nevner
unused-committee = ingenting nevner utvalget `{ $id }`
    .help = fjern det, eller skriv committee = "{ $id }" der det hører hjemme
    .meaning = et utvalg i registeret som ingen plan, ikke noe tiltak, ingen beslutning og ingen utgave nevner
unportable-name = { $what ->
    [device] `{ $name }` er navnet på en enhet i Windows, så filen kan ikke hentes der
    [end] `{ $name }` slutter med et punktum eller et mellomrom, som Windows ikke tar
    [long] stien har over 200 tegn: programmer på Windows kan ikke åpne filen
   *[sign] `{ $name }` har et tegn som Windows ikke tar
}
    .help = gi filen eller mappen et annet og kort navn
    .meaning = en fil eller mappe med et navn som Windows ikke tar (con, aux, et punktum til slutt, ?), eller en sti som er for lang for programmer der
heading-jump = overskriften «{ $text }» hopper over et nivå
    .help = skriv færre # foran den, eller sett inn overskriften som mangler før den
    .meaning = en overskrift mer enn ett nivå under den forrige: en skjermleser tar den for en del av noe som ikke er der
vague-link = lenken «{ $text }» sier ikke hvor den fører
    .help = skriv mellom [ og ] hva som er å lese der, for eksempel [årsregnskapet 2020](adresse)
    .meaning = en lenke med ord som ikke sier hvor den fører («her», «les mer»), eller som er en bar adresse; skjermlesere viser lenkene på en side uten teksten rundt
colour-alone = «{ $text }» er en farge, og mer står det ikke
    .help = skriv ordet fra skalaen, for eksempel Kritisk; fargen kommer av seg selv
    .meaning = en celle i en tabell, eller et avsnitt, der det bare står navnet på en farge: en status er et ord fra skalaen

## Flere felter og filer.

misplaced-key = feltet `{ $key }` har havnet i tabellen [{ $table }], der det ikke hører til
    .label = feltet hører til over tabellen
    .help = flytt linjen opp over den første linjen som begynner med [
key-needs-quotes = navnet `{ $key }` skal stå i anførselstegn
    .label = navn med æ, ø, å, mellomrom eller punktum skal ha anførselstegn
    .help = skriv "{ $key }" med anførselstegnene
too-many-keys = filen har for mange nøkler: høyst { $limit } kan leses
    .help = del filen i flere
not-a-mark = `{ $key }` er ikke et fotnotemerke
    .help = skriv "*", "**", "***" eller "****" som navn på noten
month-without-year = `{ $key }` står rett under [{ $table }], men månedene hører til et år
    .help = skriv året med i navnet over dem: [{ $table }.{ $year }]
not-a-year = `{ $text }` er ikke et år i { $key }
    .help = skriv fire sifre som i 2020, eller "2020/21" der året begynner i en annen måned enn januar
not-a-number = "{ $text }" kan ikke være et nummer i { $key }
    .help = skriv et nummer på høyst 40 tegn, for eksempel "2.a.1"
not-a-sign = "{ $text }" kan ikke skille tall i { $key }
    .help = skriv ett tegn, for eksempel { $key } = "{ $sign }"
unsafe-svg = bildet { $target } er avvist: { $what ->
        [encoding] det er ikke UTF-8
        [syntax] det er ikke gyldig SVG
        [size] det er for dypt eller for stort
        [doctype] det har sin egen dokumenttype eller entitet: { $name }
        [instruction] det har en behandlingsinstruksjon: { $name }
        [element] elementet { $name } er ikke tillatt
        [attribute] attributtet { $name } er ikke tillatt
        [address] henvisningen { $name } fører ut av bildet
        [hidden] det som ikke vises, inneholder ord eller et bilde som alle kan lese i filen: { $name }
       *[style] stilen { $name } er ikke tillatt
    }
    .help = { $what ->
        [hidden] slett laget eller det skjulte i tegneprogrammet, eller vis det, og lagre på nytt
        [encoding] lagre bildet som vanlig SVG i UTF-8, ikke komprimert
       *[other] lagre bildet uten skript, hendelser og henvisninger til andre steder: i Inkscape som Enkel SVG, i draw.io uten formatert tekst og uten kopi av diagrammet; ellers som PNG
    }

## Det som stanser et program.

no-site = { $path } er ikke et fremdrift-nettsted: det er ingen site.toml
    .help = gå til mappen til nettstedet, eller skriv --root MAPPE
no-repository = mappen ligger ikke i git og har derfor ingen historikk
    .help = legg den i git: git init, git add . og git commit
no-commit = ingenting er lagret i git ennå, så det er ingen historikk
    .help = lagre det første: git add . og git commit
no-site-then = i commit { $commit } lå det ikke noe fremdrift-nettsted i mappen «{ $folder }»
    .help = velg en commit fra etter at nettstedet ble lagt der
no-such-revision = `{ $revision }` finnes ikke i git
    .help = skriv et merke (tag), en gren eller minst sju tegn av en commit; merker hentes med git fetch --tags
no-such-version = { $version } er ikke en mappe med et fremdrift-nettsted, og { $path } ligger ikke i git
    .help = skriv mappen der den andre site.toml ligger, eller legg nettstedet i git
unknown-edition = { $known ->
    [none] det er ingen utgave `{ $id }`; site.toml har ingen som kan lages
   *[other] det er ingen utgave `{ $id }`; de som kan lages, er { $known }
}
    .help = se utgavene med fremdrift edition list
edition-not-there = utgaven `{ $id }` kan ikke lages: `{ $revision }` finnes ikke i git
    .help = hent merkene med git fetch --tags, eller lås utgaven med fremdrift edition cut { $id }
edition-too-late = utgaven `{ $id }` kan ikke lages: den er senere enn datoen til nettstedet { $date }
    .help = bygg den med en senere dato: --as-of, eller as_of i site.toml
edition-is-cut = utgaven `{ $id }` er alt låst: `{ $revision }` er commit { $commit }
    .help = et merke som er delt, flyttes aldri; skriv en ny utgave i site.toml med et annet navn i revision
edition-is-open = utgaven { $id } er ikke låst ennå og har ingen egen versjon
    .help = sammenlign den med en annen utgave, eller lås den først med fremdrift edition cut { $id }
tag-exists = merket `{ $revision }` kan ikke lages: det finnes alt et merke `{ $known }`
    .help = skriv et annet navn i revision; det som er der fra før, endres aldri
bad-tag-name = `{ $revision }` kan ikke være et merke (tag) i git
    .help = et merke har verken mellomrom, styretegn eller tegnene ~ ^ : ? * [ \ i navnet, heller ikke .. eller // eller @{"{"}; det begynner ikke med - eller /, ingen del av det begynner med . eller slutter på .lock, og det slutter ikke på . eller /. Skriv for eksempel revision = "utgave/{ $id }"
not-in-git = { $count ->
    [one] filen er ikke lagret i git slik den står, og siden dens sier det
   *[other] { $count } filer er ikke lagret i git slik de står, og sidene deres sier det; den første er denne
}
    .help = lagre med git add og git commit før sidene publiseres; build --strict publiserer bare det som er lagret
submodule-not-fetched = mappen { $path } hører til et annet arkiv (undermodul) som ikke er hentet
    .help = hent det: git submodule update --init
shallow-clone = { $path } er en avkortet klon (shallow): eldre commits mangler
    .help = hent hele historikken: i GitHub Actions fetch-depth: 0 under actions/checkout, i GitLab CI variabelen GIT_DEPTH: 0, i Azure Pipelines fetchDepth: 0 og andre steder git fetch --unshallow
partial-clone = { $path } er en delvis klon: gamle filer mangler
    .help = hent alle filer: git fetch --refetch --no-filter, eller klon på nytt uten --filter; fjern i GitHub Actions filter under actions/checkout, i GitLab CI --filter fra GIT_CLONE_EXTRA_FLAGS og i Azure Pipelines fetchFilter
missing-object = en del av arkivet mangler: { $cause }
    .help = kjør git fsck for å se hva, og git fetch --refetch eller en ny git clone for å få det tilbake; i en pipeline skal hele historikken hentes (GitHub fetch-depth: 0, GitLab GIT_DEPTH: 0, Azure fetchDepth: 0)
reftable = { $path } lagrer referansene sine i en reftable, som ikke kan leses
    .help = lagre referansene som filer: git refs migrate --ref-format=files, eller klon på nytt med --ref-format=files
repository-failed = arkivet kan ikke leses eller skrives: { $cause }
    .help = se hva git status og git fsck sier om arkivet; finner de ingen feil, hent det på nytt med git clone
failed = det lyktes ikke: { $cause }
    .help = det som var publisert, er urørt; rett årsaken, og prøv igjen
disk-full = det er ikke plass til { $path }: disken er full
    .help = gjør plass på disken, eller skriv et annet sted; det som var publisert, står urørt
no-such-file = { $path } finnes ikke
    .help = se etter om navnet er skrevet riktig, og hvilken mappe kommandoen kjøres i
not-permitted = { $path } får ikke leses eller skrives av den brukeren som kjører fremdrift
    .help = gi brukeren tilgang til filen og mappen dens, eller skriv et annet sted; det som var publisert, står urørt
read-only-disk = { $path } kan ikke skrives: disken kan bare leses
    .help = skriv et annet sted, for eksempel med --out, eller gjør disken skrivbar
locked = { $process ->
    [none] { $path } er låst av en annen kjøring
   *[other] { $path } er låst av en annen kjøring, prosess { $process }
}
    .help = vent til den andre kjøringen er ferdig, eller stopp den, og prøv igjen
foreign-files = { $path } inneholder { $count ->
    [one] en fil
   *[other] { $count } filer
} som fremdrift ikke har publisert: { $names }
    .help = velg en tom mappe med --out, eller flytt de nevnte filene; fremdrift sletter aldri andres filer
changed-files = { $path } inneholder { $count ->
    [one] en fil
   *[other] { $count } filer
} som er endret siden publiseringen: { $names }
    .help = velg en tom mappe med --out, eller flytt de nevnte filene; fremdrift sletter aldri det andre har skrevet
files-left = det nye nettstedet er publisert, men { $path } har filer som imens kom til i det gamle: { $names }
    .help = flytt de nevnte filene, og bygg på nytt; fremdrift sletter aldri andres filer
output-no-folder = { $path } er ikke en mappe
    .help = fjern den, eller velg en mappe med --out
output-no-name = { $path } nevner ingen mappe
    .help = velg en mappe med navn med --out
old-site-left = det nye nettstedet er publisert, men ikke alt av det gamle kunne fjernes fra { $path }: { $cause }
    .help = fjern mappen, eller bygg igjen: det prøves hver gang
output-own-disk = { $path } er en disk for seg, så et nettsted kan ikke legges på plassen dens i ett steg
    .help = velg en mappe inne i den med --out
output-damaged = { $path } er skadet eller skrevet av en nyere fremdrift, så ingen kan se hva som er publisert her
    .help = fjern mappen, eller velg en annen med --out
no-published-folder = mappen { $path } finnes ikke, så det er ikke noe publisert nettsted å se gjennom
    .help = skriv mappen etter --published, eller bygg nettstedet først
unknown-page = nettstedet har ingen side `{ $page }`
    .help = skriv sidens sti slik den står i adressen: planer/voksne-2020/index.html
    .help-suggestion = mente du `{ $suggestion }`?
no-pdf = dette programmet lager ikke PDF
    .help = be IT-avdelingen om et program med PDF; i kildekoden til fremdrift lager dette det: cargo install --locked --path . --features pdf. Står "pdf" i downloads i site.toml, kan det også tas ut
pdf-failed = møtevedlegget kan ikke bli til PDF: { $cause }
    .help = meld det som en feil i fremdrift, med teksten her
no-such-committee = det finnes ikke noe utvalg `{ $id }`; det finnes { $known }
    .help = skriv utvalgets kode slik den står i content/committees.toml
no-meeting-pack = { $id ->
    [none] ingen utvalg har et møtevedlegg
   *[other] utvalget `{ $id }` har ikke noe møtevedlegg
}
    .help = et utvalg har et møtevedlegg når en plan som vises, hører til det; en utgave med committee har bare det utvalgets
pack-name-taken = to møtevedlegg ville begge hete { $name }: { $first } og { $second }
    .help = gi det ene utvalget eller den ene utgaven en annen id; utvalgets gamle id kan stå i formerly

output-in-sources = { $path } ligger i { $folder }/, som ikke er til sider
    .help = velg en mappe utenfor det nettstedet er laget av, med --out
output-other-purpose = { $path } ble bygd med { $found } og erstattes ikke av et nettsted bygd med { $asked }
    .help = bygg til en annen mappe med --out MAPPE, eller fjern { $path } først
site-too-large = { $what ->
        [file] { $path } blir større enn { $limit } MiB
        [files] nettstedet får flere enn { $limit } filer; den første for mye er { $path }
       *[bytes] nettstedet blir større enn { $limit } MiB; den første filen for mye er { $path }
    }
    .help = { $what ->
        [file] del planen eller tabellen, så siden blir mindre
       *[other] del nettstedet i flere, eller la historikken begynne senere med [history] i site.toml
    }
output-unwritten = det gikk ikke å skrive til standard output: { $cause }
    .help = se etter om disken er full, og kjør kommandoen igjen
no-threads = systemet gir ikke flere tråder: { $cause }
    .help = hev grensen for prosesser eller minne, og kjør kommandoen igjen
no-port = port { $port } kan ikke brukes, og heller ingen av de neste: { $cause }
    .help = velg en annen med --port, for eksempel --port 8080
folder-not-empty = { $path } er ikke tom
    .help = velg en mappe som er tom eller ikke finnes ennå; fremdrift skriver aldri over andres filer

## Det kommandoene sier.

say-built = Bygde { $pages ->
    [one] 1 side
   *[other] { $pages } sider
} av { $plans ->
    [one] 1 plan
   *[other] { $plans } planer
}: { $measures ->
    [one] 1 tiltak
   *[other] { $measures } tiltak
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statuser
}, { $charts ->
    [one] 1 diagram
   *[other] { $charts } diagrammer
} per { $date } på { $seconds } s
say-checked = Kontrollerte { $plans ->
    [one] 1 plan
   *[other] { $plans } planer
}: { $measures ->
    [one] 1 tiltak
   *[other] { $measures } tiltak
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statuser
} per { $date } på { $seconds } s
say-looked = Så gjennom { $files ->
    [one] 1 fil
   *[other] { $files } filer
} etter { $texts ->
    [one] 1 skjult tekststykke
   *[other] { $texts } skjulte tekststykker
} og etter personnumre
say-findings = { $errors ->
    [one] 1 feil
   *[other] { $errors } feil
}, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}
say-notes = { $notes ->
    [one] 1 merknad
   *[other] { $notes } merknader
}
say-strict = --strict: advarsler teller som feil
say-more-alike = … og { $count } til av slaget [{ $code }] i { $path }; -v viser alle
say-more-of-a-code = … og { $count } til [{ $code }] som ikke vises, fordi de er så mange: rett de første og kjør igjen
say-clean = ingen feil eller advarsler
list-code = kode
list-default = standard
list-site = her
list-meaning = hva den finner
list-off = slått av
list-set-with = stilles med { $code }
list-more = Alle andre koder sier at noe ikke kan leses, eller ikke vises slik det er skrevet; de kan ikke endres. -v viser dem også, og fremdrift explain KODE forklarer én
explain-meaning = betydning
explain-in-english = {" "}(på engelsk)
explain-example = eksempel
explain-where-near = når noe ligner
explain-settable = På dette nettstedet: { $severity }. Det endres under [checks] i site.toml: { $code } = "off", "note", "warning" eller "error"
explain-fixed = Den kan ikke slås av: den sier at noe ikke kan leses eller gjøres, eller ikke vises slik det er skrevet
say-no-repository = Mappen ligger ikke i git: nettstedet har ingen historikk
say-no-commit = Ingenting er lagret i git ennå: nettstedet har ingen historikk
say-unchanged = Ingenting er endret siden sist; det publiserte nettstedet er som det var
say-open = Åpne { $path }
say-written-for = { $path } viser { $what ->
    [edition] bare utgaven { $value }
    [audience] også det som ikke er for alle ({ $value }); vis den bare der det kan ses
   *[as-of] nettstedet slik det sto { $value }
}
say-took = Det tok { $seconds } s
usage-no-command = det finnes ingen kommando som heter { $given }
usage-no-option = { $given } hører ikke hjemme i kommandoen
usage-no-value = { $option } mangler verdien sin
usage-bad-value = { $option } kan ikke være { $value }
usage-missing = noe mangler i kommandoen: { $what }
usage-conflict = { $one } og { $other } kan ikke brukes sammen
usage-nearest = mente du { $names }?
usage-values = velg en av: { $values }
usage-line = Kommandoen skrives slik: { $usage }
    Legg til --help for å se eksempler og alle muligheter (på engelsk)
usage-expected-language = skriv da, en, sv eller nb
usage-expected-id = skriv en id, som 2020-06: bokstaver, tall og bindestreker
usage-expected-date = skriv en dag som finnes, som 2020-06-30
usage-expected-field = skriv et felt og verdien, som required=1,75; hører det til tittelen, så skriv tittelen i anførselstegn
usage-expected-column = skriv overskriften til kolonnen og hva den er, som "Notater=ignore"
say-refused = Ingenting er publisert: rett { $errors ->
    [one] feilen
   *[other] de { $errors } feilene
} først. Det som var publisert, er urørt i { $path }
say-refused-strictly = Ingenting er publisert, for --strict tar advarsler som feil: se på { $warnings ->
    [one] advarselen
   *[other] de { $warnings } advarslene
} først. Det som var publisert, er urørt i { $path }
say-unrecorded-strictly = Ingenting er publisert, for --strict publiserer bare det som er lagret i git: { $count ->
    [one] { $path } er ikke lagret
   *[other] { $count } filer er ikke lagret, den første er { $path }
}. Lagre med git add og git commit. Det som var publisert, er urørt i { $folder }
say-foreign-owner = arkivet i { $path } eies av en annen; det leses, og ingenting i det kjøres
say-cache-refused = { $path } brukes ikke: { $why ->
    [tracked] git holder øye med den, så den kom med en klon og ikke fra en kjøring her; `git rm -r --cached { $path }` tar den ut
    [not-a-folder] den er en henvisning eller en fil og ingen mappe
    [not-a-file] en henvisning, en mappe eller et rør har samme navn som en av filene i den
    [too-large] en av filene i den er større enn noen som skrives
   *[foreign] den tilhører eller kan skrives av en annen enn den som kan skrive i mappen til nettstedet
}; historikken leses på nytt fra begynnelsen
say-odd-times = { $count ->
    [one] én commit har en klokke som ikke kan stemme
   *[other] { $count } commits har klokker som ikke kan stemme
}; det er rekkefølgen deres som teller
say-progress = bygger planer

## Det en endring får rapporten til å si (diff og log).

diff-title = { $count ->
    [one] 1 endring i rapporten
   *[other] { $count } endringer i rapporten
}
diff-here = filene slik de ligger her
diff-shared = Felles for planene
diff-none = Ingen endringer
diff-totals = I alt
diff-levels = Tiltak per nivå
diff-findings = { $count ->
    [one] 1 ny ting å se på
   *[other] { $count } nye ting å se på
}
diff-unreadable = Kan ikke leses og er ikke sammenlignet
diff-more = { $count ->
    [one] 1 endring til
   *[other] { $count } endringer til
}
diff-change = Endring
diff-before = Før
diff-after = Nå
diff-as-of = per { $date }
diff-not-given = ikke oppgitt
diff-withheld = vises ikke her
diff-withheld-other = et annet tall, som heller ikke vises her
diff-direction = { $direction ->
    [worse] dårligere
    [later] senere
    [earlier] tidligere
   *[better] bedre
}
diff-added = { $kind ->
    [status] status lagt til
    [milestone-update] status lagt til
    [reading] måling lagt til
   *[other] lagt til
}
diff-removed = { $kind ->
    [status] status fjernet
    [milestone-update] status fjernet
    [reading] måling fjernet
   *[other] fjernet
}
diff-renamed = ny id
diff-more-figures = { $count } tall utover dem som står her
diff-several = { $what }: { $count } tall
diff-count = antall på { $level }
diff-count-all = antall i alt
diff-month = { $what } i { $month }
diff-site = Nettstedet
diff-record = { $kind ->
    [scale] Skalaen { $name }
    [level] Nivået { $name }
    [edition] Utgaven { $name }
    [committee] { $name }
    [owner] Den ansvarlige { $name }
    [page] { $name ->
        [index] Forsiden
       *[other] Siden { $name }
    }
    [plan] Planen { $name }
    [indicator] Måltallet { $name }
    [milestone] Milepæl { $name }
    [milestone-update] Milepæl { $name }
    [decision] Vedtak { $name }
    [report-due] Den ventede rapporten { $name }
    [table] Tabellen { $name }
    [column] Kolonnen { $name }
    [report] Rapporten om { $name }
    [reading] Måltallet { $name }
    [figures] Tabellen { $name }
    [row] Raden { $name }
   *[other] { $name }
}
diff-words = { $part ->
    [objective] mål, teksten
    [action] handling, teksten
    [consequences] konsekvenser, teksten
    [timetable] tidsplan, teksten
   *[body] teksten
}
diff-flag = { $flag ->
    [yes] ja
   *[no] nei
}
diff-visibility = { $visibility ->
    [public] offentlig
    [internal] intern
   *[closed] lukket
}
diff-field = { $field ->
    [finished] avsluttet
    [year_begins] måneden år begynner i
    [accessibility] tilgjengelighetserklæring
    [achieved] oppnådd
    [after] venter på
    [as_of] gjelder per
    [at_least] minst
    [at_most] høyst
    [baseline] utgangspunkt
    [between] mellom
    [breaks] brudd
    [case] saksnummer
    [checks] kontroll
    [columns] rekkefølgen på kolonnene
    [committee] utvalg
    [contact] kontakt
    [csv] CSV
    [date] dato
    [decided] vedtatt
    [decision] vedtak
    [definition] definisjon
    [department] avdeling
    [direction] retning
    [done] nådd
    [due] frist
    [effect] effekt
    [embargo] sperret til
    [forecast] prognose
    [formula] formel
    [funding] bevilgning
    [gross] brutto
    [headline] ledende serie
    [investment] investering
    [kind] type
    [language] språk
    [level] status
    [levels] rekkefølgen på nivåene
    [lifecycle] forløp
    [meaning] betydning
    [measure] tiltak
    [method] metode
    [meetings] møter
    [missing] mangler
    [name] navn
    [next] neste måling
    [note] merknad
    [notes] note
    [number] nummer
    [of] herav under
    [organisation] organisasjon
    [originally] opprinnelig frist
    [overruled] endret av utvalget:
    [overspend] forventet merforbruk
    [owner] ansvarlig
    [public_title] offentlig tittel
    [label] navn
    [required] innsparingskrav
    [reviewed] gjennomgått
    [revision] revisjon
    [row] rad
    [rows] rekkefølgen på radene
    [overall_scale] skala for planen som helhet
    [counts] tiltak etter status
    [areas] tiltak etter status og område
    [scale] skala
    [section] avsnitt
    [sections] avsnitt
    [share_of] andel av
    [sign] fortegn
    [source] kilde
    [start] start
    [started] begynt
    [stated] oppgitt
    [target] mål
    [targets] mål
    [text] tekstkolonne
    [theme] tema
    [title] tittel
    [tone] farge
    [total] i alt
    [trend] utvikling
    [unit] enhet
    [url] adresse
    [value] måling
    [visibility] synlighet
    [word] ord
    [words] med ord
    [year] år
    [all] alle
    [allowed] tillatte
    [colour] farge
    [confidentiality] fortrolighet
    [decimal] desimaltegn
    [decimals] antall desimaler
    [decisions] beslutninger
    [delimiter] skilletegn
    [downloads] filer til nedlasting
    [editions] utgaver
    [encoding] tegnsett
    [formerly] tidligere navn
    [frequency] hyppighet
    [hash] kontrollsum
    [head] overskriftslinje
    [heads] navn i overskriftslinjen
    [history] historikk
    [id] id
    [ignore] kolonner utenfor tabellen
    [licence] lisens
    [logo] logo
    [many] ord om flere tiltak
    [meeting] møte
    [milestones] milepæler
    [negative] skrivemåte for negative tall
    [one] ord om ett tiltak
    [period] periode
    [personal_numbers] fødselsnumre
    [readings] målinger
    [reason] begrunnelse
    [redact] holdt tilbake av fortiden
    [remarks] merknader til lesere
    [reports] rapporter
    [row_ids] kolonne som kjenner radene
    [salt] salt
    [scales] skalaer
    [series] serier
    [short] kort navn
    [show] hva som vises
    [shown] vist
    [since] fra
    [suppress_below] grense for små antall
    [thousands] tusenskilletegn
   *[other] { $field }
}
log-none = Det står ikke noe om { $id } i historikken
log-correction = rettelse
log-unreadable = Kunne ikke leses: { $path }

## Utgaver (edition) og demonstrasjonen (init).

edition-none = site.toml har ingen utgaver
edition-open = åpen: følger innholdet
edition-cut = låst: { $commit }, lagret { $date }
edition-later = kan ikke lages: senere enn datoen til nettstedet { $date }
edition-no-repository = kan ikke lages: mappen ligger ikke i git
edition-no-site = kan ikke lages: nettstedet lå ikke i denne mappen i { $revision }
edition-unfetched = kan ikke lages: filene er ikke hentet til denne klonen
edition-moves = kan ikke lages: { $revision } flytter seg; skriv et merke (tag) eller en commit i revision
edition-unknown = kan ikke lages: { $revision } finnes ikke i git. Hent merkene med git fetch --tags, eller lås den med fremdrift edition cut { $id }
cut-unrecorded = { $count ->
    [one] { $path } er ikke lagret i git
   *[other] { $count } filer er ikke lagret i git, den første er { $path }
}. Lagre med git commit, eller legg endringene til side med git stash
cut-undeclared = site.toml har ingen utgave { $id } i det som er lagret i git; den har: { $known }
cut-without-revision = utgaven { $id } har ikke noe navn å låses under. Skriv i site.toml under id-en: revision = "utgave/{ $id }", lagre i git, og prøv igjen
cut-shallow = utgaven { $id } er ikke låst: klonen er avkortet (shallow) og mangler kanskje merker, så den kan være låst fra før. Hent alt med git fetch --unshallow --tags, og prøv igjen
cut-errors = utgaven { $id } er ikke låst: rett { $errors ->
    [one] feilen
   *[other] de { $errors } feilene
} først
cut-done = Utgaven { $id } er låst: merket { $revision } peker på { $commit }. Del det med git push origin { $revision }
log-incomplete = Historikken er ikke hel: klonen mangler eldre versjoner
log-redacted = Noe av historikken er holdt tilbake, fordi redact under [history] i site.toml sier det, eller fordi antall er for små til å bli vist
log-nearest = mente du: { $ids }?
init-done = Skrev demonstrasjonen i { $path }: { $commits } commits i git og { $editions } låste utgaver. Prøv nå:
init-next = {"  "}fremdrift build --root { $path }
    {"  "}fremdrift diff HEAD~1 --root { $path }

## Utkast (new).

draft-field-title = navnet på det
draft-field-short = et kort navn til lister og menyer
draft-field-kind = hvilken type plan det er
draft-field-language = språket til planen, hvis det ikke er nettstedets
draft-field-year = året tallene handler om
draft-field-year-begins = måneden et skoleår eller regnskapsår begynner i
draft-field-started = når planen ble satt i gang
draft-field-finished = når den ble avsluttet
draft-field-case = journalnummeret til saken
draft-field-source = hvor tallene kommer fra: adresse eller ord
draft-field-committee = koden til utvalget; flere i ["A", "B"], det ledende først
draft-field-owner = den ansvarlige, som i owners.toml
draft-field-unit = enheten tallene står i
draft-field-decimals = hvor mange desimaler som høyst vises
draft-field-scale = skalaen nivåene kommer fra
draft-field-overall-scale = skalaen for planen som helhet
draft-field-sections = avsnittene i planen, i rekkefølge
draft-field-overspend = det forventede merforbruket
draft-field-stated = summene dokumentet selv oppgir
draft-field-notes = ordene i fotnotene, etter merke
draft-field-visibility = hvem som får se det; draft er bare for dem som skriver
draft-field-embargo = dagen det først vises
draft-field-public-title = alt som vises mens punktet er lukket
draft-field-formerly = tidligere id-er, slik at historikken følger med
draft-field-id = hva det kjennes på; ellers navnet på filen
draft-field-number = nummeret i dokumentet det står i
draft-field-section = avsnittet i planen det står i
draft-field-required = innsparingskravet; en investering er negativ
draft-field-investment = om tiltaket er en investering
draft-field-due = når det skal være ferdig: en dag, "ultimo 2026", "2026-Q2"
draft-field-funding = bevilgningen år for år
draft-field-effect = den økonomiske effekten måned for måned
draft-field-level = status: et nivå på skalaen
draft-field-trend = hvilken vei det går
draft-field-counts = hvor mange tiltak som står på hvert nivå, hvis bare det er talt
draft-field-areas = det samme, område for område
draft-field-milestones = det rapporten sier om milepæler
draft-field-readings = målingene i rapporten av måltallene i planen
draft-field-lifecycle = hvor langt tiltaket har kommet
draft-field-overruled = et nivå et utvalg har satt i stedet
draft-field-decision = nummeret på vedtaket som ligger bak
draft-field-achieved = det som er oppnådd til nå
draft-field-forecast = det som forventes oppnådd ved årets slutt
draft-field-name = navnet på utvalget
draft-field-note = en merknad på én linje
draft-field-department = hvor den ansvarlige arbeider
draft-field-contact = hvor man skriver eller ringer; helst en felles postkasse
draft-field-measure = id-en til tiltaket måltallet hører til
draft-field-direction = hvilken vei tallet skal
draft-field-baseline = der tallet begynte
draft-field-target = målet, og når det skal nås
draft-field-targets = et mål for hver periode, som hver har sitt
draft-field-indicator-readings = målinger som er eldre enn den første rapporten
draft-field-series = deler som telles hver for seg, for eksempel distrikter
draft-field-headline = serien som står først
draft-field-shown = seriene som tegnes ved siden av
draft-field-missing = perioder uten måling, og hvorfor
draft-field-breaks = hvor tellemåten ble en annen, og hvordan
draft-field-next = når neste måling ventes
draft-field-frequency = hvor ofte det måles
draft-field-definition = hva som telles, og hva som ikke gjør det
draft-field-method = hvordan det telles
draft-field-suppress-below = antall fra 1 til dette tallet publiseres ikke
draft-field-start = når arbeidet begynner
draft-field-originally = den opprinnelige datoen, hvis den ble flyttet før den første rapporten
draft-field-after = milepælene den venter på
draft-field-sign = hvilket fortegn som er bra: cost er utgifter, saving innsparinger
draft-field-columns = kolonnene i tabellen
draft-field-csv = hvordan tallene er skrevet i filen med tall
draft-head-plan =
    En plan. Linjer med # er forklaringer: fjern # foran det som skal brukes.
    Årsak og innledning skrives nederst i filen.
draft-head-measure =
    Et tiltak, slik det er vedtatt. Linjer med # er forklaringer: fjern # foran det som skal brukes.
    Teksten skrives nederst i filen; overskriftene ## Mål, ## Handling, ## Konsekvenser og ## Tidsplan fyller hver sin kolonne.
draft-head-table = En tabell med tall. De ligger i { $id }.csv i mappen til hver rapport: den første kolonnen heter row, de andre som her.
draft-head-report =
    Rapporten { $date } om planen som helhet. Linjer med # er forklaringer: fjern # foran det som skal brukes.
    Teksten skrives nederst i filen.
draft-mark = et utkast: bare de som skriver, ser rapporten. Slett linjen når den skal ut
draft-head-status =
    Status for { $name }, { $date }. Fjern # foran level og skriv nivået; skriv nederst i filen hvordan det går.
    Så lenge her bare er linjer med #, sier filen ingenting, og tiltaket beholder den forrige statusen.
draft-last-time = Sist ({ $date }) sto det:
draft-indicators = Måltall som kan stå under readings: { $names }
draft-site-title = Status
draft-organisation = Eksempelkommunen
draft-plan-title = Tiltaksplan { $year }
draft-front-page = Her kan du følge hvordan { $organisation } når målene sine: hva som er avtalt, hvor langt arbeidet har kommet, og hva som er oppnådd.
draft-head-site = Nettstedet som helhet. Skriv deres egne ord for nivåene og hva de betyr.
draft-head-committees = Utvalgene. Legg til et med: fremdrift new committee HSU "Helse- og sosialutvalget"
draft-head-owners = De ansvarlige: roller, ikke personer. Legg til en med: fremdrift new owner "Virksomhetsleder"
draft-level-ok = I rute
draft-level-ok-one = er i rute
draft-level-ok-many = er i rute
draft-level-ok-meaning = Følger planen i tid og penger
draft-level-watch = Følg med
draft-level-watch-one = må følges
draft-level-watch-many = må følges
draft-level-watch-meaning = Avvik som kan hentes inn
draft-level-critical = Alvorlig
draft-level-critical-one = er alvorlig
draft-level-critical-many = er alvorlige
draft-level-critical-meaning = Målet nås ikke uten nye tiltak
draft-level-unknown = Ikke vurdert
draft-level-unknown-one = er ikke vurdert
draft-level-unknown-many = er ikke vurdert
draft-level-unknown-meaning = Grunnlaget mangler ennå
new-wrote = Skrev filen { $path }
new-changed = La til i { $path }
new-nothing = ingenting er skrevet
new-next = Fyll ut det som mangler, og se etter med fremdrift check
init-ask-organisation = Hvem utgir nettstedet? [{ $default }]
init-ask-title = Hva heter nettstedet? [{ $default }]
init-ask-language = Hvilket språk er det på: da, en, sv eller nb? [{ $default }]
init-ask-plan = Hva heter den første planen? [{ $default }]
init-kept = { $path } finnes allerede og er ikke rørt
init-site-next = Nå er det et nettsted der. Prøv:
    {"  "}fremdrift build --root { $path }
    {"  "}fremdrift new measure { $plan } "Det første tiltaket" number=1 --root { $path }
write-conflict = { $what ->
    [changed] { $path } er endret i mellomtiden
    [no-folder] { $path } er ikke en mappe, eller er en lenke til en
   *[exists] { $path } finnes allerede
}
    .help = { $what ->
        [changed] kjør kommandoen igjen
        [no-folder] fjern det eller gi det et annet navn, og prøv igjen
       *[exists] fjern filen eller gi den et annet navn, og prøv igjen
    }
draft-exists = { $path } finnes allerede
    .help = { $what ->
        [report] hvert åpne tiltak har sin fil i rapporten: skriv i filene, eller velg en annen dato
        [entry] rett i det som står, eller velg en annen kode eller et annet navn
        [site] velg en annen mappe, eller bygg videre på nettstedet som er der
       *[record] gi det nye en annen id med --id, eller rett i det som står
    }
draft-without-id = det kan ikke lages en id av «{ $title }»
    .help = gi en med --id: bokstaver, tall og bindestreker
draft-unknown-field = `{ $key }` er ikke noe felt her
    .help = feltene er: { $known }
    .help-suggestion = mente du `{ $suggestion }`?
register-unreadable = { $path } kan ikke leses som TOML: { $cause }
    .help = kjør fremdrift check, rett filen, og prøv igjen
not-a-report-date = «{ $text }» er verken en dato eller en periode
    .help = skriv 2026-06-30, 2026-06 eller 2026-Q2 i stedet
    .help-suggestion = mente du { $suggestion }?
no-such-plan = planen { $id } finnes ikke
    .help = planene heter: { $known }
    .help-suggestion = mente du { $suggestion }?
serve-at = Se nettstedet på { $url } – det følger med når en fil lagres. Stopp med Ctrl-C
serve-made = { $pages } sider klare på { $seconds } s
serve-broken = Siden her er den siste som kunne lages: det er en feil i det som er lagret nå
serve-bug = en feil i fremdrift: det som er lagret nå, kunne ikke vises. Det er vår skyld; meld den gjerne med filene som utløser den
serve-looks = systemet sier ikke fra når en fil lagres; det ses etter hvert sekund
import-form = { $what ->
    [indicators] Indikatorer
    [valueless] Rader uten verdi
    [hidden-pages] Sider som ikke er publisert der: de er kladder her
    [untranslated] Tekster der oversettelsen mangler
    [without-data] Indikatorer uten data
    [left-out] Ikke tatt med
    [draft] Rapporten er ny og et utkast: ingenting av den vises før linjen visibility er slettet i
    [gone] Står her og ikke i filen; det er beholdt: slett det her hvis det ikke gjelder lenger
    [encoding] Tegnkoding
    [delimiter] Tegn mellom celler
    [decimal] Tegn før desimaler
    [sheet] Arket
    [table] Nummeret på tabellen
    [wordless] Rader uten et ord for status; en farge alene leses ikke
    [computed] Beregnede celler, der siste resultat er tatt
   *[rounded] Tall som er tatt slik regnearket viser dem, med færre desimaler
}: { $value }
import-kept = Teksten i { $path } er beholdt: den er en annen enn i tabellen
import-nothing-new = Det er ingenting nytt å skrive
import-ask = Skal dette skrives? ja eller nei [{ $default }]
import-yes = ja
import-no = nei
import-not-written = Ingenting er skrevet ennå. Ser det riktig ut, så kjør igjen med --write
import-unreadable = filen kan ikke leses: { $cause }
    .help = lagre den igjen fra regnearket som CSV (UTF-8) eller som .xlsx (fra Word som en nettside, .htm), og prøv igjen
import-too-large = filen er for stor: høyst { $limit } { $what ->
    [rows] rader
    [columns] kolonner
    [cell] byte i en celle
    [parts] deler
    [depth] elementer inni hverandre
   *[megabytes] MB
} leses
    .help = kopier tabellen alene til et nytt regneark, og importer det
import-hidden = filen skjuler noe som har innhold: { $names }
    .help = vis det i filen, eller nevn det med --hidden (et ark eller en tabell med --sheet) hvis det skal med
import-sheet = filen har flere ark eller tabeller, eller ikke den som er nevnt
    .help = skriv --sheet og navnet på arket eller nummeret på tabellen: { $known }
import-ambiguous = tallet { $text } på linje { $line } kan leses på to måter: { $decimals } eller { $thousands }
    .help = skriv --decimal "{ $decimal }" hvis det er { $decimals }, eller --decimal "{ $thousand }" hvis det er { $thousands }
import-numbers-differ = «{ $text }» på linje { $line } er ikke et tall som de andre
    .help = { $style ->
        [none] rett cellen, eller si hva kolonnen er, med --column "Hode=felt" (ignore, hvis den ikke skal med)
       *[other] skrives negative tall slik, så skriv negative = "{ $style }" under [csv] i site.toml (eller i tabellens .toml-fil); ellers rett cellen
    }
import-delimiter = linjene viser ikke hvilket tegn som står mellom cellene
    .help = skriv det slik: --delimiter ";"
import-no-head = ingen linje nevner kolonnene
    .help = gi tabellen et hode, eller si hva kolonnene er, med --column "A=title"; feltene er: { $known }
import-column = det er uvisst hva kolonnen «{ $name }» er
    .help = skriv --column "{ $name }=ignore", eller et av feltene i stedet for ignore: { $known }
import-row = raden «{ $name }» på linje { $line } er ukjent, eller finnes to ganger
    .help = rett raden i filen, eller legg den til i CSV-filen til tabellen i mappen tables; skilles radene bare av to kolonner sammen, så si det om begge: --column "Område=row" --column "Art=row"
import-unit = det er uklart hvilken enhet tallene i kolonnen «{ $name }» står i: { $units }
    .help = skriv enheten i kolonneoverskriften, for eksempel (mill. kr.), eller si hva kolonnen er, som --column "{ $name }=actual"; si det for alle beløp uten: --unit "mill. kr"; er det koder som radene kjennes på, så skriv --column "{ $name }=row", og skal de ikke med, "{ $name }=ignore"; bruker tabellen her en annen enhet, så regn om tallene i filen, eller rett unit i tabellens .toml-fil
import-cell = { $what ->
    [formula] celle { $cell } er en formel uten et lagret resultat
    [percent] celle { $cell } vises i prosent, men kolonnen inneholder beløp
    [percent-column] kolonnen «{ $cell }» er i prosent, men tiltak har beløp
    [format] tallformatet i celle { $cell } forkorter tallet med ord
    [merged] cellene { $cell } er slått sammen, så én verdi gjelder flere
    [hidden] celle { $cell } skjuler en del av teksten sin
    [struck] celle { $cell } har overstrøket tekst
    [struck-page] celle { $cell } har overstrøket tekst
    [picture] celle { $cell } viser et bilde eller et tegn som ikke er tekst
    [personal] celle { $cell } ligner et fødselsnummer som har mistet nullen sin
    [unshown] celle { $cell } har et innhold som regnearket ikke viser
    [format-words] tallformatet i celle { $cell } viser noe annet enn tallet: ord, tegn eller et klokkeslett
    [date] celle { $cell } er en dato, der det skulle stå et nummer eller et navn
    [quotes] et anførselstegn i linje { $cell } lukkes ikke der cellen slutter
    [field] celle { $cell } har et felt som fylles ut
    [remark] celle { $cell } har en kommentar fra Word
   *[error] celle { $cell } viser en feil
}
    .help = { $what ->
        [formula] åpne filen i et regnearkprogram, lagre den, og prøv igjen
        [percent] skriv beløpet i cellen, eller utelat kolonnen med --column "Overskrift=ignore"
        [percent-column] ta kolonnen ut med --column "{ $cell }=ignore": hvor mye av kravet som er oppnådd, regnes ut; andre prosenttall hører til i en egen tabell (--table)
        [format] vis hele tallet i regnearket, eller skriv enheten i kolonneoverskriften og tallet slik det skal stå
        [merged] del opp cellene, og skriv verdien i hver av dem
        [hidden] slett den skjulte teksten, eller vis den, og prøv igjen
        [struck] slett det overstrøkne, og prøv igjen
        [struck-page] slett det overstrøkne (godta endringene i Word), og prøv igjen
        [picture] skriv i cellen med ord hva det viser
        [personal] fjern det fra filen, eller utelat kolonnen med --column "Overskrift=ignore"
        [unshown] slett innholdet, eller velg et tallformat som viser det, og prøv igjen
        [format-words] skriv i cellen det som skal stå der, som tekst, eller velg et vanlig tallformat, og skriv enheten i kolonneoverskriften
        [date] regnearket har gjort det til en dato: skriv det igjen som tekst (med ' foran), og prøv igjen
        [quotes] lukk anførselstegnet, eller slett det; et anførselstegn inne i en tekst skrives to ganger
        [field] skriv verdien som vanlig tekst på siden, og lagre den igjen
        [remark] slett kommentarene i Word, og lagre igjen
       *[error] rett cellen i regnearket
    }
import-open-sdg = { $what ->
    [head] { $file } har ikke nøyaktig én kolonne { $text }
    [nameless] en kolonne i { $file } har innhold, men ikke noe navn
    [option] { $text } sier ingenting om en mappe fra Open SDG
    [multiplier] tallene i { $file } er ganget med { $text } (linje { $line })
    [alike] to grupper i { $file } kan ikke skilles fra hverandre: { $text }
    [renamed] det som er skjult, finnes ikke lenger i { $file }, og noe er nytt: { $text }
    [unit] { $text }: tallene i { $file } teller i noe annet enn før
    [year] «{ $text }» er ikke et år eller en periode ({ $file }, linje { $line })
    [value] «{ $text }» er ikke et tall ({ $file }, linje { $line })
    [twice] to tall for { $text } ({ $file }, linje { $line })
    [two-files] to filer eller deler gir samme indikator: { $text } ({ $file })
    [no-data] mappen har ingen data: { $file } mangler filer som indicator_1-2-1.csv
   *[unreadable] { $file } kan ikke leses: { $text }
}
    .help = { $what ->
        [head] den første linjen skal navngi kolonnene, blant dem Year og Value; heter de noe annet, si det: --column "År=Year"
        [nameless] skriv et navn over kolonnen
        [option] utelat { $text }; med --column kan det sies hva en kolonne er
        [multiplier] skriv tallene helt ut, og la kolonnen stå tom
        [alike] skriv dem likt hvis de er den samme, ellers med andre ord
        [renamed] er det nye det samme, gi det skjulte den nye id-en i indicators.toml; slett det ellers der
        [unit] rett unit i indicators.toml, og slett linjen under [units] i imports/
        [year] skriv året som 2024; går årene over et årsskifte (2024/25), skriv year_begins i planen eller i site.toml
        [value] skriv tallet med punktum foran desimaler og uten tegn mellom tusener
        [twice] en kolonne som skiller de to skal ha et navn over seg; ble kolonnen kalt ignore, ta den med igjen
        [two-files] gi en av dem et annet navn
        [no-data] oppgi mappen der data/ og meta/ ligger
       *[unreadable] lagre filen igjen som UTF-8; YAML skal ha ett felt per linje og kan ikke bruke * og &
    }
import-renumbered = { $what ->
    [title] «{ $title }» er nr. { $number } i filen, men nr. { $known } i planen ({ $path })
   *[number] nr. { $number } er «{ $title }» i filen, men «{ $known }» i planen ({ $path })
}
    .help = er planen nummerert om, så skriv --known-by title; er det samme tiltak med en ny tittel, så --known-by number; ellers rett det ene av de to stedene
import-kept-unreadable = filen kan ikke leses: { $cause } ({ $path })
    .help = rett den, eller slett den, og si det igjen med kommandoens valg
import-said = { $what ->
    [column] filen har ingen kolonne «{ $text }»
    [field] «{ $text }» er ikke noe en kolonne kan være
    [year] «{ $text }» er ikke et år
    [hidden] en CSV-fil skjuler ingenting: --hidden { $text }
   *[sheet] en CSV-fil har ingen ark: --sheet { $text }
}
    .help = { $what ->
        [column] skriv kolonneoverskriften som den står, eller bokstaven dens: --column "D=ignore"
        [field] skriv et felt som title, required, achieved, level, status eller ignore (i en tabell: row, label, ignore eller kolonnens id)
        [year] skriv det med fire sifre: --year 2026
       *[other] la det være, eller bruk import xlsx eller import html
    }
import-needs = importen mangler { $what ->
    [year] året månedene er i
    [report] datoen for rapporten
    [unit] en enhet som er penger
   *[table] navnet på den tabellen det gjelder
}
    .help = { $what ->
        [year] bruk --year 2026, eller skriv year = 2026 i plan.md
        [report] bruk --report 2026-06-30
        [unit] skriv --unit "mill. kr" eller --unit "1000 kr"
       *[table] skriv --table og et navn av bokstaver, tall og bindestreker
    }
