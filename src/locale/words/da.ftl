# Programmets egne ord: hvad det siger til forfatteren. Nøglen er meddelelsens kode.
# Form: lille begyndelsesbogstav, intet punktum, ingen skyld. Først tingen, så det ventede, så det fundne.
#   .label           står ved det understregede
#   .help            siger, hvad man skal skrive i stedet
#   .help-suggestion det samme, når der er et forslag

## Ord, som flere meddelelser bruger.

error = fejl
warning = advarsel
note = note
help = hjælp
empty-text = (tom)

-committees = content/committees.toml
-owners = content/owners.toml

record-name = { $record ->
    [site] site.toml
    [plan] en plan
    [measure] et tiltag
    [update] en rapport (index.md)
    [committee] et udvalg
    [owner] en ansvarlig
    [scale] en skala
    [level] et niveau
    [edition] en udgave
    [history] historikken
    [indicator] et måltal
    [reading] en måling
    [milestone] en milepæl
    [decision] en beslutning
    [report] en rapport
    [meeting] et møde
    [table] en tabel
    [column] en kolonne
    [row] en række
    [page] en side
    [theme] et tema
    [allowed-number] nummeret i allowed
    [licence] licensen
    [accessibility] tilgængelighedserklæringen
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
    [twelve-decimals] Tal afrundet til tolv decimaler
    [indicators] indicators.toml
    [milestone-update] det, en rapport siger om en milepæl
    [milestone-updates] [milestones]
    [milestones] [milestones]
    [milestones-file] milestones.toml
    [months] en effekts måneder
    [notes] [notes]
    [older-readings] målingerne
    [reading-of-a-report] en måling
    [readings-of-series] seriernes målinger
    [series] et måltals serie
    [series-of-an-indicator] [series]
    [personal-numbers] [personal_numbers]
    [confidentiality] [confidentiality]
    [overruled] et tilsidesat niveau
    [owners] content/owners.toml
    [readings] [readings]
    [remarks] bemærkningerne
    [reports] [reports]
    [scales] [scales]
    [stated] [stated]
    [status] status for et tiltag
    [baseline] et udgangspunkt
    [target] et mål
    [target-of-a-period] et mål
    [targets] [targets]
   *[other] { $record }
}
expected-type = { $expected ->
    [text] en tekst
    [string] en tekst
    [amount] et beløb
    [date] en dato som 2025-06-30
    [period] en dato eller periode
    [integer] et helt tal
    [float] et kommatal
    [boolean] true eller false
    [list] en liste
    [array] en liste
    [table] en tabel
    [choice] et ord fra en liste
    [id] et id
    [reference] et id
   *[other] { $expected }
}
found-type = { $found ->
    [text] en tekst
    [string] en tekst
    [amount] et beløb
    [date] en dato
    [datetime] et tidspunkt
    [period] en periode
    [integer] et helt tal
    [float] et kommatal
    [boolean] true eller false
    [list] en liste
    [array] en liste
    [table] en tabel
   *[other] { $found }
}
choice-gloss = { $word ->
    [savings] spareplan
    [action-plan] handleplan
    [agreement] opfølgning på en aftale
    [implementation] implementeringsplan
    [budget] budgetopfølgning
    [indicators] opfølgning på måltal
    [not-started] ikke begyndt
    [in-progress] i gang
    [done] færdig
    [dropped] opgivet
    [deferred] udskudt
    [better] går bedre
    [same] uændret
    [worse] går værre
    [month] måned
    [quarter] kvartal
    [half-year] halvår
    [year] år
    [down] ned
    [up] op
    [hold] fastholdes
    [public] offentlig
    [internal] intern
    [closed] lukket
    [complete] blå
    [good] grøn
    [fair] lysegrøn
    [bad] rød
    [severe] mørkerød
    [none] ingen
    [cost] udgifter er positive
    [saving] besparelser er positive
    [result] overskud er positivt
    [da] dansk
    [en] engelsk
    [sv] svensk
    [nb] norsk bokmål
    [author] forfatter
    [message] besked
    [text] tekst
    [heading] overskrift
    [subtotal] mellemsum
    [total] i alt
    [note] bemærkning
   *[other] -
}
what-name = { $what ->
    [required] sparekrav
    [achieved] opnået
    [forecast] forventet
    [effect] effekt
    [gross-required] sparekrav brutto
    [gross-achieved] opnået brutto
    [gross-forecast] forventet brutto
    [column-adopted] Oprindeligt budget
    [column-revised] Korrigeret budget
    [column-actual] Forbrug
    [column-forecast] Forventet regnskab
    [column-outturn] Regnskab
    [column-deviation] Afvigelse
    [column-previous] Forrige skøn
   *[other] { $what }
}
toml-detail = { $detail ->
    [no-equals] her mangler et lighedstegn
    [two-equals] der skal kun være ét lighedstegn
    [two-fields] her står to felter på én linje
    [no-value] her mangler værdien efter lighedstegnet
    [no-key] her mangler navnet før lighedstegnet
    [odd-key] navnet rummer et tegn, som det ikke må have
    [name-half-quoted] navnet har kun det ene anførselstegn
    [list-sign] et felt står uden listetegn foran
    [dead-value] det, der ikke er oplyst, skrives slet ikke
    [true-false] ja og nej skrives true og false
    [number-in-groups] et tal med tusinder skrives med _ imellem eller i anførselstegn
    [stray-end] linjen slutter uden tegn efter værdien
    [remark] en bemærkning begynder med #
    [several-values] flere værdier står i kantede parenteser
    [unquoted] tekst og beløb med decimaler skal stå i anførselstegn
    [word-quotes] det er Words anførselstegn; her skal stå det lige: "
    [string-lines] teksten går over flere linjer, men et felt er én linje
    [string-open] anførselstegnet er ikke lukket
    [string-unopened] teksten mangler anførselstegnet foran
    [text-after] der står mere efter værdien; al teksten skal stå inden for anførselstegnene
    [quotes-inside] der står anførselstegn inde i teksten
    [backslash] en omvendt skråstreg skrives dobbelt
    [unseen] her står et mellemrum eller et tegn, der ikke kan ses, men ikke er et almindeligt mellemrum
    [head-bracket] navnet på en tabel står i kantede parenteser: [navn]
    [head-apart] navnene skal have et punktum imellem
    [table-twice] tabellen er allerede skrevet på en anden måde ovenfor
    [bracket-unopened] den åbnende parentes mangler
    [list-open] listen er ikke lukket
    [braces-open] den krøllede parentes er ikke lukket
    [braces-entry] i krøllede parenteser står navn = værdi med komma imellem
    [braces] et felt står uden krøllede parenteser om sig
    [no-comma] her mangler et komma
    [two-commas] her er et komma for meget
    [round-brackets] en liste står i kantede parenteser
    [unknown-field] et tema har intet felt af det navn
    [wrong-value] værdien er af en anden slags, end feltet skal have
   *[other] der står noget, som ikke hører til her
}
toml-cure = { $cure ->
    [none] { $detail ->
        [no-equals] skriv navn = værdi
        [two-fields] sæt hvert felt på en linje for sig
        [no-value] skriv værdien efter lighedstegnet, eller slet linjen
        [no-key] skriv navnet på feltet foran lighedstegnet
        [odd-key] skriv navnet med bogstaverne a-z, cifre, - og _, eller sæt det i anførselstegn
        [no-comma] sæt et komma mellem værdierne
        [list-open] slut listen med ]
        [braces-open] slut den krøllede parentes med {"}"}
        [string-open] slut teksten med anførselstegnet, den begynder med
        [table-twice] skriv tabellen ét sted: enten som [navn] eller som navn = {"{"} … {"}"}
       *[other] tekst og navne med æ, ø, å, mellemrum eller punktum skal stå i anførselstegn, og hver linje er navn = værdi
    }
   *[other] { $detail ->
        [dead-value] slet linjen
        [two-fields] sæt hvert felt på en linje for sig
        [list-sign] slet { $text }
        [stray-end] slet { $text }
        [unseen] slet det, og skriv et mellemrum med mellemrumstasten, hvor der skal være et
       *[other] { $second ->
            [none] skriv { $cure }
           *[other] skriv { $cure } eller { $second }
        }
    }
}
csv-detail = { $detail ->
    [quote-open] anførselstegnet er ikke lukket
    [delimiter] der står { csv-sign } mellem cellerne, men filen skal have { csv-declared }
   *[other] der står mere efter anførselstegnet
}
csv-sign = { $sign ->
    [tab] tabulator
    [comma] komma (,)
    [semicolon] semikolon (;)
    [bar] lodret streg (|)
   *[other] { $sign }
}
csv-declared = { $declared ->
    [tab] tabulator
    [comma] komma (,)
    [semicolon] semikolon (;)
    [bar] lodret streg (|)
   *[other] { $declared }
}
csv-written = { $sign ->
    [tab] \t
    [comma] ,
    [semicolon] ;
    [bar] |
   *[other] { $sign }
}

## Filer, der ikke kan læses.

toml-syntax = linjen kan ikke læses
    .label = { toml-detail }
    .help = { toml-cure }
front-matter-late = foran den første +++ står der noget tomt
    .help = slet det tomme: +++ skal være det første i filen
front-matter-missing = filen begynder ikke med sine felter
    .help = begynd filen med en linje, hvor der kun står +++, så felterne, og slut dem med en linje magen til
front-matter-open = felterne øverst i filen slutter ikke
    .help = skriv en linje, hvor der kun står +++, efter det sidste felt
front-matter-misplaced = en linje med +++ eller ---, som ikke afgrænser felter: { $line }
    .help = felter står allerøverst i filen mellem to linjer, hvor der kun står +++, uden noget før den første, heller ikke en tom linje; et eksempel på dem står i en kodeblok under noget tekst
fields-in-prose = `{ $key }` står i teksten og ikke blandt felterne
    .help = sæt det mellem de to linjer, hvor der kun står +++, øverst i filen; skal det ses, som det er, så sæt det mellem ` og `
mark-in-csv = `{ $key }` er en kolonne med tal, og en kolonne skjuler ikke noget
    .help = skriv mærket i tabellens .toml-fil, i rapportens index.md eller i plan.md, og fjern kolonnen
mark-misses = { $what ->
    [folder] mærket skjuler ikke mappen: filen læses som tiltaget `{ $name }`
    [page] mærket skjuler siden `{ $name }` og ikke mappen
    [site] mærket skjuler forsiden og de almindelige sider, og ingen plan
    [stray] mærket skjuler ikke noget: filen læses ikke
    [table] mærket skjuler ikke noget: `{ $name }` er en tabel, og en status skjuler ingen tabel
   *[status] mærket skjuler ikke noget: planen har intet tiltag `{ $name }`
}
    .help = { $what ->
        [folder] skriv mærket i plan.md, hvis hele planen skal skjules, ellers i filen for hvert tiltag, og slet filen
        [page] kald filen index.md, hvis hele mappen skal skjules, ellers noget andet
        [site] skriv mærket i plan.md for hver plan, der ikke må vises; er kun forsidens ord ikke færdige, så læg dem i en side for sig
        [stray] skriv mærket i den fil, det gælder: plan.md, rapportens index.md, tiltagets fil eller tabellens .toml-fil i tables/
        [table] skriv mærket i tables/{ $name }.toml, og slet filen
       *[status] skriv mærket i rapportens index.md, hvis hele rapporten skal skjules; skal ét tiltag, så kald filen det samme som tiltagets fil
    }
public-title-alone = public_title står alene: intet skjuler det, den skal stå i stedet for
    .help = skriv visibility = "closed", hvis resten ikke må vises, eller slet public_title
merge-conflict = to versioner af filen er ikke flettet: { $line }
    .help = behold det, der skal stå, og slet linjerne med <<<<<<<, =======, >>>>>>> og |||||||
csv-syntax = linjen kan ikke læses som CSV
    .label = { csv-detail }
    .help = { $sign ->
        [none] en celle i anførselstegn slutter med et anførselstegn, og et inde i teksten skrives dobbelt: "Det ""gode"" liv"
       *[other] gem filen med { csv-declared } mellem cellerne, eller skriv delimiter = "{ csv-written }" under [csv] i tabellens .toml-fil (for et måltal under [måltallets-id.csv] i indicators.toml)
    }
csv-ragged = linjen skal have { $expected } celler som tabellens hoved, men har { $found }
    .help = indsæt eller fjern skilletegn, så linjen passer; en celle uden tal er blot tom
csv-title-lines = { $count ->
    [one] linjen over hovedet læses ikke
   *[other] de { $count } linjer over hovedet læses ikke
}
    .help = skriv head = { $line } under [csv] i tabellens .toml-fil (for et måltal under [måltallets-id.csv] i indicators.toml), eller slet dem
csv-head-line = { $line ->
    [none] hovedet står ikke på linje { $declared }, som head siger
   *[other] hovedet står på linje { $line } og ikke på linje { $declared }, som head siger
}
    .help = { $line ->
        [none] skriv nummeret på den linje, der nævner kolonnerne, ved head under [csv]
       *[other] skriv head = { $line } under [csv] i tabellens .toml-fil (for et måltal under [måltallets-id.csv] i indicators.toml)
    }
not-a-line = `{ $key }` er nummeret på en linje: et helt tal fra 1 til { $limit }
    .help = skriv nummeret på den linje, der nævner kolonnerne; filens første linje er 1
row-ids-unknown = row_ids nævner kolonnen `{ $name }`, som filen ikke har
    .help = skriv et af navnene i filens hoved ved row_ids under [csv]: { $known }
row-without-id = rækken har tal, men intet, dens id kan dannes af
    .help = udfyld { $names } i rækken, eller nævn en kolonne mere ved row_ids under [csv]
row-not-an-id = { $text ->
    [none] rækken har intet id
   *[other] `{ $text }` kan ikke være en rækkes id
}
    .help = skriv et id af bogstaver, cifre og tegnene - _ . + i kolonnen row; har filen ingen id'er, så fjern kolonnen (eller row ved heads), og skriv row_ids = "{ $column }" under [csv] i tabellens .toml-fil: så dannes id af den kolonnes ord
row-twice = rækken får samme id som rækken på linje { $line }: { $id }
    .help = id dannes af { $names }; nævn en kolonne mere ved row_ids under [csv], så de to kan kendes fra hinanden, eller giv filen en kolonne row
column-without-name = kolonne nr. { $number } har tal, men intet navn i hovedet
    .help = skriv kolonnens id øverst, eller slet dens celler
csv-without-row = den første kolonne skal hedde row, men hedder `{ $key }`
    .help = skriv row i den første celle og under den et id for hver række, for eksempel 3.22.01, eller lad id blive dannet af en kolonne med row_ids under [csv]; de andre kolonner er label og { $known }
csv-undeclared = tallet { $text } kan læses på to måder, og intet siger hvilken
    .label = er det { $decimals } eller { $thousands }?
    .help = skriv under [csv] i tabellens .toml-fil (for et måltal under [måltallets-id.csv] i indicators.toml): decimal = "{ $decimal }", hvis det er decimaler, eller decimal = "{ $thousand }" og thousands = "{ $decimal }", hvis det er tusinder
csv-without-period = filen med et måltals målinger har ingen kolonne { $missing ->
    [value] med målinger
   *[other] { $missing }
}; dens første kolonne hedder `{ $key }`
    .help = skriv period;value, eller period;series;value med en række for hver måling, eller period;total;nord;syd med en kolonne for hver serie
unknown-reading-column = `{ $key }` er ingen kolonne i en fil med en række for hver måling
    .help = kolonnerne er period, series og value; kald målingerne noget andet end value, hvis hver serie har sin egen kolonne
series-twice = serien `{ $id }` har to kolonner
    .help = behold den ene
reading-twice = `{ $id }` har to målinger for { $period }
    .help = behold den ene: i indicators.toml, i index.md eller i CSV-filen
said-twice = `{ $key }` og `{ $other }` siger det samme på to måder
    .help = behold den ene; hver periode kan have sit eget mål under [<måltal>.targets]
target-again = der er to mål for { $period }
    .help = behold det ene
target-contradicts = et mål vil have tallet en anden vej end { $direction ->
    [up] op
    [down] ned
   *[other] { $direction }
}
    .help = at_least hører sammen med direction = "up", at_most med direction = "down"; udelad direction, eller ret den
not-a-range = between skal have to værdier, den laveste først
    .help = skriv for eksempel between = ["3", "5"]
total-is-no-series = ingen serie må hedde total: i CSV-filer hedder måltallets egne målinger sådan
    .help = skriv måltallets egne målinger under [<måltal>.readings] eller i kolonnen total
empty-site = webstedet har ingen planer; blev det udgivet, ville det erstatte alt det, der var
    .help = læg mindst én plan i content/plans/NAVN/plan.md; er content et undermodul, så hent det med git submodule update --init
cells-not-shown = rækken { $row } er en { $kind ->
    [note] note
   *[heading] overskrift
}, så dens tal og ord i kolonnerne vises ikke
    .help = skal de vises, så gør rækken til en sum (kind: total eller subtotal) eller en almindelig række (kind tom); ellers slet dem
column-without-figures = kolonnen { $id } i tabellen { $table } er erklæret, men ingen fil har den, så den er tom
    .help = kald den, hvad filen kalder den (head = "…"), eller slet den; en kolonne, der er rækkens id eller navn, vises dér
table-without-figures = tabellen { $id } er erklæret, men har ingen tal og vises ikke
    .help = { $path ->
        [none] læg tallene i { $id }.csv i rapportens mappe eller i tables, eller slet erklæringen
       *[other] tallene ligger i { $path }, som ikke læses; gem dem som CSV ved siden af, med samme navn: { $id }.csv
    }
unread-workbook = regnearket { $name } læses ikke
    .help = gem det som CSV ved siden af, under navnet { $right }; skal læserne kunne hente det, så link til det
missing-row = { $count ->
        [one] rækken
       *[other] rækkerne
    } { $names } mangler i { $id }.csv
    .help = skriv { $count ->
        [one] rækken, om så uden tal: en tom celle siger, at der intet er; summer, den er en del af, regnes ikke efter imens
       *[other] rækkerne, om så uden tal: en tom celle siger, at der intet er; summer, de er en del af, regnes ikke efter imens
    }
report-far-off = rapporten om { $report } ligger langt fra planens år, { $year }
    .help = ret årstallet i navnet på rapportens mappe; følges planen så længe, så skriv started eller finished i plan.md
report-to-come = rapporten om { $report } er ikke med: webstedet viser, hvordan det stod { $since }
    .help = sæt as_of i site.toml til en senere dato, når rapporten skal ud, eller byg med --as-of
value-to-come = { $what ->
        [overruled] udvalgets status fra { $report } vises ikke endnu
        [decided] beslutningen er dateret { $report } og vises som en, der ikke er truffet
        [done] milepælen er meldt nået { $report } og vises som en, der ikke er nået
        [read] målingen er dateret { $report } og er ikke med
       *[reading] { $count ->
            [one] målingen for { $report } er ikke med
           *[other] { $count } målinger er ikke med, den første for { $report }
        }
    }: webstedet viser, hvordan det stod { $since }
    .help = { $what ->
        [decided] en dag, beslutningen ventes, står i due; ret datoen, hvis den er en skrivefejl
       *[other] ret datoen, hvis den er en skrivefejl; ellers sæt as_of i site.toml til en senere dato, når tallet eller statussen skal ud
    }
draft-report = rapporten om { $report } er et udkast og vises ikke: { $count ->
        [0] udfyldte statusser: alle { $all }
       *[other] statusser, der mangler: { $count } af { $all }
    }
    .help = { $count ->
        [0] slet linjen visibility = "draft" i index.md, når rapporten skal ud
       *[other] udfyld dem, eller slet filen for et tiltag uden nyt; slet linjen visibility = "draft" i index.md, når rapporten skal ud
    }
draft-lacks = status i udkastet mangler { $what ->
        [level] sit niveau
        [words] sin tekst
       *[both] niveau og tekst
    }
    .help = { $what ->
        [level] fjern # foran level, og skriv niveauet, som det står nu
        [words] skriv med et par sætninger under den sidste linje med +++, hvordan det går
       *[both] fjern # foran level, og skriv niveauet; skriv under den sidste linje med +++, hvordan det går
    }
misnamed = { $what ->
    [folder] mappen { $name } læses ikke
   *[file] filen { $name } læses ikke
}
    .help = { $taken ->
        [yes] slet den, eller flyt det, den siger: { $right } er der allerede
        [folder] flyt filerne over i { $right }, som er der allerede, eller slet mappen
        [aside] slet den, eller kald den { $right }, hvis den skal læses; skal den ikke vises, så skriv visibility = "draft" i den først
       *[no] kald den { $right }
    }
csv-encoding = filen er ikke skrevet som { $encoding }
    .help = gem filen som UTF-8, eller ret encoding under [csv] i site.toml eller i tabellens erklæring
not-utf8 = filen er ikke skrevet som UTF-8: byte nr. { $byte } kan ikke læses
    .help = gem filen igen, og vælg UTF-8 som tegnsæt
utf16 = filen er gemt som UTF-16, men skal være UTF-8
    .help = gem filen igen, og vælg UTF-8 som tegnsæt
not-text = filen er et regneark eller et dokument og ikke en tekst, selv om den hedder, som den gør
    .help = åbn den i det program, den er fra, og gem den som CSV (UTF-8); en tekst kopieres over i en ny fil
control-character = teksten rummer et usynligt styretegn: { $char }
    .help = slet tegnet; det følger ofte med, når tekst kopieres fra et andet program
submodule = mappen hører til et andet arkiv (undermodul), og dens tidligere filer er her ikke
    .help = hold rapportens filer i dette arkiv
lfs-pointer = filen ligger i Git LFS; arkivet har kun en henvisning til den
    .help = læg selve filen i git: git lfs migrate export --include="FILENS NAVN"
symlink = filen er en genvej (symbolsk link) og læses ikke
    .help = læg selve filen i mappen
file-too-large = filen er større end { $limit } MB
    .help = del filen, eller fjern det, der ikke hører til rapporten
too-many-cells = tabellen har mere end { $limit } celler
    .help = del tabellen i flere
too-many-columns = tabellen har mere end { $limit } kolonner
    .help = del tabellen i flere, og se efter, om tegnet mellem cellerne er det, som [csv] angiver
too-many-rows = tabellen har mere end { $limit } rækker
    .help = del tabellen i flere
too-deep = indholdet er indlejret i mere end { $limit } lag
    .help = gør listerne og citaterne fladere
too-long = `{ $key }` er længere end { $limit } tegn
    .help = et felt er én kort linje; lad resten stå i teksten under felterne
stray-file = { $ending ->
    [none] filen hører ikke til noget sted
   *[other] filer af slagsen .{ $ending } udgives ikke
}
    .help = { $ending ->
        [none] læg filen i den mappe, den hører til, for eksempel measures/ eller updates/2026-06-30/ i planens mappe, eller slet den
       *[other] gem den som en af disse slags, eller slet den: { $known }
    }
hidden-mistake = der er fejl i en fil, hvor noget eller det hele ikke vises for denne målgruppe på denne dato
    .help = kør check med --audience draft, og med --as-of efter klausulens dato, og ret fejlene der
open-in-finished = planen er afsluttet { $since }, men { $count ->
        [one] ét tiltag eller én milepæl
       *[other] { $count } tiltag og milepæle
    } mangler stadig en afslutning: { $names }
    .help = sæt lifecycle til done, dropped eller deferred, eller tag finished ud af plan.md
    .meaning = tiltag og milepæle, som ingen har meldt færdige, opgivet eller udskudt, i en plan, der er afsluttet; siges én gang for hver plan
empty-plan = planen har ingen tiltag, tabeller, måltal eller milepæle
    .help = læg mindst ét tiltag i mappen measures
    .meaning = en plan uden tiltag, tabeller, måltal og milepæle
plan-without-file = mappen { $plan } har ingen plan.md
    .help = skriv { $plan }/plan.md med mindst en titel, eller slet mappen
name-twice = to filer hedder { $path }: bogstaverne ser ens ud, men er skrevet med hver sine tegn, og kun den ene kan læses
    .help = kald den ene noget andet, eller slet den
path-collision = to sider ville få adressen { $path }: denne og { $other }
    .help = giv den ene et andet id, eller læg den i en mappe med et andet navn; store og små bogstaver gør ingen forskel

## Felter og kolonner.

unknown-key = `{ $key }` er ikke et felt i { record-name }
    .help = { $home ->
        [status] feltet hører til i en status: er hele filen en status, så flyt den til rapportens mappe i updates, ellers flyt linjen dertil
        [measure] feltet hører til i et tiltag: er hele filen et tiltag, så flyt den til mappen measures, ellers flyt linjen til tiltagets fil
        [update] feltet hører til i en rapport: flyt linjen til index.md i rapportens mappe i updates
        [plan] feltet hører til i planen: flyt linjen til plan.md
        [table] `{ $field }` hører til under { $table }: flyt linjen dertil
        [withhold] fjern ikke linjen, før det, den tilbageholder, er skjult: suppress_below hører til i en tabel, et måltal eller [confidentiality] i site.toml, redact i [history] i site.toml
        [hide] linjen skjuler intet: skriv visibility = "closed", "internal" eller "draft", eller embargo = og dagen, hvor det må ses; slet den kun, hvis alle må se det
        [unhidable] linjen skjuler intet, og her kan intet skjules for sig: tag ud af filen, hvad ikke alle må se, eller skjul det, det hører til
       *[none] fjern linjen, eller se felterne i vejledningen
    }
    .help-suggestion = mente du `{ $suggestion }`?
unknown-column = `{ $key }` er ikke en kolonne i tabellen
    .help = skriv i tabellens .toml-fil under [{ $table }]: { $line }; skal kolonnen ikke læses, så nævn den ved ignore under [csv]
    .help-suggestion = mente du `{ $suggestion }`? Hovedet har kolonnernes id eller titel; hedder de andet i filen, så skriv det ved head under [columns] eller ved heads under [csv]
wrong-type = `{ $key }` skal være { expected-type }, men er { found-type }
    .help = skriv { expected-type } efter { $key } =
    .help-suggestion = { $found ->
        [list] skriv { $suggestion } med ét par klammer
        [table] skriv { $suggestion } med to par klammer
       *[other] { $second ->
            [none] skriv { $key } = { $suggestion }
           *[other] skriv { $key } = { $suggestion }, eller skriv { $key } = { $second }, hvis det er ét
        }
    }
missing-key = { record-name } mangler `{ $key }`
    .help = tilføj en linje, der begynder med { $key } =
duplicate-key = `{ $key }` står der to gange
    .help = behold den ene
    .help-suggestion = { $key ->
        [visibility] behold den linje, der skjuler mest: linje { $suggestion } har den også
        [embargo] behold den seneste dag: linje { $suggestion } har den også
       *[other] behold den ene af de to: linje { $suggestion } har den også
    }
empty-value = `{ $key }` er tom
    .help = skriv, hvem eller hvad der menes, eller slet linjen
prose-in-string = `{ $key }` er flere linjer lang
    .help = et felt er én linje; skriv længere tekst under felterne, efter den sidste linje med +++

## Tal og beløb.

float-amount = { $thousands ->
    [none] beløbet `{ $key }` skal stå i anførselstegn
   *[other] beløbet `{ $key }` kan læses på to måder
}
    .label = { $thousands ->
        [none] et tal med decimaler
       *[other] er det { $decimals } eller { $thousands }?
    }
    .help = { $thousands ->
        [none] skriv { $key } = "{ $decimals-cure }"
       *[other] skriv { $key } = "{ $decimals-cure }" eller { $key } = { $thousands-cure }
    }
ambiguous-amount = beløbet `{ $key }` kan læses på to måder
    .label = er det { $decimals } eller { $thousands }?
    .help = skriv { $decimals-cure }, hvis det er decimaler, eller { $thousands-cure }, hvis det er tusinder
ambiguous-reading = indikatorens tal kan læses på to måder
    .label = er det { $decimals } eller { $thousands }?
    .help = skriv decimals = 3 ved indikatoren, hvis det er decimaler, eller { $thousands-cure }, hvis det er tusinder
foreign-decimal = beløbet `{ $key }` har det forkerte decimaltegn
    .help = skriv { $cure }
not-an-amount = { $reason ->
    [empty] `{ $key }` er tom, men skal være et beløb
   *[text] `{ $key }` skal være et beløb, men er `{ $text }`
}
    .help = { $reason ->
        [target] skriv målet som at_least, at_most, between eller words, for eksempel at_least = "40 %"; hvornår det skal nås, står i date
       *[text] { $second ->
            [none] { $cure ->
                [none] skriv et tal, for eksempel { $small } eller { $large }; lad cellen være tom (eller udelad linjen), når tallet ikke er kendt, eller skriv en streg (-), når der ikke er noget
               *[other] { $style ->
                    [none] skriv { $cure }
                   *[other] skriv { $cure }, eller skriv negative = "{ $style }" under [csv] i tabellens .toml-fil (for et måltal under [måltallets-id.csv] i indicators.toml)
                }
            }
           *[other] skriv ét tal: { $cure } eller { $second }
        }
    }
too-many-decimals = beløbet `{ $key }` har mere end tolv decimaler: { $text }
    .help = afrund til højst tolv decimaler
too-large = beløbet `{ $key }` er for stort: { $text }
    .help = se efter en forkert enhed eller et ciffer for meget; beløb skal være under 1.000.000.000.000.000
not-a-count = `{ $key }` skal være et helt tal uden enhed
    .help = skriv, hvor mange der står på niveauet, for eksempel 12
not-a-unit = `{ $text }` er ikke en enhed
    .help = skriv "kr.", "1.000 kr.", "mio. kr.", "mia. kr.", "1.000 EUR", "mio. GBP", "%" eller et ord som "familier"
nearly-money = enheden { $text } læses som et ord, så dens beløb er ikke penge
    .help = skriv "kr.", "1.000 kr.", "mio. kr.", "mia. kr.", "1.000 EUR" eller "mio. GBP", og regn tallene om; hvad der ellers skal siges om dem (prisniveau, moms), hører til i titlen eller i en note
    .help-suggestion = mente du "{ $suggestion }"? Hvad der ellers skal siges om tallene (prisniveau, moms), hører til i titlen eller i en note
units-differ = { $what ->
    [remark] »{ $unit }« bag tallet i `{ $key }` er ikke en enhed
   *[other] `{ $key }` er i { $unit } og kan ikke lægges sammen med tal i { $expected }
}
    .help = { $what ->
        [remark] lad tallet stå alene, og skriv det andet som en fodnote (notes) eller i en kolonne med ord (text = true)
        [measure] skriv et tal i { $unit } som et måltal (indicators.toml), eller læg tiltaget i en plan for sig med den enhed; er det et beløb, så skriv beløbet i { $expected }
        [total] skriv beløbet i { $expected }; er det en andel eller et antal, så skriv det i teksten eller som et måltal (indicators.toml)
        [column] tæller hele kolonnen i { $unit }, så skriv det som dens unit; ellers giv tallet en kolonne for sig
        [share] tæller hele kolonnen i { $unit }, så skriv det som dens unit; er rækken en andel, så skriv i kolonnen formula, hvad den er en andel af, for eksempel "drift / i-alt"
        [formula] lad formlen bruge kolonner i samme enhed, eller ret unit ved kolonnen
        [indicator] skriv tallet i { $expected }, eller ret måltallets unit
       *[money] skriv beløbet i { $expected }, eller ret unit
    }
bad-formula = formlen `{ $formula }` kan ikke læses
    .label = `{ $detail }` kan ikke læses
    .help = en formel har navne på rækker eller kolonner med +, -, / eller : imellem, som "drift + renter" eller "social:boern"
formula-cycle = `{ $row }` beregnes ud fra sig selv
    .help = ret formlen, så ingen række eller kolonne indgår i sin egen sum
too-large-to-compute = formlen i { $column } for { $row } giver et tal, som er for stort til at blive beregnet
    .help = se efter, om formlen lægger den samme række sammen mange gange, eller om et tal har for mange cifre
opposite-sign = beløbet for tiltag { $number } har modsat fortegn af de andre
    .help = { $what ->
        [investment] sæt minus foran beløbet, eller fjern investment = true, hvis det er en besparelse
       *[saving] fjern minus, eller skriv investment = true, hvis det er en investering
    }
    .meaning = en negativ besparelse, der ikke er en investering, eller en positiv investering
open-share = kan ikke regnes som andel, for tabellen har flere totaler, og ingen af dem er den mindste, der lægger rækken med: { $names }
    .help = skriv i kolonnen formula, hvad hver total lægger sammen, for eksempel "social + boern", eller skriv i kolonnen of, hvilken total ovenfor rækken er en andel af; er rækken ingen andel af noget, så skriv - i cellen
    .meaning = en række i en tabel med share_of og flere totaler, hvor ingen er den mindste, der lægger rækken med, så andelen regnes ikke ud; siges én gang for hver tabel
total-without-formula = uden formel, og derfor trykt uden at blive regnet efter: { $names }
    .help = skriv i kolonnen formula, hvad der lægges sammen, for eksempel "social:boern" eller "drift + renter"; skal det ikke regnes efter, så skriv total-without-formula = "off" under [checks] i site.toml
    .meaning = en total eller mellemsum uden formel, som trykkes uden at blive regnet efter; siges én gang for hver tabel
years-added = tiltag { $number } gælder { $year }, og planens sum lægger beløb for flere år sammen: { $years }
    .help = ret year, eller læg tiltag for et andet år i en plan for sig; er summen ment sådan, så skriv years-added = "off" under [checks] i site.toml: ved summen står stadig, hvilke år den gælder
    .meaning = tiltag, hvis tal gælder et andet år end dem, de lægges sammen med; summen siger det på hver side, og det siges én gang for hver plan
price-levels-mixed = en formel lægger prisniveauer sammen eller trækker dem fra hinanden: { $levels }
    .help = regn beløbene om til ét prisniveau, og skriv det i titlen; er formlen ment sådan (en pris- og lønregulering), så skriv price-levels-mixed = "off" under [checks] i site.toml: under tabellens titel står stadig, hvilke prisniveauer der er brugt
    .meaning = en formel, der lægger beløb af ét prisniveau (`Budget (2020-pl)`) sammen med beløb af et andet eller trækker dem fra hinanden; tabellen siger det også, og det siges én gang for hver tabel
undeclared-total = kaldes en sum, men tælles med som enhver anden række: { $names }
    .help = skriv total i kolonnen kind, og i kolonnen formula hvad der lægges sammen, for eksempel "januar:juni"; er det ingen sum, så skriv undeclared-total = "off" under [checks] i site.toml
    .meaning = en række, der kaldes en sum (`I alt`, `Summa`), men er en række som de andre, så intet holdes op mod den, og den lægges med, når der lægges sammen; siges én gang for hver tabel
decimals-unfit = decimals skal være et helt tal fra 0 til { $most }
    .help = skriv fx decimals = 1; tallene forbliver præcise og vises afrundet
too-many-shown = shown nævner flere serier end { $limit }
    .help = vælg højst { $limit }; tabellen under grafen har dem alle
late-reading = målingen af { $name } skulle være kommet { $due }
    .help = skriv målingen i en rapport, eller ret next eller frequency
    .meaning = et måltal, hvis næste måling skulle være kommet efter next eller frequency og ikke er det
target-behind = { $name } skal { $direction ->
        [up] op
       *[other] ned
    }, men målet { $amount } ligger { $direction ->
        [up] under
       *[other] over
    } udgangspunktet { $other-amount }
    .help = ret direction, eller ret target eller baseline; skal tallet kun holdes under en grænse, så skriv at_most, eller at_least for over en
    .meaning = et mål, der ligger bag måltallets udgangspunkt den vej, det skal gå: 5, hvor 12 skal op; ingen måling siges at have nået det
inherited-unit = »{ $name }« har ingen enhed og tæller derfor i { $unit }
    .help = skriv, hvad der tælles, for eksempel unit = "sager" eller unit = "%"; er det penge, så skriv unit = "{ $unit }"
    .meaning = et måltal uden enhed, der derfor tæller i planens eller webstedets penge
many-decimals = »{ $name }« har tal med { $number } decimaler, og siderne viser dem alle
    .help = skriv fx decimals = 1 her; tallene forbliver præcise og vises afrundet
    .meaning = tal med mere end fire decimaler, som alle vises, fordi decimals ikke siger andet; siges én gang for hvert måltal, hver kolonne og hver plan
suppress-below-unfit = suppress_below skal være et helt tal fra { $least } til { $most }
    .help = skriv fx suppress_below = 5; ved 2 ville der kun være ét muligt antal at skjule, og 0 skjuler intet
suppress-counts-nothing = suppress_below skjuler intet her: der er ingen antal
    .help = penge, procenter, andele, forskelle og tal pr. noget andet er ikke antal; skriv den enhed, der tælles i (unit = "borgere"), eller fjern linjen
suppression-unproved = i { $title } vises ingen tal: det kan ikke bevises, at ingen kan regne de skjulte antal ud
    .help = skal noget vises, så del tabellen i mindre tabeller, slå rækker sammen, eller udelad en total
withheld-counts = i { $what } vises antal, der er for små, ikke ({ $small }), og heller ikke tal, som de kunne regnes ud af ({ $further })
    .help = slås rækker sammen, eller udelades en total, kan flere tal vises; skriv withheld-counts = "off" under [checks] i site.toml, når I har set det
    .meaning = tal, der ikke udgives, fordi suppress_below siger det: antal, der er for små, og det, de kunne regnes ud af
small-count = { $what } er et antal { $unit } på mellem 1 og 4: så få kan genkendes af dem, der kender én af dem
    .help = slå flere sammen til ét tal, eller udelad tallet; er det besluttet, at det må vises, så skriv small-count = "off" under [checks] i site.toml
    .meaning = et antal på en til fire personer, børn eller familier i et måltal eller en tabel: så få kan genkendes af dem, der kender én af dem
part-exceeds-whole = { $row } er en del af { $whole }, men er større: { $amount } mod { $other-amount } i { $column }
    .help = ret det tal, der er forkert, eller kolonnen `of`, hvis rækken ikke er en del af den anden
    .meaning = en heraf-række, der er større end den række, den er en del af, når ingen anden del af den har modsat fortegn
previous-differs = { $row } har som forrige skøn { $amount }, men rapporten pr. { $report } siger { $other-amount } i { $column }
    .help = ret det tal, der er forkert; er det gamle rettet siden, så ret det også i den gamle rapport
    .meaning = et tal i kolonnen previous, der ikke er det, som den forrige rapport med denne tabel sagde
counts-differ = { $reason ->
    [all] der er angivet { $expected } i alt i { $area }, men niveauerne giver { $found }
    [areas-all] der er angivet { $expected } i alt i hele planen, men områderne giver { $found }
    [areas] der er angivet { $expected } på { $level } for hele planen, men områderne giver { $found }
   *[measures] der er angivet { $expected } på { $level } i { $area }, men { $found ->
        [one] ét tiltag står
       *[other] { $found } tiltag står
     } der
 }
    .help = ret det forkerte tal eller tiltagenes niveauer
    .meaning = angivne antal pr. niveau, der ikke er det, som niveauerne, områderne eller tiltagene giver
stated-differs = { $row ->
    [none] { what-name }
   *[other] { $row } / { what-name }
 }: angivet { $stated }, beregnet { $computed }, forskel { $difference }
    .help = ret det forkerte tal, eller forklar forskellen i en note
    .meaning = en angivet total, som dens dele ikke forklarer, heller ikke ved afrunding

## Personnumre.

personal-number = { $number } er et CPR-nummer og må ikke offentliggøres
    .help = fjern nummeret. Er det noget andet, kan det tillades i site.toml: skriv først `[personal_numbers]` og under den `salt = "…"` med mindst 16 tegn, som I selv finder på, og kør igen; så står den linje her, som tillader det
    .help-suggestion = fjern nummeret. Er det noget andet, så skriv `{"{"} hash = "{ $suggestion }", reason = "hvad det er" {"}"}` i listen `allowed` under `[personal_numbers]` i site.toml

possible-personal-number = { $number } kan være et CPR-nummer: ti cifre, der begynder med en dato
    .help = fjern nummeret, hvis det er et CPR-nummer. Er det noget andet, kan det tillades i site.toml: skriv først `[personal_numbers]` og under den `salt = "…"` med mindst 16 tegn, som I selv finder på, og kør igen; så står den linje her, som tillader det
    .help-suggestion = fjern nummeret, hvis det er et CPR-nummer. Er det noget andet, så skriv `{"{"} hash = "{ $suggestion }", reason = "hvad det er" {"}"}` i listen `allowed` under `[personal_numbers]` i site.toml

personal-number-in-edition = udgaven `{ $id }` ville igen offentliggøre { $number }, som er et CPR-nummer og står i { $path } i den version, udgaven er lavet af
    .help = tag udgaven ud af site.toml, nævn det, nummeret står i, under `redact` i `[history]`, eller lad udgaven følge et commit, hvor nummeret er fjernet. Er det noget andet end et CPR-nummer, kan det tillades: skriv `salt = "…"` med mindst 16 tegn under `[personal_numbers]` i site.toml, og kør igen
    .help-suggestion = tag udgaven ud af site.toml, nævn det, nummeret står i, under `redact` i `[history]`, eller lad udgaven følge et commit, hvor nummeret er fjernet. Er det noget andet end et CPR-nummer, så skriv `{"{"} hash = "{ $suggestion }", reason = "hvad det er" {"}"}` i listen `allowed` under `[personal_numbers]`

personal-number-in-history = historikken ville vise { $number }, som er et CPR-nummer og kom ind den { $date } i commit { $commit }
    .help = lad historikken begynde senere: skriv `since` under `[history]` i site.toml med et commit eller en tag, hvor nummeret er fjernet, eller skriv det, der sagde det, i listen `redact`. Er det noget andet end et CPR-nummer, kan det tillades: skriv `salt = "…"` med mindst 16 tegn under `[personal_numbers]`, og kør igen
    .help-suggestion = lad historikken begynde senere: skriv `since` under `[history]` i site.toml med et commit eller en tag, hvor nummeret er fjernet, eller skriv det, der sagde det, i listen `redact`. Er det noget andet end et CPR-nummer, så skriv `{"{"} hash = "{ $suggestion }", reason = "hvad det er" {"}"}` i listen `allowed` under `[personal_numbers]`

attachment-unread = teksten i filen kan ikke læses, så ingen har ledt efter CPR-numre i den
    .help = se selv filen igennem, eller gem den, så teksten kan markeres og kopieres: en indscannet side er et billede

short-salt = `salt` er for kort: det skal have mindst { $limit } tegn
    .help = skriv et par tilfældige ord mere; ellers kan det gættes, og numrene med det

not-a-number-hash = `{ $text }` er ikke en `hash` af et nummer
    .help = kopiér den fra meddelelsen om nummeret: 32 tegn, 0-9 og a-f

published-secret = ord fra { $source }, som er skjult, står i den udgivne fil
    .help = byg webstedet igen, og se efter i temaet og i filer, der er lagt i mappen med hånden; hvilke ord det er, siges ikke her

published-unreadable = den udgivne fil er et arkiv, der ikke kan åbnes, så ingen ved, hvad den indeholder
    .help = læg filen i mappen uden adgangskode, eller fjern den

published-personal-number = { $number } er et CPR-nummer og står i den udgivne fil
    .help = tag filen ned, fjern nummeret fra indholdet, og byg igen

## Datoer og perioder.

no-such-date = `{ $key }` skal være en dato, men { $text } findes ikke
    .help = se efter i kalenderen, og skriv år-måned-dag som 2020-06-30
not-a-period = `{ $key }` skal være en dato eller periode, men er `{ $text }`
    .help = skriv for eksempel 2020-06-30, "2020-06", "2020-Q2", "2020", "primo 2022" eller "forår 2022"
    .help-suggestion = skriv { $suggestion }
year-not-declared = { $key ->
        [updates] mappen `{ $text }` er navngivet efter et år
       *[other] `{ $text }` regner med et år
    }, der ligger i to kalenderår, og det fremgår ikke, hvilken måned det begynder i
    .help = skriv for eksempel year_begins = "aug" for skoleåret eller "apr" for et regnskabsår, i site.toml eller blandt planens felter
ambiguous-period = `{ $text }` kan betyde to ting: "{ $first }" eller "{ $second }"
    .help = skriv "{ $first }" eller "{ $second }"
month-twice = { $month } står der to gange
    .help = lad hver måned stå én gang; et spænd som jan-mar omfatter også månederne imellem
not-a-month = `{ $key }` er ikke en måned
    .help = skriv jan, feb, mar, apr, maj, jun, jul, aug, sep, okt, nov eller dec, eller et spænd som jan-mar
bad-update-folder = mappen `{ $name }` er ikke navngivet efter en rapportdato
    .help = { $aside ->
        [yes] skal rapporten ikke vises endnu, så skriv visibility = "draft" i dens index.md, og kald så mappen 2020-06-30, 2020-06, 2020-Q2, 2020-H1 eller 2020
       *[no] kald den for eksempel 2020-06-30, 2020-06, 2020-Q2, 2020-H1 eller 2020
    }
    .help-suggestion = kald den { $suggestion }

## Navne, der skal findes.

not-an-id = `{ $key }` skal være et id, men er `{ $text }`
    .help = { $meant ->
        [none] brug kun bogstaver, cifre og tegnene - _ . +
       *[other] skriv { $meant }, eller brug kun bogstaver, cifre og tegnene - _ . +
    }
    .help-suggestion = er det en kopi af `{ $suggestion }`? Så slet den, eller flyt den ud; ellers brug kun bogstaver, cifre og tegnene - _ . + i navnet
level-twice = »{ $word }« er allerede et navn for niveauet »{ $other }«
    .help = giv hvert niveau sit eget ord og sit eget id; store og små bogstaver skiller dem ikke ad
signs-alike = thousands og decimal er det samme tegn, { $text }
    .help = skriv thousands = "{ $other }" eller thousands = "" for ingen, som filerne har det
damaged-text = { $what ->
        [misread] »{ $text }« er bogstaver, der er læst i en forkert tegnkodning
        [lost] et bogstav er gået tabt i »{ $text }«
        [field] »{ $text }« er en fejl fra det dokument, teksten er kopieret fra
        [formula] »{ $text }« er en formel i regnearket, der fejler
       *[sign] her står et tegn, som kun findes i skrifttypen Symbol eller Wingdings: læserne ser en tom firkant
    }
    .help = { $what ->
        [lost] skriv bogstavet, og se resten af filen efter; gem den som UTF-8
        [field] slet det, eller skriv, hvad der henvises til; se resten af filen efter
        [formula] ret formlen i regnearket, eller skriv, hvad der skal stå
       *[other] skriv tegnet, der menes, for eksempel - for en prik i en liste; se resten af filen efter
    }
    .help-suggestion = skriv { $suggestion }, og se resten af filen efter
not-a-choice = `{ $key }` kan ikke være `{ $text }`
    .help = { $hides ->
        [yes] skal det skjules, så skriv visibility = "closed", "internal" eller "draft" i filens felter; ellers vælg mellem { $words }
        [row] en række kan ikke skjules: fjern den, hvis ikke alle må se den; ellers vælg mellem { $words }
       *[no] vælg mellem { $words }
    }
    .help-suggestion = mente du `{ $suggestion }`? Mulighederne er { $words }
unknown-committee = udvalget `{ $id }` findes ikke
    .help = { $form ->
        [one] her kan kun stå ét udvalg: skriv koden for ét af dem
        [name] skriv fremdrift new committee KODE "{ $id }" med udvalgets egen kode for KODE; skriv den kode her, eller ret navnet
       *[id] skriv fremdrift new committee { $id } "Navn", som tilføjer udvalget i { -committees }, eller ret navnet
    }
    .help-suggestion = { $form ->
        [list] flere står i hver sine anførselstegn: { $suggestion }
        [name] mente du `{ $suggestion }`? Ellers tilføjer fremdrift new committee KODE "{ $id }" udvalget i { -committees }, med udvalgets egen kode for KODE
       *[id] mente du `{ $suggestion }`? Ellers tilføjer fremdrift new committee { $id } "Navn" udvalget i { -committees }
    }
unknown-owner = den ansvarlige `{ $id }` findes ikke
    .help = { $form ->
        [one] her kan kun stå én ansvarlig: skriv id for én af dem
        [name] skriv fremdrift new owner "{ $id }", og skriv her det id, som den ansvarlige får i { -owners }, eller ret navnet
       *[id] skriv fremdrift new owner --id { $id } "Titel", som tilføjer den ansvarlige i { -owners }, eller ret navnet
    }
    .help-suggestion = { $form ->
        [list] flere står i hver sine anførselstegn: { $suggestion }
        [name] mente du `{ $suggestion }`? Ellers tilføjer fremdrift new owner "{ $id }" den ansvarlige i { -owners }
       *[id] mente du `{ $suggestion }`? Ellers tilføjer fremdrift new owner --id { $id } "Titel" den ansvarlige i { -owners }
    }
empty-level = der står intet niveau
    .help = skriv et niveau ({ $choices }), eller fjern linjen, hvis intet er nyt
unknown-level = `{ $word }` er ikke et niveau på skalaen { $scale }
    .help = { $hides ->
        [yes] skal det skjules, så skriv visibility = "closed", "internal" eller "draft" i filens felter; ellers vælg mellem { $choices }
       *[no] vælg mellem { $choices }
    }
    .help-suggestion = mente du `{ $suggestion }`? Niveauerne er { $choices }
unknown-scale = skalaen `{ $id }` findes ikke
    .help = tilføj [scales.{ $id }] i site.toml, eller ret navnet
    .help-suggestion = mente du `{ $suggestion }`? Skalaerne står i site.toml
unknown-revision = udgaven `{ $id }` er låst til `{ $revision }`, som ikke findes i git
    .help = ret revision i site.toml til et mærke (tag) eller et commit, eller hent mærkerne med `git fetch --tags`
moving-revision = udgaven `{ $id }` er låst til `{ $revision }`, som flytter sig: en gren (branch) er et andet commit i morgen
    .help = skriv i revision et mærke (tag) eller et commit, for eksempel revision = "udgave/{ $id }", og lås udgaven med fremdrift edition cut { $id }
edition-without-site = udgaven `{ $id }` er låst til `{ $revision }`, hvor webstedet ikke lå i denne mappe
    .help = skriv i revision et commit, hvor det lå her, eller læg webstedet tilbage, hvor det lå; flyttes et websted længere ned, findes det af sig selv
edition-to-come = udgaven `{ $id }` er ikke med: dens dato er { $when }, og webstedet viser, hvordan det stod { $since }
    .help = den kommer med, når webstedet bygges på den dag eller senere
edition-not-fetched = udgaven `{ $id }` kan ikke laves: filerne i `{ $revision }` er ikke hentet til denne klon
    .help = hent alle filer: git fetch --refetch --no-filter, eller klon på ny uden --filter
edition-with-errors = udgaven `{ $id }` har { $count } fejl i sit indhold fra dengang; den vises, så godt den kan læses
    .help = skriv et nyere commit i revision, eller lad udgaven stå; det, der ikke kan læses, er udeladt
redact-unknown = `{ $entry }` under redact er intet, siden kender: hverken et id, som noget har eller har haft, eller et commit
    .help = skriv et id, som fremdrift log forstår (plan/tiltag), eller de første syv tegn eller flere af et commit; er det fjernet fra git, så fjern linjen
    .help-suggestion = mente du `{ $suggestion }`? Skriv et id, som fremdrift log forstår, eller de første syv tegn eller flere af et commit
redact-unknown-field = `{ $entry }` har intet felt, der hedder `{ $field }`, så redact holder intet tilbage
    .help = skriv feltet, som det hedder i filen (`#title`), `#text` for teksten, eller id'et alene for det hele
    .help-suggestion = mente du `{ $suggestion }`? Skriv feltet, som det hedder i filen, eller id'et alene for det hele
redact-ambiguous = `{ $entry }` under redact kan betyde flere ting: flere commits begynder sådan, eller noget har det også som id
    .help = skriv flere tegn af committet, eller planens id foran id'et (plan/tiltag)
redact-off-branch = committet `{ $entry }` under redact er ikke et skridt i sidens historik, så der er intet at holde tilbage
    .help = skriv det commit, der førte det ind på grenen, ofte en fletning (merge); git log --first-parent viser dem
edition-redacted = udgaven `{ $id }` vises ikke: den siger noget i site.toml, en skala eller et register, som redact holder tilbage, og som ikke kan tages ud af den
    .help = lås en ny udgave efter rettelsen, eller fjern udgaven fra site.toml
unknown-history-start = historikken skal tælle fra `{ $revision }`, som ikke findes i git, og fortælles derfor ikke
    .help = ret since under [history] i site.toml til et mærke (tag) eller et commit, der findes
edition-without-repository = udgaven `{ $id }` kan ikke laves: mappen ligger ikke i git
    .help = byg fra en klon, der har `{ $revision }`; resten af webstedet bygges uden udgaven
unknown-measure = tiltaget `{ $id }` findes ikke i planen
    .help = et tiltag kendes på sit filnavn i mappen measures; ret navnet, eller opret filen; et tiltag, der er opgivet, beholder sin fil og får lifecycle = "dropped" i en status
    .help-suggestion = mente du `{ $suggestion }`? Et tiltag kendes på sit filnavn i mappen measures
unknown-indicator = måltallet `{ $id }` findes ikke i planen
    .help = tilføj [{ $id }] i planens indicators.toml, eller ret navnet
    .help-suggestion = mente du `{ $suggestion }`? Måltallene står i planens indicators.toml
unknown-series = måltallet { $indicator } har ingen serie `{ $id }`
    .help = tilføj { $id } = "dens titel" under [{ $indicator }.series] i planens indicators.toml, eller ret navnet; total står for måltallets egne målinger
    .help-suggestion = mente du `{ $suggestion }`? Serierne står under [{ $indicator }.series] i planens indicators.toml
unknown-milestone = milepælen `{ $id }` findes ikke i planen
    .help = tilføj [milestones.{ $id }] i planens milestones.toml, eller ret navnet
    .help-suggestion = mente du `{ $suggestion }`? Milepælene står i planens milestones.toml
unknown-decision = beslutningen `{ $id }` findes ikke i planen
    .help = tilføj [decisions.{ $id }] i planens milestones.toml, eller ret navnet
    .help-suggestion = mente du `{ $suggestion }`? Beslutningerne står i planens milestones.toml
unknown-table = tabellen `{ $id }` er ikke erklæret i planen
    .help = skriv tables/{ $id }.toml med kolonner og enhed, eller ret navnet; målinger af et måltal ligger i en fil med måltallets navn
    .help-suggestion = mente du `{ $suggestion }`? Tabellerne er erklæret i planens mappe tables, måltallene i dens indicators.toml
unknown-section = afsnittet `{ $id }` findes ikke i planen
    .help = { $choices ->
        [none] skriv sections = ["{ $id }"] i plan.md, eller fjern linjen
       *[other] vælg mellem { $choices }, eller tilføj afsnittet under sections i plan.md
    }
unknown-row = rækken `{ $id }` findes ikke i tabellen
    .help = ret navnet, eller tilføj rækken
    .help-suggestion = mente du `{ $suggestion }`?
unknown-theme = temaet `{ $id }` findes ikke
    .help = læg temaet i mappen themes/{ $id }, eller ret theme i site.toml
unknown-check = der er ingen kontrol `{ $id }`
    .help = fjern linjen; fremdrift check --list viser alle kontroller
    .help-suggestion = mente du `{ $suggestion }`?
unknown-schema = der er intet skema `{ $id }`
    .help = der er { $known }
    .help-suggestion = mente du `{ $suggestion }`?
unknown-code = der er ingen kode `{ $id }`
    .help = fremdrift check --list -v viser dem alle
    .help-suggestion = mente du `{ $suggestion }`?
fixed-severity = `{ $id }` kan ikke ændres: den siger, at noget ikke kan læses, eller ikke vises, som det er skrevet
    .help = fjern linjen, og ret det, den melder; fremdrift check --list viser, hvad der kan ændres
duplicate-id = id'et `{ $id }` er allerede brugt i { $other }
    .help = giv den ene et andet id
duplicate-number = nummeret { $number } er allerede brugt af { $other }
    .help = giv den ene et andet nummer
scale-without-levels = skalaen `{ $scale }` har ingen niveauer
    .help = skriv niveauerne under levels fra bedst til værst, hver med id, word og tone

## Tekst, links og billeder.

mark-without-note = mærket { $mark } har ingen note
    .help = skriv notens ord under [notes] som "{ $mark }" = "…", eller fjern mærket
note-without-mark = noten { $mark } har intet mærke
    .help = sæt { $mark } efter det tal eller navn, noten handler om, eller fjern noten
broken-link = linket til { $target } fører ingen steder hen
    .help = ret adressen, så den peger på en fil i content
    .help-suggestion = mente du { $suggestion }?
    .meaning = et link, der ikke fører til nogen fil på webstedet; et, der fører ud af webstedets mappe, kan ikke slås fra
unpublished-link = linket fører til { $target }, og filer af den slags udgives ikke
    .help = gem filen som en af disse slags, og ret linket: { $known }
    .meaning = et link til en fil, der ligger der, men er af en slags, der ikke udgives
broken-fragment = siden har intet sted, der hedder { $target }
    .help = ret det, der står efter #, til en overskrift på siden, eller fjern det
    .meaning = et link til en overskrift, som siden ikke har, eller til en rapport, som tiltaget ikke har
missing-picture = billedet { $target } findes ikke
    .help = læg billedet ved siden af teksten, eller ret navnet
    .meaning = et billede, der ikke er en fil på webstedet; et uden for webstedets mappe kan ikke slås fra
picture-without-alt = billedet { $target } mangler ord til dem, der ikke kan se det
    .help = skriv, hvad billedet viser, i de kantede parenteser: ![Søjler over udgifter 2017-2020]({ $target })
unsafe-link = et link kan ikke begynde med { $scheme }:
    .help = brug en adresse, der begynder med https:, mailto: eller tel:, eller en fil på webstedet
not-an-address = `{ $key }` er ikke en adresse på nettet: { $text }
    .help = skriv hele adressen, fra https:// eller http:// og uden brugernavn, som https://www.kommune.dk/side
    .help-suggestion = skriv { $suggestion }
remote-picture = billedet { $target } ligger på en anden server
    .help = læg en kopi ved siden af teksten, så siden ikke henter noget udefra
raw-html = teksten rummer HTML, som ikke kan vises: { $tag }
    .help = { $hides ->
        [comment] en kommentar udgives ikke; slet den, så siges det ikke mere
        [yes] uden mærket ville det vises: slet det, der skal skjules, eller læg det i en side for sig med visibility = "closed"
       *[no] skriv det i Markdown, eller sæt det mellem ` og `, hvis det skal ses, som det er
    }
html-open = det, der skjules her, slutter ikke: { $tag }
    .help = slut en kommentar med --> og et element som <script> med sit </script> før den næste tomme linje, eller skriv \<, eller sæt det mellem ` og `, hvis det skal ses, som det er
near-markdown = { $what ->
    [fence-open] kodeblokken slutter ikke, så resten af teksten vises som kode: { $text }
    [link] linket vises med sine parenteser: { $text }
    [definition] linjen læses som adressen på et link, som ingen bruger, og vises ikke: { $text }
    [link-around-mark] et link kan ikke have en fodnotes mærke i sine ord: { $text }
    [mark-as-link] fodnotens mærke bliver til et link, fordi en parentes står lige efter det: { $text }
    [link-in-link] et link kan ikke stå i et andet: { $text }
    [heading] det bliver ikke en overskrift: { $text }
    [footnote] fodnoten { $text } har ingen ord og vises, som den er skrevet
    [footnote-mark] ordene til fodnoten { $text } har intet mærke i teksten
    [cells] rækken har flere celler end tabellens hoved, og de sidste vises ikke: { $text }
    [table] det bliver ikke en tabel: { $text }
    [bullets] listen vises som én lang linje: { $text }
    [stars] tegnene mellem cifrene forsvinder: { $text }
    [underline] teksten bliver til en overskrift, fordi en streg står lige under den: { $text }
   *[date] dagen i datoen bliver til et nummer i en liste: { $text }
}
    .help = { $cure ->
        [none] { $what ->
            [fence-open] slut blokken med en linje, hvor der kun står de samme tegn, som den begynder med
            [link-in-link] skriv de to links efter hinanden
            [footnote] skriv en linje, der begynder med { $text }: og har fodnotens ord
            [footnote-mark] skriv { $text } i teksten, hvor fodnoten hører til
            [bullets] begynd hver linje med - i stedet for det andet tegn
            [cells] giv hovedet en celle mere, eller fjern det, der er for meget; en streg i en celle skrives \|
            [underline] skriv en tom linje over stregen
           *[table] skriv kolonnernes navne øverst og under dem en linje som | --- | --- |
        }
       *[other] { $what ->
            [link] en adresse med mellemrum står i vinkler; skriv { $cure }
            [underline] skriv en tom linje over stregen
           *[other] skriv { $cure }
        }
    }

## Temaet.

template-error = skabelonen kan ikke bruges
    .label = { $detail }
    .help = ret skabelonen i temaet, eller fjern den, så standardtemaets bruges
bad-colour = farven { $colour } kan ikke læses
    .help = skriv den som # og seks cifre, fx "#0059b3"
contrast = teksten på farven { $colour } er for svag: kontrasten er { $ratio }, men skal være mindst 4,5
    .help = brug { $cure }, den nærmeste farve, der kan læses

## Rapporten holdt op mod sig selv.

overdue-measure = tiltag { $number } skulle være færdigt { $due }, men er ikke meldt færdigt
    .help = skriv lifecycle = "done" i den næste status, eller giv tiltaget en ny frist
    .meaning = et tiltag, der er forbi sin frist og ikke meldt færdigt
overdue-milestone = milepælen { $number } skulle være nået { $due }, men er ikke meldt nået
    .help = skriv lifecycle = "done" eller en ny due under [milestones.{ $number }] i den næste rapport
    .meaning = en milepæl, der er forbi sin dato og ikke nået
missing-status = tiltag { $number } { $since ->
    [never] har ingen status endnu
   *[other] mangler status siden { $since }
}
    .help = læg en statusfil i rapportens mappe, eller skriv lifecycle = "done" eller "dropped"
    .meaning = et åbent tiltag, som den seneste rapport ikke siger noget om
overdue-report = rapporten { $report } er ikke kommet
    .help = opret rapportens mappe i updates, eller flyt den i planens milestones.toml
    .meaning = en rapport, der var varslet og ikke er kommet
green-but-behind = tiltag { $number } er meldt på sporet, men { $what ->
    [forecast] forventes kun at nå
   *[achieved] har kun nået
} { $achieved } af { $required }
    .help = vælg et andet niveau, eller skriv i status, hvordan resten nås: bemærkningen bliver stående, til tallene følger med
    .meaning = et tiltag meldt som godt, der har nået under halvdelen af, hvad den gåede del af året skulle give, eller ventes at nå under halvdelen af kravet
complete-but-open = tiltag { $number } er meldt »{ $level }«, men er ikke meldt færdigt
    .help = skriv lifecycle = "done" i status, eller vælg et andet niveau
    .meaning = et tiltag, hvis niveau har tonen `complete`, men som ikke er meldt færdigt: det tælles fortsat som åbent
red-without-action = tiltag { $number } er kritisk, men status siger ikke, hvad der gøres
    .help = skriv det i status under overskriften Handling
    .meaning = et rødt tiltag, hvis status er uden ord
out-of-scale = { $size ->
    [large] { $what } har { $amount }, mindst 300 gange { $other-amount }
   *[small] { $what } har { $amount }, mens der ved siden af står { $other-amount }, mindst 300 gange så meget
}
    .help = mangler enheden, så skriv den, som i "2,5 mio. kr."; ellers ret tallet, eller skriv out-of-scale = "off" under [checks] i site.toml, når det er set efter
    .meaning = et tal, der er omkring tusind gange så stort som det, det står ved siden af, eller omkring en tusindedel, så enheden nok er glemt: et tiltags tal ved siden af hinanden og ved siden af andre tiltags, en måling ved siden af måltallets andre; også midler år for år, effekt ved siden af den planlagte, merforbrug i planens rapporter og tal i tabeller
stale-text = tiltag { $number } har haft samme statustekst i { $count } rapporter
    .help = skriv, hvad der er nyt, eller lad filen være tom, når der intet nyt er
    .meaning = den samme tekst i tre statusser i træk
forecast-below-achieved = tiltag { $number } ventes at nå { $amount }, men har allerede nået { $achieved }
    .help = ret det tal, der er forkert; ventes en del af det nåede at gå tabt, så skriv det i status
    .meaning = en status, der venter mindre ved årets slutning, end den siger er nået; investeringer ses der ikke på
achieved-above-required = tiltag { $number } har nået { $achieved }, og kravet er { $required }
    .help = er det rigtigt, er det godt nyt; ellers ret tallet eller dets enhed
    .meaning = et tiltag, der har nået mere, end der kræves: godt nyt, eller et tal i en anden enhed eller fra et andet år
red-but-on-target = tiltag { $number } er kritisk, men måltallet »{ $name }« når sit mål
    .help = vælg et andet niveau, eller skriv i status, hvad der er galt ud over måltallet
    .meaning = et rødt tiltag, hvis måltal alle når deres mål ved den seneste måling
green-above-red = »{ $name }« er meldt på sporet, men tiltag { $number } derunder er kritisk
    .help = vælg et andet niveau, eller skriv, hvorfor helheden følger planen alligevel
    .meaning = et tiltag, eller en plan som helhed, der er meldt som god i den samme rapport, hvor et åbent tiltag derunder er rødt
dates-out-of-order = { $what ->
    [due] milepælen { $number } begynder { $begins }, efter sin frist, { $ends }
    [done] milepælen { $number } begynder { $begins }, efter at den blev nået, { $ends }
   *[finished] planen er begyndt { $begins }, efter at den blev afsluttet, { $ends }
}
    .help = ret den af de to datoer, der er forkert
    .meaning = en milepæl, der begynder efter sin frist eller efter at den blev nået, eller en plan, der er begyndt efter at den blev afsluttet
missing-but-read = { $when } står under missing for { $name }, og der er en måling
    .help = slet perioden under missing, eller slet målingen
    .meaning = et måltal, hvor en periode både mangler sin måling og har en
newer-reading = { $when } står blandt de ældre målinger af { $name } og slutter efter planens første rapport, { $report }
    .help = flyt målingen til [readings] i den rapport, der fortæller den; sider om tidligere rapporter viser den ellers, som om den var kendt dengang
    .meaning = en ældre måling i `indicators.toml`, der slutter efter planens første rapport: sider om rapporter viser den, som om den var kendt dengang
milestone-cycle = milepæle venter på hinanden: { $names }
    .help = fjern én af dem fra after
    .meaning = milepæle, der venter på hinanden eller på sig selv, så ingen af dem kan være den første
unlinked-file = ingen tekst henviser til { $name }, så filen udgives ikke
    .help = link til den: [hvad der står i den]({ $name }), eller skriv indholdet i rapportens index.md og fjern filen
    .meaning = et dokument eller billede i en plans mappe, som ingen tekst henviser til eller viser, så det ikke udgives
copied-plan = planen { $id } har samme titel, år og indhold som planen { $other }: »{ $title }«
    .help = er den en kopi, så slet mappen { $id }, eller flyt den ud af plans; ellers giv den en titel eller et år, der skiller dem ad
    .meaning = to planer med samme titel, år, art og udvalg og med et tiltag, et måltal eller en tabel til fælles: mappen er nok kopieret, og alt tælles to gange
copied-measure = tiltaget »{ $title }« står også i { $other }, med samme sparekrav
    .help = er filen en kopi, så slet den, for begge tælles med; ellers giv tiltagene titler, der skiller dem ad
    .meaning = to tiltag i én plan med samme titel, sparekrav, år, afsnit, udvalg og ansvarlige: filen er nok kopieret, og beløbet tælles to gange
empty-report = rapporten { $report } siger intet: alle dens filer er tomme
    .help = skriv, hvordan det går, eller fjern rapportens mappe; er der intet nyt, så skriv det i dens index.md
    .meaning = en rapport, hvor ingen fil siger noget: intet niveau, intet tal, intet ord, som når filerne er tømt ved en fejl
unused-owner = intet nævner den ansvarlige `{ $id }`
    .help = fjern den, eller skriv owner = "{ $id }", hvor den hører til
    .meaning = en ansvarlig i registeret, som ingen plan, intet tiltag, måltal og ingen milepæl nævner
unused-committee = intet nævner udvalget `{ $id }`
    .help = fjern det, eller skriv committee = "{ $id }", hvor det hører til
    .meaning = et udvalg i registeret, som ingen plan, intet tiltag, ingen beslutning og ingen udgave nævner
unportable-name = { $what ->
    [device] `{ $name }` er navnet på en enhed i Windows, så filen kan ikke hentes der
    [end] `{ $name }` ender på et punktum eller et mellemrum, som Windows ikke tager
    [long] stien er på over 200 tegn: programmer på Windows kan ikke åbne filen
   *[sign] `{ $name }` har et tegn, som Windows ikke tager
}
    .help = giv filen eller mappen et andet og kort navn
    .meaning = en fil eller mappe, hvis navn Windows ikke tager (con, aux, et punktum til sidst, ?), eller hvis sti er for lang til programmer der
heading-jump = overskriften »{ $text }« springer et niveau over
    .help = skriv færre # foran den, eller sæt den overskrift ind, der mangler før den
    .meaning = en overskrift mere end ét niveau under den forrige: en skærmlæser tager den for en del af noget, der ikke er der
vague-link = linket »{ $text }« siger ikke, hvor det fører hen
    .help = skriv mellem [ og ], hvad der er at læse der, for eksempel [årsregnskabet 2020](adresse)
    .meaning = et link, hvis ord ikke siger, hvor det fører hen (»her«, »læs mere«), eller er en bar adresse; skærmlæsere viser en sides links uden teksten omkring
colour-alone = »{ $text }« er en farve, og mere står der ikke
    .help = skriv ordet fra skalaen, for eksempel Kritisk; farven kommer af sig selv
    .meaning = en celle i en tabel, eller et afsnit, hvor der kun står navnet på en farve: en status er et ord fra skalaen

## Flere felter og filer.

misplaced-key = feltet `{ $key }` er havnet i tabellen [{ $table }], hvor det ikke hører til
    .label = feltet hører til over tabellen
    .help = flyt linjen op over den første linje, der begynder med [
key-needs-quotes = navnet `{ $key }` skal stå i anførselstegn
    .label = navne med æ, ø, å, mellemrum eller punktum skal have anførselstegn
    .help = skriv "{ $key }" med anførselstegnene
too-many-keys = filen har for mange nøgler: højst { $limit } kan læses
    .help = del filen i flere
not-a-mark = `{ $key }` er ikke et fodnotemærke
    .help = skriv "*", "**", "***" eller "****" som navn på noten
month-without-year = `{ $key }` står lige under [{ $table }], men månederne hører til et år
    .help = skriv året med i navnet over dem: [{ $table }.{ $year }]
not-a-year = `{ $text }` er ikke et år i { $key }
    .help = skriv fire cifre som i 2020, eller "2020/21", hvor året begynder i en anden måned end januar
not-a-number = "{ $text }" kan ikke være et nummer i { $key }
    .help = skriv et nummer på højst 40 tegn, for eksempel "2.a.1"
not-a-sign = "{ $text }" kan ikke skille tal i { $key }
    .help = skriv ét tegn, for eksempel { $key } = "{ $sign }"
unsafe-svg = billedet { $target } er afvist: { $what ->
        [encoding] det er ikke UTF-8
        [syntax] det er ikke gyldig SVG
        [size] det er for dybt eller for stort
        [doctype] det har sin egen dokumenttype eller entitet: { $name }
        [instruction] det har en behandlingsinstruktion: { $name }
        [element] elementet { $name } er ikke tilladt
        [attribute] attributten { $name } er ikke tilladt
        [address] henvisningen { $name } fører ud af billedet
        [hidden] det, der ikke vises, rummer ord eller et billede, som enhver kan læse i filen: { $name }
       *[style] stilen { $name } er ikke tilladt
    }
    .help = { $what ->
        [hidden] slet laget eller det skjulte i tegneprogrammet, eller vis det, og gem igen
        [encoding] gem billedet som almindelig SVG i UTF-8, ikke komprimeret
       *[other] gem billedet uden scripts, hændelser og henvisninger til andre steder: i Inkscape som Almindelig SVG, i draw.io uden formateret tekst og uden kopi af diagrammet; ellers som PNG
    }

## Det, der standser et program.

no-site = { $path } er ikke et fremdrift-websted: der er ingen site.toml
    .help = gå til webstedets mappe, eller skriv --root MAPPE
no-repository = mappen ligger ikke i git og har derfor ingen historik
    .help = læg den i git: git init, git add . og git commit
no-commit = intet er gemt i git endnu, så der er ingen historik
    .help = gem det første: git add . og git commit
no-site-then = i commit { $commit } lå der intet fremdrift-websted i mappen »{ $folder }«
    .help = vælg et commit fra efter, at webstedet blev lagt der
no-such-revision = `{ $revision }` findes ikke i git
    .help = skriv et mærke (tag), en gren eller mindst syv cifre af et commit; mærker hentes med git fetch --tags
no-such-version = { $version } er ikke en mappe med et fremdrift-websted, og { $path } ligger ikke i git
    .help = skriv mappen, hvor den anden site.toml ligger, eller læg webstedet i git
unknown-edition = { $known ->
    [none] der er ingen udgave `{ $id }`; site.toml har ingen, der kan dannes
   *[other] der er ingen udgave `{ $id }`; dem, der kan dannes, er { $known }
}
    .help = se udgaverne med fremdrift edition list
edition-not-there = udgaven `{ $id }` kan ikke dannes: `{ $revision }` findes ikke i git
    .help = hent mærkerne med git fetch --tags, eller lås udgaven med fremdrift edition cut { $id }
edition-too-late = udgaven `{ $id }` kan ikke laves: den er senere end webstedets dato { $date }
    .help = byg den med en senere dato: --as-of, eller as_of i site.toml
edition-is-cut = udgaven `{ $id }` er allerede låst: `{ $revision }` er commit { $commit }
    .help = et mærke, der er delt, flyttes aldrig; skriv en ny udgave i site.toml med et andet navn i revision
edition-is-open = udgaven { $id } er ikke låst endnu og har ikke en version for sig
    .help = sammenlign den med en anden udgave, eller lås den først med fremdrift edition cut { $id }
tag-exists = mærket `{ $revision }` kan ikke laves: der er allerede et mærke `{ $known }`
    .help = skriv et andet navn i revision; det, der er der allerede, ændres aldrig
bad-tag-name = `{ $revision }` kan ikke være et mærke (tag) i git
    .help = et mærke har hverken mellemrum, styretegn eller tegnene ~ ^ : ? * [ \ i sit navn, ikke heller .. eller // eller @{"{"}; det begynder ikke med - eller /, ingen del af det begynder med . eller slutter på .lock, og det slutter ikke på . eller /. Skriv for eksempel revision = "udgave/{ $id }"
not-in-git = { $count ->
    [one] filen er ikke gemt i git, som den står, og dens side siger det
   *[other] { $count } filer er ikke gemt i git, som de står, og deres sider siger det; den første er denne
}
    .help = gem med git add og git commit, før siderne udgives; build --strict udgiver kun, hvad der er gemt
submodule-not-fetched = mappen { $path } hører til et andet arkiv (undermodul), som ikke er hentet
    .help = hent den: git submodule update --init
shallow-clone = { $path } er en afskåret klon (shallow): ældre commits mangler
    .help = hent hele historikken: i GitHub Actions fetch-depth: 0 under actions/checkout, i GitLab CI variablen GIT_DEPTH: 0, i Azure Pipelines fetchDepth: 0 og andre steder git fetch --unshallow
partial-clone = { $path } er en delvis klon: gamle filer mangler
    .help = hent alle filer: git fetch --refetch --no-filter, eller klon på ny uden --filter; fjern i GitHub Actions filter under actions/checkout, i GitLab CI --filter fra GIT_CLONE_EXTRA_FLAGS og i Azure Pipelines fetchFilter
missing-object = en del af arkivet mangler: { $cause }
    .help = kør git fsck for at se hvad, og git fetch --refetch eller en ny git clone for at få det tilbage; i en pipeline skal hele historikken hentes (GitHub fetch-depth: 0, GitLab GIT_DEPTH: 0, Azure fetchDepth: 0)
reftable = { $path } gemmer sine referencer i en reftable, som ikke kan læses
    .help = gem referencerne som filer: git refs migrate --ref-format=files, eller klon på ny med --ref-format=files
repository-failed = arkivet kan ikke læses eller skrives: { $cause }
    .help = se, hvad git status og git fsck siger om arkivet; finder de ingen fejl, så hent det på ny med git clone
failed = det lykkedes ikke: { $cause }
    .help = det, der var udgivet, står urørt; ret årsagen, og prøv igen
disk-full = der er ikke plads til { $path }: drevet er fuldt
    .help = gør plads på drevet, eller skriv et andet sted; det, der var udgivet, står urørt
no-such-file = { $path } findes ikke
    .help = se efter, om navnet er skrevet rigtigt, og i hvilken mappe kommandoen køres
not-permitted = { $path } må ikke læses eller skrives af den bruger, der kører fremdrift
    .help = giv brugeren adgang til filen og dens mappe, eller skriv et andet sted; det, der var udgivet, står urørt
read-only-disk = { $path } kan ikke skrives: drevet kan kun læses
    .help = skriv et andet sted, for eksempel med --out, eller gør drevet skrivbart
locked = { $process ->
    [none] { $path } er låst af en anden kørsel
   *[other] { $path } er låst af en anden kørsel, proces { $process }
}
    .help = vent, til den anden kørsel er færdig, eller stop den, og prøv igen
foreign-files = { $path } holder { $count ->
    [one] en fil
   *[other] { $count } filer
}, som fremdrift ikke har udgivet: { $names }
    .help = vælg en tom mappe med --out, eller flyt de nævnte filer; fremdrift sletter aldrig andres filer
changed-files = { $path } holder { $count ->
    [one] en fil
   *[other] { $count } filer
}, som er ændret siden udgivelsen: { $names }
    .help = vælg en tom mappe med --out, eller flyt de nævnte filer; fremdrift sletter aldrig, hvad andre har skrevet
files-left = det nye websted er udgivet, men { $path } har filer, der imens kom til i det gamle: { $names }
    .help = flyt de nævnte filer, og byg igen; fremdrift sletter aldrig andres filer
output-no-folder = { $path } er ikke en mappe
    .help = fjern den, eller vælg en mappe med --out
output-no-name = { $path } nævner ingen mappe
    .help = vælg en mappe ved navn med --out
old-site-left = det nye websted er udgivet, men ikke alt af det gamle kunne fjernes fra { $path }: { $cause }
    .help = fjern mappen, eller byg igen: det prøves hver gang
output-own-disk = { $path } er et drev for sig, så et websted ikke kan lægges på dets plads i ét skridt
    .help = vælg en mappe inde i det med --out
output-damaged = { $path } er beskadiget eller skrevet af en nyere fremdrift, så ingen kan se, hvad der er udgivet her
    .help = fjern mappen, eller vælg en anden med --out
no-published-folder = mappen { $path } findes ikke, så der er intet udgivet websted at se igennem
    .help = skriv mappen efter --published, eller byg webstedet først
unknown-page = der er ingen side `{ $page }` på webstedet
    .help = skriv sidens sti, som den står i adressen: planer/voksne-2020/index.html
    .help-suggestion = mente du `{ $suggestion }`?
no-pdf = dette program laver ikke PDF
    .help = bed it-afdelingen om et program med PDF; i fremdrifts kildekode laver dette det: cargo install --locked --path . --features pdf. Står "pdf" i downloads i site.toml, kan det også tages ud
pdf-failed = mødebilaget kan ikke blive til PDF: { $cause }
    .help = meld det som en fejl i fremdrift, med teksten her
no-such-committee = der er intet udvalg `{ $id }`; der er { $known }
    .help = skriv udvalgets kode, som den står i content/committees.toml
no-meeting-pack = { $id ->
    [none] intet udvalg har et mødebilag
   *[other] udvalget `{ $id }` har intet mødebilag
}
    .help = et udvalg har et mødebilag, når en plan, der vises, hører til det; en udgave med committee har kun det udvalgs
pack-name-taken = to mødebilag ville begge hedde { $name }: { $first } og { $second }
    .help = giv det ene udvalg eller den ene udgave et andet id; udvalgets gamle id kan stå i formerly

output-in-sources = { $path } ligger i { $folder }/, som ikke er til sider
    .help = vælg en mappe uden for det, webstedet er lavet af, med --out
output-other-purpose = { $path } blev bygget med { $found } og erstattes ikke af et websted bygget med { $asked }
    .help = byg til en anden mappe med --out MAPPE, eller fjern { $path } først
site-too-large = { $what ->
        [file] { $path } bliver større end { $limit } MiB
        [files] webstedet får flere end { $limit } filer; den første for meget er { $path }
       *[bytes] webstedet bliver større end { $limit } MiB; den første fil for meget er { $path }
    }
    .help = { $what ->
        [file] del planen eller tabellen, så siden bliver mindre
       *[other] del webstedet i flere, eller lad historikken begynde senere med [history] i site.toml
    }
output-unwritten = der kunne ikke skrives til standard output: { $cause }
    .help = se efter, om disken er fuld, og kør kommandoen igen
no-threads = systemet giver ikke flere tråde: { $cause }
    .help = hæv grænsen for processer eller hukommelse, og kør kommandoen igen
no-port = port { $port } kan ikke bruges, og heller ingen af de næste: { $cause }
    .help = vælg en anden med --port, for eksempel --port 8080
folder-not-empty = { $path } er ikke tom
    .help = vælg en mappe, der er tom eller ikke findes endnu; fremdrift skriver aldrig oven i andres filer

## Det, kommandoerne siger.

say-built = Byggede { $pages ->
    [one] 1 side
   *[other] { $pages } sider
} af { $plans ->
    [one] 1 plan
   *[other] { $plans } planer
}: { $measures ->
    [one] 1 tiltag
   *[other] { $measures } tiltag
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statusser
}, { $charts ->
    [one] 1 diagram
   *[other] { $charts } diagrammer
} pr. { $date } på { $seconds } s
say-checked = Kontrollerede { $plans ->
    [one] 1 plan
   *[other] { $plans } planer
}: { $measures ->
    [one] 1 tiltag
   *[other] { $measures } tiltag
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statusser
} pr. { $date } på { $seconds } s
say-looked = Så { $files ->
    [one] 1 fil
   *[other] { $files } filer
} igennem for { $texts ->
    [one] 1 skjult tekststykke
   *[other] { $texts } skjulte tekststykker
} og for CPR-numre
say-findings = { $errors ->
    [one] 1 fejl
   *[other] { $errors } fejl
}, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}
say-notes = { $notes ->
    [one] 1 note
   *[other] { $notes } noter
}
say-strict = --strict: advarsler tæller som fejl
say-more-alike = … og { $count } flere af slagsen [{ $code }] i { $path }; -v viser dem alle
say-more-of-a-code = … og { $count } flere [{ $code }], som ikke vises, fordi der er så mange: ret de første, og kør igen
say-clean = ingen fejl eller advarsler
list-code = kode
list-default = standard
list-site = her
list-meaning = hvad den finder
list-off = slået fra
list-set-with = sættes med { $code }
list-more = Alle andre koder siger, at noget ikke kan læses, eller ikke vises, som det er skrevet; de kan ikke ændres. -v viser dem også, og fremdrift explain KODE forklarer én
explain-meaning = betydning
explain-in-english = {" "}(på engelsk)
explain-example = eksempel
explain-where-near = når noget ligner
explain-settable = På dette websted: { $severity }. Det ændres under [checks] i site.toml: { $code } = "off", "note", "warning" eller "error"
explain-fixed = Den kan ikke slås fra: den siger, at noget ikke kan læses eller gøres, eller ikke vises, som det er skrevet
say-no-repository = Mappen ligger ikke i git: webstedet har ingen historik
say-no-commit = Intet er gemt i git endnu: webstedet har ingen historik
say-unchanged = Intet er ændret siden sidst; det udgivne websted er, som det var
say-open = Åbn { $path }
say-written-for = { $path } viser { $what ->
    [edition] udgaven { $value } alene
    [audience] også det, der ikke er for alle ({ $value }); vis den kun, hvor det må ses
   *[as-of] webstedet, som det stod den { $value }
}
say-took = Det tog { $seconds } s
usage-no-command = der er ingen kommando, der hedder { $given }
usage-no-option = { $given } hører ikke til i kommandoen
usage-no-value = { $option } mangler sin værdi
usage-bad-value = { $option } kan ikke være { $value }
usage-missing = der mangler noget i kommandoen: { $what }
usage-conflict = { $one } og { $other } kan ikke bruges sammen
usage-nearest = mente du { $names }?
usage-values = vælg en af: { $values }
usage-line = Kommandoen skrives sådan: { $usage }
    Tilføj --help for at se eksempler og alle muligheder (på engelsk)
usage-expected-language = skriv da, en, sv eller nb
usage-expected-id = skriv et id, som 2020-06: bogstaver, tal og bindestreger
usage-expected-date = skriv en dag, der findes, som 2020-06-30
usage-expected-field = skriv et felt og dets værdi, som required=1,75; er det en del af titlen, så skriv titlen i anførselstegn
usage-expected-column = skriv kolonnens overskrift og hvad den er, som "Noter=ignore"
say-refused = Intet er udgivet: ret { $errors ->
    [one] fejlen
   *[other] de { $errors } fejl
} først. Det, der var udgivet, står urørt i { $path }
say-refused-strictly = Intet er udgivet, for --strict tager advarsler som fejl: se på { $warnings ->
    [one] advarslen
   *[other] de { $warnings } advarsler
} først. Det, der var udgivet, står urørt i { $path }
say-unrecorded-strictly = Intet er udgivet, for --strict udgiver kun, hvad der er gemt i git: { $count ->
    [one] { $path } er ikke gemt
   *[other] { $count } filer er ikke gemt, den første er { $path }
}. Gem med git add og git commit. Det, der var udgivet, står urørt i { $folder }
say-foreign-owner = arkivet i { $path } ejes af en anden; det læses, og intet i det køres
say-cache-refused = { $path } bruges ikke: { $why ->
    [tracked] git holder øje med den, så den kom med en klon og ikke fra en kørsel her; `git rm -r --cached { $path }` tager den ud
    [not-a-folder] den er en henvisning eller en fil og ingen mappe
    [not-a-file] en henvisning, en mappe eller et rør har navn som en af dens filer
    [too-large] en af dens filer er større end nogen, der skrives
   *[foreign] den tilhører eller kan skrives af en anden end den, der kan skrive webstedets mappe
}; historikken læses forfra
say-odd-times = { $count ->
    [one] ét commit har et ur, der ikke kan passe
   *[other] { $count } commits har ure, der ikke kan passe
}; det er deres rækkefølge, der tæller
say-progress = bygger planer

## Det, en ændring får rapporten til at sige (diff og log).

diff-title = { $count ->
    [one] 1 ændring i rapporten
   *[other] { $count } ændringer i rapporten
}
diff-here = filerne, som de ligger her
diff-shared = Fælles for planerne
diff-none = Ingen ændringer
diff-totals = I alt
diff-levels = Tiltag pr. niveau
diff-findings = { $count ->
    [one] 1 ny ting at se på
   *[other] { $count } nye ting at se på
}
diff-unreadable = Kan ikke læses og er ikke sammenlignet
diff-more = { $count ->
    [one] 1 ændring mere
   *[other] { $count } ændringer mere
}
diff-change = Ændring
diff-before = Før
diff-after = Nu
diff-as-of = pr. { $date }
diff-not-given = ikke oplyst
diff-withheld = vises ikke her
diff-withheld-other = et andet tal, der heller ikke vises her
diff-direction = { $direction ->
    [worse] værre
    [later] senere
    [earlier] tidligere
   *[better] bedre
}
diff-added = { $kind ->
    [status] status tilføjet
    [milestone-update] status tilføjet
    [reading] måling tilføjet
   *[other] tilføjet
}
diff-removed = { $kind ->
    [status] status fjernet
    [milestone-update] status fjernet
    [reading] måling fjernet
   *[other] fjernet
}
diff-renamed = nyt id
diff-more-figures = { $count } tal ud over dem, der står her
diff-several = { $what }: { $count } tal
diff-count = antal på { $level }
diff-count-all = antal i alt
diff-month = { $what } i { $month }
diff-site = Webstedet
diff-record = { $kind ->
    [scale] Skalaen { $name }
    [level] Niveauet { $name }
    [edition] Udgaven { $name }
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
    [decision] Beslutning { $name }
    [report-due] Den ventede rapport { $name }
    [table] Tabellen { $name }
    [column] Kolonnen { $name }
    [report] Rapporten om { $name }
    [reading] Måltallet { $name }
    [figures] Tabellen { $name }
    [row] Rækken { $name }
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
   *[no] nej
}
diff-visibility = { $visibility ->
    [public] offentlig
    [internal] intern
   *[closed] lukket
}
diff-field = { $field ->
    [finished] afsluttet
    [year_begins] måneden, år begynder i
    [accessibility] tilgængelighedserklæring
    [achieved] opnået
    [after] venter på
    [as_of] opgjort pr.
    [at_least] mindst
    [at_most] højst
    [baseline] udgangspunkt
    [between] mellem
    [breaks] brud
    [case] sagsnummer
    [checks] kontrol
    [columns] rækkefølge af kolonner
    [committee] udvalg
    [contact] kontakt
    [csv] CSV
    [date] dato
    [decided] besluttet
    [decision] beslutning
    [definition] definition
    [department] afdeling
    [direction] retning
    [done] nået
    [due] frist
    [effect] effekt
    [embargo] klausul til
    [forecast] forventet
    [formula] formel
    [funding] bevilling
    [gross] brutto
    [headline] førende serie
    [investment] investering
    [kind] type
    [language] sprog
    [level] status
    [levels] rækkefølge af niveauer
    [lifecycle] forløb
    [meaning] betydning
    [measure] tiltag
    [method] metode
    [meetings] møder
    [missing] mangler
    [name] navn
    [next] næste måling
    [note] bemærkning
    [notes] note
    [number] nummer
    [of] heraf under
    [organisation] organisation
    [originally] oprindelig frist
    [overruled] ændret af udvalget:
    [overspend] forventet merforbrug
    [owner] ansvarlig
    [public_title] offentlig titel
    [label] navn
    [required] sparekrav
    [reviewed] gennemgået
    [revision] revision
    [row] række
    [rows] rækkefølge af rækker
    [overall_scale] skala for planen som helhed
    [counts] tiltag efter status
    [areas] tiltag efter status og område
    [scale] skala
    [section] afsnit
    [sections] afsnit
    [share_of] andel af
    [sign] fortegn
    [source] kilde
    [start] start
    [started] begyndt
    [stated] angivet
    [target] mål
    [targets] mål
    [text] tekstkolonne
    [theme] tema
    [title] titel
    [tone] farve
    [total] i alt
    [trend] udvikling
    [unit] enhed
    [url] adresse
    [value] måling
    [visibility] synlighed
    [word] ord
    [words] med ord
    [year] år
    [all] alle
    [allowed] tilladte
    [colour] farve
    [confidentiality] fortrolighed
    [decimal] decimaltegn
    [decimals] antal decimaler
    [decisions] beslutninger
    [delimiter] skilletegn
    [downloads] filer til download
    [editions] udgaver
    [encoding] tegnsæt
    [formerly] tidligere navn
    [frequency] hyppighed
    [hash] kontrolsum
    [head] hovedets linje
    [heads] navne i hovedet
    [history] historik
    [id] id
    [ignore] kolonner uden for tabellen
    [licence] licens
    [logo] logo
    [many] ord om flere tiltag
    [meeting] møde
    [milestones] milepæle
    [negative] skrivemåde for negative tal
    [one] ord om ét tiltag
    [period] periode
    [personal_numbers] personnumre
    [readings] målinger
    [reason] begrundelse
    [redact] tilbageholdt af fortiden
    [remarks] bemærkninger til læsere
    [reports] rapporter
    [row_ids] kolonne, der kender rækkerne
    [salt] salt
    [scales] skalaer
    [series] serier
    [short] kort navn
    [show] hvad der vises
    [shown] vist
    [since] fra
    [suppress_below] grænse for små antal
    [thousands] tusindtalsskilletegn
   *[other] { $field }
}
log-none = Der står intet om { $id } i historikken
log-correction = rettelse
log-unreadable = Kunne ikke læses: { $path }

## Udgaver (edition) og demonstrationen (init).

edition-none = site.toml har ingen udgaver
edition-open = åben: følger indholdet
edition-cut = låst: { $commit }, gemt { $date }
edition-later = kan ikke dannes: senere end webstedets dato { $date }
edition-no-repository = kan ikke dannes: mappen ligger ikke i git
edition-no-site = kan ikke dannes: webstedet lå ikke i denne mappe i { $revision }
edition-unfetched = kan ikke dannes: filerne er ikke hentet til denne klon
edition-moves = kan ikke dannes: { $revision } flytter sig; skriv et mærke (tag) eller et commit i revision
edition-unknown = kan ikke dannes: { $revision } findes ikke. Hent mærkerne med git fetch --tags, eller lås den med fremdrift edition cut { $id }
cut-unrecorded = { $count ->
    [one] { $path } er ikke gemt i git
   *[other] { $count } filer er ikke gemt i git, den første er { $path }
}. Gem med git commit, eller læg ændringerne til side med git stash
cut-undeclared = site.toml har ingen udgave { $id } i det, der er gemt i git; den har: { $known }
cut-without-revision = udgaven { $id } har intet navn at låse den under. Skriv i site.toml under dens id: revision = "udgave/{ $id }", gem i git, og prøv igen
cut-shallow = udgaven { $id } er ikke låst: klonen er afskåret (shallow) og mangler måske mærker, så den kan være låst allerede. Hent alt med git fetch --unshallow --tags, og prøv igen
cut-errors = udgaven { $id } er ikke låst: ret { $errors ->
    [one] fejlen
   *[other] de { $errors } fejl
} først
cut-done = Udgaven { $id } er låst: mærket { $revision } peger på { $commit }. Del den med git push origin { $revision }
log-incomplete = Historikken er ikke hel: klonen mangler ældre versioner
log-redacted = Noget af historikken er holdt tilbage, fordi redact under [history] i site.toml siger det, eller fordi antal er for små til at blive vist
log-nearest = mente du: { $ids }?
init-done = Skrev demonstrationen i { $path }: { $commits } commits i git og { $editions } låste udgaver. Prøv nu:
init-next = {"  "}fremdrift build --root { $path }
    {"  "}fremdrift diff HEAD~1 --root { $path }

## Udkast (new).

draft-field-title = navnet
draft-field-short = et kort navn til lister og menuer
draft-field-kind = hvilken slags plan det er
draft-field-language = planens sprog, hvis det ikke er webstedets
draft-field-year = det år, tallene handler om
draft-field-year-begins = den måned, et skoleår eller regnskabsår begynder i
draft-field-started = hvornår planen blev sat i gang
draft-field-finished = hvornår den blev afsluttet
draft-field-case = sagens journalnummer
draft-field-source = hvor tallene kommer fra: en adresse eller ord
draft-field-committee = udvalgets kode; flere i ["A", "B"], det ledende først
draft-field-owner = den ansvarlige fra owners.toml
draft-field-unit = den enhed, tallene står i
draft-field-decimals = hvor mange decimaler der højst vises
draft-field-scale = den skala, niveauerne kommer fra
draft-field-overall-scale = skalaen for planen som helhed
draft-field-sections = planens afsnit i rækkefølge
draft-field-overspend = det forventede merforbrug
draft-field-stated = de summer, dokumentet selv angiver
draft-field-notes = fodnoternes ord efter mærke
draft-field-visibility = hvem der må se det; draft er kun for dem, der skriver
draft-field-embargo = dagen, før hvilken det ikke vises
draft-field-public-title = alt, der vises, mens punktet er lukket
draft-field-formerly = tidligere id'er, så historikken følger med
draft-field-id = hvad det kendes på; ellers filens navn
draft-field-number = nummeret i dokumentet
draft-field-section = det afsnit af planen, det står i
draft-field-required = sparekravet; en investering er negativ
draft-field-investment = om det er en investering
draft-field-due = hvornår det skal være færdigt: en dag, "ultimo 2026", "2026-Q2"
draft-field-funding = bevillingen år for år
draft-field-effect = den økonomiske effekt måned for måned
draft-field-level = status: et niveau på skalaen
draft-field-trend = hvilken vej det går
draft-field-counts = hvor mange tiltag der står på hvert niveau, hvis kun det er talt
draft-field-areas = det samme område for område
draft-field-milestones = det, rapporten siger om milepæle
draft-field-readings = rapportens målinger af planens måltal
draft-field-lifecycle = hvor langt tiltaget er
draft-field-overruled = et niveau, som et udvalg har sat i stedet
draft-field-decision = nummeret på den beslutning, der ligger bag
draft-field-achieved = det, der er opnået indtil nu
draft-field-forecast = det, der forventes opnået ved årets udgang
draft-field-name = udvalgets navn
draft-field-note = en bemærkning på en linje
draft-field-department = hvor den ansvarlige arbejder
draft-field-contact = hvor man skriver eller ringer; helst en fælles postkasse
draft-field-measure = id for det tiltag, måltallet hører til
draft-field-direction = hvilken vej tallet skal
draft-field-baseline = udgangspunktet
draft-field-target = målet, og hvornår det skal nås
draft-field-targets = et mål for hver periode
draft-field-indicator-readings = målinger, der er ældre end den første rapport
draft-field-series = dele, der tælles hver for sig, såsom distrikter
draft-field-headline = den serie, der står først
draft-field-shown = de serier, der tegnes ved siden af
draft-field-missing = perioder uden måling, og hvorfor
draft-field-breaks = hvor opgørelsen blev en anden, og hvordan
draft-field-next = hvornår den næste måling ventes
draft-field-frequency = hvor ofte der måles
draft-field-definition = hvad der tælles, og hvad der ikke gør
draft-field-method = hvordan der tælles
draft-field-suppress-below = antal fra 1 til dette tal udgives ikke
draft-field-start = hvornår arbejdet begynder
draft-field-originally = den oprindelige dato, hvis den er flyttet før den første rapport
draft-field-after = de milepæle, den venter på
draft-field-sign = hvilket fortegn der er godt: cost er udgifter, saving besparelser
draft-field-columns = kolonnerne
draft-field-csv = hvordan tallene er skrevet i filen med tal
draft-head-plan =
    En plan. Linjer med # er forklaringer: fjern # foran det, der skal bruges.
    Årsag og indledning skrives nederst i filen.
draft-head-measure =
    Et tiltag, som det er besluttet. Linjer med # er forklaringer: fjern # foran det, der skal bruges.
    Teksten skrives nederst i filen; overskrifterne ## Mål, ## Handling, ## Konsekvenser og ## Tidsplan fylder hver sin kolonne.
draft-head-table = En tabel med tal. Tallene ligger i { $id }.csv i hver rapports mappe: den første kolonne hedder row, de andre som her.
draft-head-report =
    Rapporten { $date } om planen som helhed. Linjer med # er forklaringer: fjern # foran det, der skal bruges.
    Teksten skrives nederst i filen.
draft-mark = et udkast: kun de, der skriver, ser rapporten. Slet linjen, når den skal ud
draft-head-status =
    Status for { $name }, { $date }. Fjern # foran level, og skriv niveauet; skriv nederst i filen, hvordan det går.
    Så længe her kun er linjer med #, siger filen intet, og tiltaget beholder sin forrige status.
draft-last-time = Sidst ({ $date }) stod der:
draft-indicators = Måltal, der kan stå under readings: { $names }
draft-site-title = Status
draft-organisation = Eksempel Kommune
draft-plan-title = Handleplan { $year }
draft-front-page = Her kan du følge, hvordan { $organisation } når sine mål: hvad der er aftalt, hvor langt arbejdet er, og hvad der er opnået.
draft-head-site = Webstedet som helhed. Skriv jeres egne ord for niveauerne og deres betydning.
draft-head-committees = Udvalgene. Tilføj et med: fremdrift new committee USB "Socialudvalget"
draft-head-owners = De ansvarlige: roller, ikke personer. Tilføj en med: fremdrift new owner "Centerchef for voksne"
draft-level-ok = Alt OK
draft-level-ok-one = følger planen
draft-level-ok-many = følger planen
draft-level-ok-meaning = Følger planen i tid og økonomi
draft-level-watch = Opmærksomhed
draft-level-watch-one = kræver opmærksomhed
draft-level-watch-many = kræver opmærksomhed
draft-level-watch-meaning = Afvigelse, der kan indhentes
draft-level-critical = Kritisk
draft-level-critical-one = er kritisk
draft-level-critical-many = er kritiske
draft-level-critical-meaning = Målet nås ikke uden ny handling
draft-level-unknown = Kan ikke vurderes
draft-level-unknown-one = kan ikke vurderes
draft-level-unknown-many = kan ikke vurderes
draft-level-unknown-meaning = Grundlaget mangler
new-wrote = Skrev { $path }
new-changed = Tilføjede til { $path }
new-nothing = intet er skrevet
new-next = Udfyld det, der mangler, og se efter med fremdrift check
init-ask-organisation = Hvem udgiver webstedet? [{ $default }]
init-ask-title = Hvad hedder webstedet? [{ $default }]
init-ask-language = Hvilket sprog er det på: da, en, sv eller nb? [{ $default }]
init-ask-plan = Hvad hedder den første plan? [{ $default }]
init-kept = { $path } er der allerede og er ikke rørt
init-site-next = Nu er der et websted. Prøv:
    {"  "}fremdrift build --root { $path }
    {"  "}fremdrift new measure { $plan } "Det første tiltag" number=1 --root { $path }
write-conflict = { $what ->
    [changed] { $path } er ændret imens
    [no-folder] { $path } er ikke en mappe, eller er et link til en
   *[exists] { $path } findes allerede
}
    .help = { $what ->
        [changed] kør kommandoen igen
        [no-folder] fjern eller omdøb det, og prøv igen
       *[exists] fjern eller omdøb filen, og prøv igen
    }
draft-exists = { $path } findes allerede
    .help = { $what ->
        [report] hvert åbent tiltag har sin fil i rapporten: skriv i filerne, eller vælg en anden dato
        [entry] ret i det, der står, eller vælg en anden kode eller et andet navn
        [site] vælg en anden mappe, eller byg videre på det websted, der er
       *[record] giv det nye et andet id med --id, eller ret i det, der står
    }
draft-without-id = der kan ikke dannes et id af »{ $title }«
    .help = giv et med --id: bogstaver, tal og bindestreger
draft-unknown-field = `{ $key }` er ikke et felt her
    .help = felterne er: { $known }
    .help-suggestion = mente du `{ $suggestion }`?
register-unreadable = { $path } kan ikke læses som TOML: { $cause }
    .help = kør fremdrift check, ret filen, og prøv igen
not-a-report-date = »{ $text }« er ikke en dato eller en periode
    .help = skriv 2026-06-30, 2026-06 eller 2026-Q2
    .help-suggestion = mente du { $suggestion }?
no-such-plan = planen { $id } findes ikke
    .help = planerne hedder: { $known }
    .help-suggestion = mente du { $suggestion }?
serve-at = Vis webstedet på { $url } – det følger med, når en fil gemmes. Stop med Ctrl-C
serve-made = { $pages } sider klar på { $seconds } s
serve-broken = Siden her er den seneste, der kunne laves: der er en fejl i det, der er gemt nu
serve-bug = en fejl i fremdrift: det, der er gemt nu, kunne ikke vises. Det er vores skyld; meld den gerne med de filer, der udløser den
serve-looks = systemet siger ikke til, når en fil gemmes; der ses efter hvert sekund
import-form = { $what ->
    [indicators] Indikatorer
    [valueless] Rækker uden værdi
    [hidden-pages] Sider, der ikke er offentliggjort der: de er kladder her
    [untranslated] Tekster, hvis oversættelse ikke findes
    [without-data] Indikatorer uden data
    [left-out] Ikke taget med
    [draft] Rapporten er ny og en kladde: intet af den vises, før linjen visibility er slettet i
    [gone] Står her og ikke i filen; det er beholdt: slet det her, hvis det ikke gælder mere
    [encoding] Tegnsæt
    [delimiter] Tegn mellem celler
    [decimal] Tegn før decimaler
    [sheet] Ark
    [table] Tabel nummer
    [wordless] Rækker uden et ord for status; en farve alene læses ikke
    [computed] Beregnede celler, hvis seneste resultat er taget
   *[rounded] Tal, der er taget, som regnearket viser dem, med færre decimaler
}: { $value }
import-kept = Teksten i { $path } er beholdt: den er en anden end tabellens
import-nothing-new = Der er intet nyt at skrive
import-ask = Skal det skrives? ja eller nej [{ $default }]
import-yes = ja
import-no = nej
import-not-written = Intet er skrevet endnu. Ser det rigtigt ud, så kør igen med --write
import-unreadable = filen kan ikke læses: { $cause }
    .help = gem den igen fra regnearket som CSV (UTF-8) eller som .xlsx (fra Word som en webside, .htm), og prøv igen
import-too-large = filen er for stor: højst { $limit } { $what ->
    [rows] rækker
    [columns] kolonner
    [cell] bytes i en celle
    [parts] dele
    [depth] elementer inden i hinanden
   *[megabytes] MB
} læses
    .help = kopiér tabellen alene til et nyt regneark, og importer det
import-hidden = filen skjuler noget, der har indhold: { $names }
    .help = vis det i filen, eller nævn det med --hidden (et ark eller en tabel med --sheet), hvis det skal med
import-sheet = filen har flere ark eller tabeller, eller ikke den, der er nævnt
    .help = skriv --sheet og arkets navn eller tabellens nummer: { $known }
import-ambiguous = tallet { $text } på linje { $line } kan læses på to måder: { $decimals } eller { $thousands }
    .help = skriv --decimal "{ $decimal }", hvis det er { $decimals }, eller --decimal "{ $thousand }", hvis det er { $thousands }
import-numbers-differ = »{ $text }« på linje { $line } er ikke et tal som de andre
    .help = { $style ->
        [none] ret cellen, eller sig, hvad kolonnen er, med --column "Hoved=felt" (ignore, hvis den ikke skal med)
       *[other] skrives negative tal sådan, så skriv negative = "{ $style }" under [csv] i site.toml (eller i tabellens .toml-fil); ellers ret cellen
    }
import-delimiter = linjerne viser ikke, hvilket tegn der står mellem cellerne
    .help = skriv det: --delimiter ";"
import-no-head = ingen linje nævner kolonnerne
    .help = giv tabellen et hoved, eller sig, hvad kolonnerne er, med --column "A=title"; felterne er: { $known }
import-column = det er uvist, hvad kolonnen »{ $name }« er
    .help = skriv --column "{ $name }=ignore", eller et af felterne i stedet for ignore: { $known }
import-row = rækken »{ $name }« på linje { $line } kendes ikke, eller er der to gange
    .help = ret rækken i filen, eller tilføj den i tabellens CSV-fil i mappen tables; kendes rækkerne kun på to kolonner sammen, så sig det om begge: --column "Område=row" --column "Art=row"
import-unit = det er uvist, hvad tallene i kolonnen »{ $name }« tæller i: { $units }
    .help = skriv enheden i kolonnens hoved, som (mio. kr.), eller sig, hvad kolonnen er, som --column "{ $name }=actual"; sig det for alle beløb uden: --unit "mio. kr."; er det koder, som rækkerne kendes på, så skriv --column "{ $name }=row", og skal de ikke med, "{ $name }=ignore"; tæller tabellen her i en anden enhed, så omregn tallene i filen, eller ret unit i tabellens .toml-fil
import-cell = { $what ->
    [formula] celle { $cell } er en formel uden et gemt resultat
    [percent] celle { $cell } vises i procent, men kolonnen indeholder beløb
    [percent-column] kolonnen »{ $cell }« er i procent, men tiltag har beløb
    [format] talformatet i celle { $cell } forkorter tallet med ord
    [merged] cellerne { $cell } er flettet sammen, så én værdi gælder flere
    [hidden] celle { $cell } skjuler noget af sin tekst
    [struck] celle { $cell } har overstreget tekst
    [struck-page] celle { $cell } har overstreget tekst
    [picture] celle { $cell } viser et billede eller et tegn, der ikke er tekst
    [personal] celle { $cell } ligner et personnummer, der har mistet sit nul
    [unshown] celle { $cell } har et indhold, som regnearket ikke viser
    [format-words] talformatet i celle { $cell } viser andet end tallet: ord, tegn eller et klokkeslæt
    [date] celle { $cell } er en dato, hvor der skulle stå et nummer eller et navn
    [quotes] et citationstegn i linje { $cell } lukkes ikke, hvor cellen ender
    [field] celle { $cell } har et felt, der udfyldes
    [remark] celle { $cell } har en kommentar fra Word
   *[error] celle { $cell } viser en fejl
}
    .help = { $what ->
        [formula] åbn filen i et regnearksprogram, gem den, og prøv igen
        [percent] skriv beløbet i cellen, eller tag kolonnen ud med --column "Hoved=ignore"
        [percent-column] tag kolonnen ud med --column "{ $cell }=ignore": hvor meget af kravet der er opnået, regnes ud; andre procenter hører til i en tabel for sig (--table)
        [format] vis hele tallet i regnearket, eller skriv enheden i kolonnens hoved og tallet, som det skal stå
        [merged] ophæv fletningen, og skriv værdien i hver celle
        [hidden] slet den skjulte tekst, eller vis den, og prøv igen
        [struck] slet det overstregede, og prøv igen
        [struck-page] slet det overstregede (acceptér ændringerne i Word), og prøv igen
        [picture] skriv i cellen med ord, hvad det viser
        [personal] fjern det fra filen, eller tag kolonnen ud med --column "Hoved=ignore"
        [unshown] slet indholdet, eller vælg et talformat, der viser det, og prøv igen
        [format-words] skriv i cellen, hvad der skal stå, som tekst, eller vælg et almindeligt talformat, og skriv enheden i kolonnens hoved
        [date] regnearket har gjort det til en dato: skriv det igen som tekst (med ' foran), og prøv igen
        [quotes] luk citationstegnet, eller slet det; et citationstegn inden i en tekst skrives to gange
        [field] skriv værdien som almindelig tekst på siden, og gem den igen
        [remark] slet kommentarerne i Word, og gem igen
       *[error] ret cellen i regnearket
    }
import-open-sdg = { $what ->
    [head] { $file } har ikke netop én kolonne { $text }
    [nameless] en kolonne i { $file } har indhold, men intet navn
    [option] { $text } siger intet om en mappe fra Open SDG
    [multiplier] tallene i { $file } er ganget med { $text } (linje { $line })
    [alike] to grupper i { $file } kan ikke skelnes: { $text }
    [renamed] det, der er skjult, er ikke længere i { $file }, og der er noget nyt: { $text }
    [unit] { $text }: tallene i { $file } tæller i noget andet end før
    [year] »{ $text }« er ikke et år eller en periode ({ $file }, linje { $line })
    [value] »{ $text }« er ikke et tal ({ $file }, linje { $line })
    [twice] to tal for { $text } ({ $file }, linje { $line })
    [two-files] to filer eller dele giver den samme indikator: { $text } ({ $file })
    [no-data] mappen har ingen data: { $file } mangler filer som indicator_1-2-1.csv
   *[unreadable] { $file } kan ikke læses: { $text }
}
    .help = { $what ->
        [head] øverste linje skal navngive kolonnerne, med Year og Value; hedder de andet, så sig det: --column "År=Year"
        [nameless] skriv et navn over kolonnen
        [option] lad { $text } være; med --column kan det siges, hvad en kolonne er
        [multiplier] skriv tallene helt ud, og lad kolonnen være tom
        [alike] skriv dem ens, hvis de er den samme, og ellers med andre ord
        [renamed] er det nye det samme, så giv det skjulte det nye id i indicators.toml; ellers slet det dér
        [unit] ret unit i indicators.toml, og slet linjen under [units] i imports/
        [year] skriv året som 2024; går årene over et årsskifte (2024/25), så skriv year_begins i planen eller i site.toml
        [value] skriv tallet med punktum før decimaler og uden tegn mellem tusinder
        [twice] en kolonne, der skiller de to, skal have et navn over sig; er kolonnen kaldt ignore, så tag den med igen
        [two-files] giv en af dem et andet navn
        [no-data] angiv mappen, hvor data/ og meta/ ligger
       *[unreadable] gem filen igen som UTF-8; YAML skal have et felt pr. linje og må ikke bruge * og &
    }
import-renumbered = { $what ->
    [title] »{ $title }« er nr. { $number } i filen, men nr. { $known } i planen ({ $path })
   *[number] nr. { $number } er »{ $title }« i filen, men »{ $known }« i planen ({ $path })
}
    .help = er planen nummereret om, så skriv --known-by title; er det samme tiltag med en ny titel, så --known-by number; ellers ret det ene af de to steder
import-kept-unreadable = filen kan ikke læses: { $cause } ({ $path })
    .help = ret den, eller slet den, og sig det igen med kommandoens valg
import-said = { $what ->
    [column] filen har ingen kolonne »{ $text }«
    [field] »{ $text }« er ikke noget, en kolonne kan være
    [year] »{ $text }« er ikke et år
    [hidden] en CSV-fil skjuler intet: --hidden { $text }
   *[sheet] en CSV-fil har ingen ark: --sheet { $text }
}
    .help = { $what ->
        [column] skriv kolonnens hoved, som det står, eller dens bogstav: --column "D=ignore"
        [field] skriv et felt som title, required, achieved, level, status eller ignore (i en tabel: row, label, ignore eller kolonnens id)
        [year] skriv det med fire cifre: --year 2026
       *[other] lad det være, eller brug import xlsx eller import html
    }
import-needs = importen mangler { $what ->
    [year] det år, månederne er i
    [report] datoen for rapporten
    [unit] en enhed, der er penge
   *[table] navnet på tabellen
}
    .help = { $what ->
        [year] skriv --year 2026, eller year = 2026 i plan.md
        [report] skriv --report 2026-06-30
        [unit] skriv --unit "mio. kr." eller --unit "1.000 kr."
       *[table] skriv --table og et navn af bogstaver, tal og bindestreger
    }
