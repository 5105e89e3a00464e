# Programmets egna ord: vad det säger till författaren. Nyckeln är meddelandets kod.
# Form: liten begynnelsebokstav, ingen punkt, ingen skuld. Först saken, sedan det väntade, sedan det som fanns.
#   .label           står vid det understrukna
#   .help            säger vad man ska skriva i stället
#   .help-suggestion detsamma, när det finns ett förslag

## Ord som flera meddelanden använder.

error = fel
warning = varning
note = notering
help = hjälp
empty-text = (tom)

-committees = content/committees.toml
-owners = content/owners.toml

record-name = { $record ->
    [site] site.toml
    [plan] en plan
    [measure] en åtgärd
    [update] en rapport (index.md)
    [committee] en nämnd
    [owner] en ansvarig
    [scale] en skala
    [level] en nivå
    [edition] en utgåva
    [history] historiken
    [indicator] ett nyckeltal
    [reading] en mätning
    [milestone] en milstolpe
    [decision] ett beslut
    [report] en rapport
    [meeting] ett sammanträde
    [table] en tabell
    [column] en kolumn
    [row] en rad
    [page] en sida
    [theme] ett tema
    [allowed-number] numret i allowed
    [licence] licensen
    [accessibility] tillgänglighetsredogörelsen
    [area] ett område
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
    [twelve-decimals] Tal avrundade till tolv decimaler
    [indicators] indicators.toml
    [milestone-update] det som en rapport säger om en milstolpe
    [milestone-updates] [milestones]
    [milestones] [milestones]
    [milestones-file] milestones.toml
    [months] en effekts månader
    [notes] [notes]
    [older-readings] mätningarna
    [reading-of-a-report] en mätning
    [readings-of-series] seriernas mätningar
    [series] ett nyckeltals serie
    [series-of-an-indicator] [series]
    [personal-numbers] [personal_numbers]
    [confidentiality] [confidentiality]
    [overruled] en ändrad nivå
    [owners] content/owners.toml
    [readings] [readings]
    [remarks] anmärkningarna
    [reports] [reports]
    [scales] [scales]
    [stated] [stated]
    [status] en åtgärds status
    [baseline] ett utgångsläge
    [target] ett mål
    [target-of-a-period] ett mål
    [targets] [targets]
   *[other] { $record }
}
expected-type = { $expected ->
    [text] en text
    [string] en text
    [amount] ett belopp
    [date] ett datum som 2025-06-30
    [period] ett datum eller en period
    [integer] ett heltal
    [float] ett decimaltal
    [boolean] true eller false
    [list] en lista
    [array] en lista
    [table] en tabell
    [choice] ett ord ur en lista
    [id] ett id
    [reference] ett id
   *[other] { $expected }
}
found-type = { $found ->
    [text] en text
    [string] en text
    [amount] ett belopp
    [date] ett datum
    [datetime] en tidpunkt
    [period] en period
    [integer] ett heltal
    [float] ett decimaltal
    [boolean] true eller false
    [list] en lista
    [array] en lista
    [table] en tabell
   *[other] { $found }
}
choice-gloss = { $word ->
    [savings] besparingsplan
    [action-plan] handlingsplan
    [agreement] uppföljning av en överenskommelse
    [implementation] genomförandeplan
    [budget] budgetuppföljning
    [indicators] uppföljning av nyckeltal
    [not-started] inte påbörjad
    [in-progress] pågår
    [done] genomförd
    [dropped] nedlagd
    [deferred] uppskjuten
    [better] blir bättre
    [same] oförändrat
    [worse] blir sämre
    [month] månad
    [quarter] kvartal
    [half-year] halvår
    [year] år
    [down] ned
    [up] upp
    [hold] behålls
    [public] offentlig
    [internal] intern
    [closed] stängd
    [complete] blå
    [good] grön
    [fair] ljusgrön
    [bad] röd
    [severe] mörkröd
    [none] ingen
    [cost] kostnader är positiva
    [saving] besparingar är positiva
    [result] överskott är positivt
    [da] danska
    [en] engelska
    [sv] svenska
    [nb] norskt bokmål
    [author] författare
    [message] meddelande
    [text] text
    [heading] rubrik
    [subtotal] delsumma
    [total] totalt
    [note] anmärkning
   *[other] -
}
what-name = { $what ->
    [required] besparingskrav
    [achieved] uppnått
    [forecast] prognos
    [effect] effekt
    [gross-required] besparingskrav brutto
    [gross-achieved] uppnått brutto
    [gross-forecast] prognos brutto
    [column-adopted] Ursprunglig budget
    [column-revised] Reviderad budget
    [column-actual] Utfall hittills
    [column-forecast] Prognos
    [column-outturn] Utfall
    [column-deviation] Avvikelse
    [column-previous] Föregående prognos
   *[other] { $what }
}
toml-detail = { $detail ->
    [no-equals] här saknas ett likhetstecken
    [two-equals] det ska bara vara ett likhetstecken
    [two-fields] här står två fält på en rad
    [no-value] här saknas värdet efter likhetstecknet
    [no-key] här saknas namnet före likhetstecknet
    [odd-key] namnet innehåller ett tecken som det inte får ha
    [name-half-quoted] namnet har bara det ena citattecknet
    [list-sign] ett fält står utan listtecken framför
    [dead-value] det som inte är angivet skrivs inte alls
    [true-false] ja och nej skrivs true och false
    [number-in-groups] ett tal med tusental skrivs med _ emellan eller inom citattecken
    [stray-end] raden slutar utan tecken efter värdet
    [remark] en kommentar börjar med #
    [several-values] flera värden står inom hakparenteser
    [unquoted] text och belopp med decimaler ska stå inom citattecken
    [word-quotes] det är Words citattecken; här ska det raka stå: "
    [string-lines] texten går över flera rader, men ett fält är en rad
    [string-open] citattecknet är inte avslutat
    [string-unopened] texten saknar citattecknet framför
    [text-after] det står mer efter värdet; hela texten ska stå inom citattecknen
    [quotes-inside] det står citattecken inne i texten
    [backslash] ett omvänt snedstreck skrivs dubbelt
    [unseen] här står ett mellanslag eller ett tecken som inte syns, men som inte är ett vanligt mellanslag
    [head-bracket] namnet på en tabell står inom hakparenteser: [namn]
    [head-apart] namnen ska ha en punkt emellan
    [table-twice] tabellen är redan skriven på ett annat sätt ovanför
    [bracket-unopened] den inledande parentesen saknas
    [list-open] listan är inte avslutad
    [braces-open] klammerparentesen är inte avslutad
    [braces-entry] inom klammerparenteser står namn = värde med komma emellan
    [braces] ett fält står utan klammerparenteser omkring sig
    [no-comma] här saknas ett komma
    [two-commas] här är ett komma för mycket
    [round-brackets] en lista står inom hakparenteser
    [unknown-field] ett tema har inget fält med det namnet
    [wrong-value] värdet är av ett annat slag än fältet ska ha
   *[other] det står något som inte hör hemma här
}
toml-cure = { $cure ->
    [none] { $detail ->
        [no-equals] skriv namn = värde
        [two-fields] sätt varje fält på en egen rad
        [no-value] skriv värdet efter likhetstecknet, eller ta bort raden
        [no-key] skriv fältets namn framför likhetstecknet
        [odd-key] skriv namnet med bokstäverna a-z, siffror, - och _, eller sätt det inom citattecken
        [no-comma] sätt ett komma mellan värdena
        [list-open] avsluta listan med ]
        [braces-open] avsluta klammerparentesen med {"}"}
        [string-open] avsluta texten med det citattecken som den börjar med
        [table-twice] skriv tabellen på ett ställe: antingen som [namn] eller som namn = {"{"} … {"}"}
       *[other] text och namn med å, ä, ö, mellanslag eller punkt ska stå inom citattecken, och varje rad är namn = värde
    }
   *[other] { $detail ->
        [dead-value] ta bort raden
        [two-fields] sätt varje fält på en egen rad
        [list-sign] ta bort { $text }
        [stray-end] ta bort { $text }
        [unseen] ta bort det, och skriv ett mellanslag med mellanslagstangenten där det ska vara ett
       *[other] { $second ->
            [none] skriv { $cure }
           *[other] skriv { $cure } eller { $second }
        }
    }
}
csv-detail = { $detail ->
    [quote-open] citattecknet är inte avslutat
    [delimiter] det står { csv-sign } mellan cellerna, men filen ska ha { csv-declared }
   *[other] det står mer efter citattecknet
}
csv-sign = { $sign ->
    [tab] tabb
    [comma] komma (,)
    [semicolon] semikolon (;)
    [bar] lodstreck (|)
   *[other] { $sign }
}
csv-declared = { $declared ->
    [tab] tabb
    [comma] komma (,)
    [semicolon] semikolon (;)
    [bar] lodstreck (|)
   *[other] { $declared }
}
csv-written = { $sign ->
    [tab] \t
    [comma] ,
    [semicolon] ;
    [bar] |
   *[other] { $sign }
}

## Filer som inte kan läsas.

toml-syntax = raden kan inte läsas
    .label = { toml-detail }
    .help = { toml-cure }
front-matter-late = före den första +++ står det något tomt
    .help = ta bort det tomma: +++ ska vara det första i filen
front-matter-missing = filen börjar inte med sina fält
    .help = börja filen med en rad där det bara står +++, sedan fälten, och avsluta dem med en likadan rad
front-matter-open = fälten överst i filen tar inte slut
    .help = skriv en rad där det bara står +++ efter det sista fältet
front-matter-misplaced = en rad med +++ eller --- som inte avgränsar fält: { $line }
    .help = fält står allra överst i filen mellan två rader där det bara står +++, utan något före den första, inte ens en tom rad; ett exempel på dem står i ett kodblock under någon text
fields-in-prose = `{ $key }` står i texten och inte bland fälten
    .help = sätt det mellan de två rader överst i filen där det bara står +++; ska det synas som det är, sätt det mellan ` och `
mark-in-csv = `{ $key }` är en kolumn med tal, och en kolumn döljer ingenting
    .help = skriv markeringen i tabellens .toml-fil, i rapportens index.md eller i plan.md, och ta bort kolumnen
mark-misses = { $what ->
    [folder] markeringen döljer inte mappen: filen läses som åtgärden `{ $name }`
    [page] markeringen döljer sidan `{ $name }` och inte mappen
    [site] markeringen döljer startsidan och de vanliga sidorna, och ingen plan
    [stray] markeringen döljer ingenting: filen läses inte
    [table] markeringen döljer ingenting: `{ $name }` är en tabell, och en status döljer ingen tabell
   *[status] markeringen döljer ingenting: planen har ingen åtgärd `{ $name }`
}
    .help = { $what ->
        [folder] skriv markeringen i plan.md om hela planen ska döljas, annars i filen för varje åtgärd, och ta bort filen
        [page] kalla filen index.md om hela mappen ska döljas, annars något annat
        [site] skriv markeringen i plan.md för varje plan som inte får visas; är bara startsidans ord inte färdiga, lägg dem på en egen sida
        [stray] skriv markeringen i filen den gäller: plan.md, rapportens index.md, åtgärdens fil eller tabellens .toml-fil i tables/
        [table] skriv markeringen i tables/{ $name }.toml, och ta bort filen
       *[status] skriv markeringen i rapportens index.md om hela rapporten ska döljas; gäller det en åtgärd, ge filen samma namn som åtgärdens fil
    }
public-title-alone = public_title står ensam: inget döljer det den ska stå i stället för
    .help = skriv visibility = "closed" om resten inte får visas, eller ta bort public_title
merge-conflict = två versioner av filen är inte sammanfogade: { $line }
    .help = behåll det som ska stå, och ta bort raderna med <<<<<<<, =======, >>>>>>> och |||||||
csv-syntax = raden kan inte läsas som CSV
    .label = { csv-detail }
    .help = { $sign ->
        [none] en cell inom citattecken slutar med ett citattecken, och ett inne i texten skrivs dubbelt: "Det ""goda"" livet"
       *[other] spara filen med { csv-declared } mellan cellerna, eller skriv delimiter = "{ csv-written }" under [csv] i tabellens .toml-fil (för ett nyckeltal under [nyckeltalets-id.csv] i indicators.toml)
    }
csv-ragged = raden ska ha { $expected } celler som tabellens huvud, men har { $found }
    .help = lägg till eller ta bort skiljetecken så att raden passar; en cell utan tal är helt enkelt tom
csv-title-lines = { $count ->
    [one] raden ovanför huvudet läses inte
   *[other] de { $count } raderna ovanför huvudet läses inte
}
    .help = skriv head = { $line } under [csv] i tabellens .toml-fil (för ett nyckeltal under [nyckeltalets-id.csv] i indicators.toml), eller ta bort dem
csv-head-line = { $line ->
    [none] huvudet står inte på rad { $declared }, som head säger
   *[other] huvudet står på rad { $line } och inte på rad { $declared }, som head säger
}
    .help = { $line ->
        [none] skriv numret på den rad som nämner kolumnerna vid head under [csv]
       *[other] skriv head = { $line } under [csv] i tabellens .toml-fil (för ett nyckeltal under [nyckeltalets-id.csv] i indicators.toml)
    }
not-a-line = `{ $key }` är numret på en rad: ett heltal från 1 till { $limit }
    .help = skriv numret på den rad som nämner kolumnerna; filens första rad är 1
row-ids-unknown = row_ids nämner kolumnen `{ $name }`, som filen inte har
    .help = skriv ett av namnen i filens huvud vid row_ids under [csv]: { $known }
row-without-id = raden har tal men inget som dess id kan bildas av
    .help = fyll i { $names } i raden, eller nämn en kolumn till vid row_ids under [csv]
row-not-an-id = { $text ->
    [none] raden har inget id
   *[other] `{ $text }` kan inte vara en rads id
}
    .help = skriv ett id av bokstäver, siffror och tecknen - _ . + i kolumnen row; har filen inga id, ta bort kolumnen (eller row vid heads) och skriv row_ids = "{ $column }" under [csv] i tabellens .toml-fil: då bildas id av den kolumnens ord
row-twice = raden får samma id som raden på rad { $line }: { $id }
    .help = id bildas av { $names }; nämn en kolumn till vid row_ids under [csv] så att de två kan skiljas åt, eller ge filen en kolumn row
column-without-name = kolumn nr { $number } har tal men inget namn i huvudet
    .help = skriv kolumnens id överst, eller ta bort dess celler
csv-without-row = den första kolumnen ska heta row men heter `{ $key }`
    .help = skriv row i den första cellen och under den ett id för varje rad, till exempel 3.22.01, eller låt id bildas av en kolumn med row_ids under [csv]; de andra kolumnerna är label och { $known }
csv-undeclared = talet { $text } kan läsas på två sätt, och inget säger vilket
    .label = är det { $decimals } eller { $thousands }?
    .help = skriv under [csv] i tabellens .toml-fil (för ett nyckeltal under [nyckeltalets-id.csv] i indicators.toml): decimal = "{ $decimal }" om det är decimaler, eller decimal = "{ $thousand }" och thousands = "{ $decimal }" om det är tusental
csv-without-period = filen med ett nyckeltals mätningar har ingen kolumn { $missing ->
    [value] med mätningar
   *[other] { $missing }
}; dess första kolumn heter `{ $key }`
    .help = skriv period;value, eller period;series;value med en rad för varje mätning, eller period;total;norr;soder med en kolumn för varje serie
unknown-reading-column = `{ $key }` är ingen kolumn i en fil med en rad för varje mätning
    .help = kolumnerna är period, series och value; kalla mätningarna något annat än value om varje serie har sin egen kolumn
series-twice = serien `{ $id }` har två kolumner
    .help = behåll den ena
reading-twice = `{ $id }` har två mätningar för { $period }
    .help = behåll den ena: i indicators.toml, i index.md eller i CSV-filen
said-twice = `{ $key }` och `{ $other }` säger samma sak på två sätt
    .help = behåll den ena; varje period kan ha ett eget mål under [<nyckeltal>.targets]
target-again = det finns två mål för { $period }
    .help = behåll det ena
target-contradicts = ett mål vill ha talet åt ett annat håll än { $direction ->
    [up] upp
    [down] ned
   *[other] { $direction }
}
    .help = at_least hör ihop med direction = "up", at_most med direction = "down"; utelämna direction, eller rätta det
not-a-range = between ska ha två värden, det lägsta först
    .help = skriv till exempel between = ["3", "5"]
total-is-no-series = ingen serie får heta total: i CSV-filer heter nyckeltalets egna mätningar så
    .help = skriv nyckeltalets egna mätningar under [<nyckeltal>.readings] eller i kolumnen total
empty-site = webbplatsen har inga planer; publicerades den skulle den ersätta allt som fanns
    .help = lägg minst en plan i content/plans/NAMN/plan.md; är content en undermodul, hämta den med git submodule update --init
cells-not-shown = raden { $row } är en { $kind ->
    [note] not
   *[heading] rubrik
}, så dess tal och ord i kolumnerna visas inte
    .help = ska de visas, gör raden till en summa (kind: total eller subtotal) eller en vanlig rad (kind tom); annars ta bort dem
column-without-figures = kolumnen { $id } i tabellen { $table } är deklarerad, men ingen fil har den, så den är tom
    .help = kalla den vad filen kallar den (head = "…") eller ta bort den; en kolumn som är radens id eller namn visas där
table-without-figures = tabellen { $id } är deklarerad men har inga tal och visas inte
    .help = { $path ->
        [none] lägg talen i { $id }.csv i rapportens mapp eller i tables, eller ta bort deklarationen
       *[other] talen ligger i { $path }, som inte läses; spara dem som CSV bredvid, med samma namn: { $id }.csv
    }
unread-workbook = arbetsboken { $name } läses inte
    .help = spara den som CSV bredvid, under namnet { $right }; ska läsarna kunna hämta den, länka till den
missing-row = { $count ->
        [one] raden
       *[other] raderna
    } { $names } saknas i { $id }.csv
    .help = skriv { $count ->
        [one] raden, om så utan tal: en tom cell säger att det inte finns något; summor som den är en del av räknas inte om under tiden
       *[other] raderna, om så utan tal: en tom cell säger att det inte finns något; summor som de är en del av räknas inte om under tiden
    }
report-far-off = rapporten om { $report } ligger långt från planens år, { $year }
    .help = rätta årtalet i namnet på rapportens mapp; följs planen så länge, skriv started eller finished i plan.md
report-to-come = rapporten om { $report } är inte med: webbplatsen visar läget { $since }
    .help = sätt as_of i site.toml till ett senare datum när rapporten ska ut, eller bygg med --as-of
value-to-come = { $what ->
        [overruled] nämndens status från { $report } visas inte än
        [decided] beslutet är daterat { $report } och visas som ett som inte är fattat
        [done] milstolpen är rapporterad som nådd { $report } och visas som en som inte är nådd
        [read] mätningen är daterad { $report } och är inte med
       *[reading] { $count ->
            [one] mätningen för { $report } är inte med
           *[other] { $count } mätningar är inte med, den första för { $report }
        }
    }: webbplatsen visar läget { $since }
    .help = { $what ->
        [decided] en dag då beslutet väntas står i due; rätta datumet om det är ett skrivfel
       *[other] rätta datumet om det är ett skrivfel; sätt annars as_of i site.toml till ett senare datum när siffran eller statusen ska ut
    }
draft-report = rapporten om { $report } är ett utkast och visas inte: { $count ->
        [0] ifyllda statusar: alla { $all }
       *[other] statusar som saknas: { $count } av { $all }
    }
    .help = { $count ->
        [0] ta bort raden visibility = "draft" i index.md när rapporten ska ut
       *[other] fyll i dem, eller ta bort filen för en åtgärd utan nyheter; ta bort raden visibility = "draft" i index.md när rapporten ska ut
    }
draft-lacks = en status i utkastet saknar { $what ->
        [level] sin nivå
        [words] sin text
       *[both] nivå och text
    }
    .help = { $what ->
        [level] ta bort # framför level, och skriv nivån som den är nu
        [words] skriv med ett par meningar under den sista raden med +++ hur det går
       *[both] ta bort # framför level, och skriv nivån; skriv under den sista raden med +++ hur det går
    }
misnamed = { $what ->
    [folder] mappen { $name } läses inte
   *[file] filen { $name } läses inte
}
    .help = { $taken ->
        [yes] ta bort den, eller flytta det den säger: { $right } finns redan
        [folder] flytta filerna till { $right }, som finns redan, eller ta bort mappen
        [aside] ta bort den, eller kalla den { $right } om den ska läsas; ska den inte visas, skriv visibility = "draft" i den först
       *[no] kalla den { $right }
    }
csv-encoding = filen är inte skriven som { $encoding }
    .help = spara filen som UTF-8, eller rätta encoding under [csv] i site.toml eller i tabellens deklaration
not-utf8 = filen är inte skriven som UTF-8: byte nr { $byte } kan inte läsas
    .help = spara filen igen och välj UTF-8 som teckenkodning
utf16 = filen är sparad som UTF-16 men ska vara UTF-8
    .help = spara filen igen och välj UTF-8 som teckenkodning
not-text = filen är en arbetsbok eller ett dokument och ingen text, även om namnet säger det
    .help = öppna den i programmet den kommer från och spara den som CSV (UTF-8); kopiera en text till en ny fil
control-character = texten innehåller ett osynligt styrtecken: { $char }
    .help = ta bort tecknet; det följer ofta med när text kopieras från ett annat program
submodule = mappen hör till ett annat arkiv (undermodul), och dess tidigare filer finns inte här
    .help = ha rapportens filer i det här arkivet
lfs-pointer = filen ligger i Git LFS; arkivet har bara en hänvisning till den
    .help = lägg själva filen i git: git lfs migrate export --include="FILENS NAMN"
symlink = filen är en genväg (symbolisk länk) och läses inte
    .help = lägg själva filen i mappen
file-too-large = filen är större än { $limit } MB
    .help = dela filen, eller ta bort det som inte hör till rapporten
too-many-cells = tabellen har fler än { $limit } celler
    .help = dela tabellen i flera
too-many-columns = tabellen har fler än { $limit } kolumner
    .help = dela tabellen i flera, och kontrollera om tecknet mellan cellerna är det som [csv] anger
too-many-rows = tabellen har fler än { $limit } rader
    .help = dela tabellen i flera
too-deep = innehållet är kapslat i mer än { $limit } lager
    .help = gör listorna och citaten plattare
too-long = `{ $key }` är längre än { $limit } tecken
    .help = ett fält är en kort rad; låt resten stå i texten under fälten
stray-file = { $ending ->
    [none] filen hör inte hemma någonstans
   *[other] filer av slaget .{ $ending } publiceras inte
}
    .help = { $ending ->
        [none] lägg filen i mappen den hör till, till exempel measures/ eller updates/2026-06-30/ i planens mapp, eller ta bort den
       *[other] spara den som ett av dessa slag, eller ta bort den: { $known }
    }
hidden-mistake = det finns fel i en fil där något, eller allt, inte visas för den här målgruppen på det här datumet
    .help = kör check med --audience draft, och med --as-of efter sekretessens slutdatum, och rätta felen där
open-in-finished = planen är avslutad { $since }, men { $count ->
        [one] en åtgärd eller en milstolpe
       *[other] { $count } åtgärder och milstolpar
    } saknar fortfarande ett avslut: { $names }
    .help = sätt lifecycle till done, dropped eller deferred, eller ta bort finished ur plan.md
    .meaning = åtgärder och milstolpar som ingen har rapporterat som klara, nedlagda eller uppskjutna i en plan som är avslutad; sägs en gång för varje plan
empty-plan = planen har inga åtgärder, tabeller, nyckeltal eller milstolpar
    .help = lägg minst en åtgärd i mappen measures
    .meaning = en plan utan åtgärder, tabeller, indikatorer och milstolpar
plan-without-file = mappen { $plan } har ingen plan.md
    .help = skriv { $plan }/plan.md med minst en titel, eller ta bort mappen
name-twice = två filer heter { $path }: bokstäverna ser likadana ut men är skrivna med olika tecken, och bara den ena kan läsas
    .help = kalla den ena något annat, eller ta bort den
path-collision = två sidor skulle få adressen { $path }: den här och { $other }
    .help = ge den ena ett annat id, eller lägg den i en mapp med ett annat namn; stora och små bokstäver gör ingen skillnad

## Fält och kolumner.

unknown-key = `{ $key }` är inte ett fält i { record-name }
    .help = { $home ->
        [status] fältet hör hemma i en status: är hela filen en status, så flytta den till rapportens mapp i updates, flytta annars raden dit
        [measure] fältet hör hemma i en åtgärd: är hela filen en åtgärd, så flytta den till mappen measures, flytta annars raden till åtgärdens fil
        [update] fältet hör hemma i en rapport: flytta raden till index.md i rapportens mapp i updates
        [plan] fältet hör hemma i planen: flytta raden till plan.md
        [table] `{ $field }` hör hemma under { $table }: flytta raden dit
        [withhold] ta inte bort raden innan det som den håller tillbaka är dolt: suppress_below hör hemma i en tabell, ett nyckeltal eller [confidentiality] i site.toml, redact i [history] i site.toml
        [hide] raden döljer ingenting: skriv visibility = "closed", "internal" eller "draft", eller embargo = och dagen då det får synas; ta bort den bara om alla får se det
        [unhidable] raden döljer ingenting, och här kan ingenting döljas för sig: ta ut ur filen det som inte alla får se, eller dölj det som det hör till
       *[none] ta bort raden, eller se fälten i handboken
    }
    .help-suggestion = menade du `{ $suggestion }`?
unknown-column = `{ $key }` är inte en kolumn i tabellen
    .help = skriv i tabellens .toml-fil under [{ $table }]: { $line }; ska kolumnen inte läsas, nämn den vid ignore under [csv]
    .help-suggestion = menade du `{ $suggestion }`? Huvudet har kolumnernas id eller titel; heter de något annat i filen, skriv det vid head under [columns] eller vid heads under [csv]
wrong-type = `{ $key }` ska vara { expected-type } men är { found-type }
    .help = skriv { expected-type } efter { $key } =
    .help-suggestion = { $found ->
        [list] skriv { $suggestion } med ett par hakparenteser
        [table] skriv { $suggestion } med två par hakparenteser
       *[other] { $second ->
            [none] skriv { $key } = { $suggestion }
           *[other] skriv { $key } = { $suggestion }, eller skriv { $key } = { $second } om det är en enda
        }
    }
missing-key = { record-name } saknar `{ $key }`
    .help = lägg till en rad som börjar med { $key } =
duplicate-key = `{ $key }` står två gånger
    .help = behåll den ena
    .help-suggestion = { $key ->
        [visibility] behåll den rad som döljer mest: rad { $suggestion } har den också
        [embargo] behåll den senaste dagen: rad { $suggestion } har den också
       *[other] behåll den ena av de två: rad { $suggestion } har den också
    }
empty-value = `{ $key }` är tom
    .help = skriv vem eller vad som avses, eller ta bort raden
prose-in-string = `{ $key }` är flera rader lång
    .help = ett fält är en rad; skriv längre text under fälten, efter den sista raden med +++

## Tal och belopp.

float-amount = { $thousands ->
    [none] beloppet `{ $key }` ska stå inom citattecken
   *[other] beloppet `{ $key }` kan läsas på två sätt
}
    .label = { $thousands ->
        [none] ett tal med decimaler
       *[other] är det { $decimals } eller { $thousands }?
    }
    .help = { $thousands ->
        [none] skriv { $key } = "{ $decimals-cure }"
       *[other] skriv { $key } = "{ $decimals-cure }" eller { $key } = { $thousands-cure }
    }
ambiguous-amount = beloppet `{ $key }` kan läsas på två sätt
    .label = är det { $decimals } eller { $thousands }?
    .help = skriv { $decimals-cure } om det är decimaler, eller { $thousands-cure } om det är tusental
ambiguous-reading = indikatorns tal kan läsas på två sätt
    .label = är det { $decimals } eller { $thousands }?
    .help = skriv decimals = 3 vid indikatorn om det är decimaler, eller { $thousands-cure } om det är tusental
foreign-decimal = beloppet `{ $key }` har fel decimaltecken
    .help = skriv { $cure }
not-an-amount = { $reason ->
    [empty] `{ $key }` är tom men ska vara ett belopp
   *[text] `{ $key }` ska vara ett belopp men är `{ $text }`
}
    .help = { $reason ->
        [target] skriv målet som at_least, at_most, between eller words, till exempel at_least = "40 %"; när det ska nås står i date
       *[text] { $second ->
            [none] { $cure ->
                [none] skriv ett tal, till exempel { $small } eller { $large }; lämna cellen tom (eller utelämna raden) när talet inte är känt, eller skriv ett streck (-) när det inte finns något
               *[other] { $style ->
                    [none] skriv { $cure }
                   *[other] skriv { $cure }, eller skriv negative = "{ $style }" under [csv] i tabellens .toml-fil (för ett nyckeltal under [nyckeltalets-id.csv] i indicators.toml)
                }
            }
           *[other] skriv ett enda tal: { $cure } eller { $second }
        }
    }
too-many-decimals = beloppet `{ $key }` har fler än tolv decimaler: { $text }
    .help = avrunda till högst tolv decimaler
too-large = beloppet `{ $key }` är för stort: { $text }
    .help = leta efter en felaktig enhet eller en siffra för mycket; belopp ska vara mindre än 1 000 000 000 000 000
not-a-count = `{ $key }` ska vara ett heltal utan enhet
    .help = skriv hur många som står på nivån, till exempel 12
not-a-unit = `{ $text }` är inte en enhet
    .help = skriv "kr", "tkr", "mnkr", "mdkr", "1 000 EUR", "mn GBP", "%" eller ett ord som "familjer"
nearly-money = enheten { $text } läses som ett ord, så dess belopp är inte pengar
    .help = skriv "kr", "tkr", "mnkr", "mdkr", "1 000 EUR" eller "mn GBP", och räkna om talen; vad som annars ska sägas om dem (prisnivå, moms) hör hemma i titeln eller i en not
    .help-suggestion = menade du "{ $suggestion }"? Vad som annars ska sägas om talen (prisnivå, moms) hör hemma i titeln eller i en not
units-differ = { $what ->
    [remark] ”{ $unit }” efter talet i `{ $key }` är inte en enhet
   *[other] `{ $key }` är i { $unit } och kan inte läggas ihop med tal i { $expected }
}
    .help = { $what ->
        [remark] låt talet stå ensamt och skriv resten som en fotnot (notes) eller i en kolumn med ord (text = true)
        [measure] skriv ett tal i { $unit } som ett nyckeltal (indicators.toml), eller lägg åtgärden i en egen plan med den enheten; är det ett belopp, skriv beloppet i { $expected }
        [total] skriv beloppet i { $expected }; är det en andel eller ett antal, skriv det i texten eller som ett nyckeltal (indicators.toml)
        [column] räknar hela kolumnen i { $unit }, skriv det som dess unit; ge annars talet en egen kolumn
        [share] räknar hela kolumnen i { $unit }, skriv det som dess unit; är raden en andel, skriv i kolumnen formula vad den är en andel av, till exempel "drift / totalt"
        [formula] låt formeln använda kolumner i samma enhet, eller rätta kolumnens unit
        [indicator] skriv talet i { $expected }, eller rätta nyckeltalets unit
       *[money] skriv beloppet i { $expected }, eller rätta unit
    }
bad-formula = formeln `{ $formula }` kan inte läsas
    .label = `{ $detail }` kan inte läsas
    .help = en formel har namn på rader eller kolumner med +, -, / eller : emellan, som "drift + rantor" eller "social:barn"
formula-cycle = `{ $row }` beräknas av sig själv
    .help = rätta formeln så att ingen rad eller kolumn ingår i sin egen summa
too-large-to-compute = formeln i { $column } för { $row } ger ett tal som är för stort för att beräknas
    .help = kontrollera om formeln lägger ihop samma rad många gånger, eller om ett tal har för många siffror
opposite-sign = beloppet för åtgärd { $number } har motsatt tecken mot de andra
    .help = { $what ->
        [investment] sätt minus framför beloppet, eller ta bort investment = true om det är en besparing
       *[saving] ta bort minustecknet, eller skriv investment = true om det är en investering
    }
    .meaning = en negativ besparing som inte är en investering, eller en positiv investering
open-share = kan inte räknas som andel, för tabellen har flera totaler, och ingen av dem är den minsta som lägger med raden: { $names }
    .help = skriv i kolumnen formula vad varje total lägger ihop, till exempel "social + barn", eller skriv i kolumnen of vilken total ovanför raden är en andel av; är raden ingen andel av något, skriv - i cellen
    .meaning = en rad i en tabell med share_of och flera totaler, där ingen är den minsta som lägger med raden, så att andelen inte räknas ut; sägs en gång för varje tabell
total-without-formula = utan formel, och därför tryckt utan att räknas efter: { $names }
    .help = skriv i kolumnen formula vad som läggs ihop, till exempel "social:barn" eller "drift + rantor"; ska det inte räknas efter, skriv total-without-formula = "off" under [checks] i site.toml
    .meaning = en summa eller delsumma utan formel, som trycks utan att räknas efter; sägs en gång för varje tabell
years-added = åtgärd { $number } är från { $year }, och planens summa lägger ihop belopp från flera år: { $years }
    .help = rätta year, eller lägg åtgärder från ett annat år i en egen plan; är summan menad så, skriv years-added = "off" under [checks] i site.toml: vid summan står det ändå vilka år den gäller
    .meaning = åtgärder vars tal är från ett annat år än dem de läggs ihop med; summan säger det på varje sida, och det sägs en gång för varje plan
price-levels-mixed = en formel lägger ihop prisnivåer eller drar dem från varandra: { $levels }
    .help = räkna om beloppen till en prisnivå och skriv den i titeln; är formeln menad så (en prisomräkning), skriv price-levels-mixed = "off" under [checks] i site.toml: under tabellens titel står det ändå vilka prisnivåer som används
    .meaning = en formel som lägger ihop belopp i en prisnivå (`Budget (2020 års priser)`) med belopp i en annan eller drar dem från varandra; tabellen säger det också, och det sägs en gång för varje tabell
undeclared-total = kallas en summa, men räknas med som vilken annan rad som helst: { $names }
    .help = skriv total i kolumnen kind, och i kolumnen formula vad som läggs ihop, till exempel "januari:juni"; är det ingen summa, skriv undeclared-total = "off" under [checks] i site.toml
    .meaning = en rad som kallas en summa (`Summa`, `Totalt`) men är en rad som de andra, så att inget jämförs med den och den läggs med när det läggs ihop; sägs en gång för varje tabell
decimals-unfit = decimals ska vara ett heltal från 0 till { $most }
    .help = skriv till exempel decimals = 1; talen förblir exakta och visas avrundade
too-many-shown = shown nämner fler serier än { $limit }
    .help = välj högst { $limit }; tabellen under diagrammet har alla
late-reading = mätningen av { $name } skulle ha kommit { $due }
    .help = skriv mätningen i en rapport, eller rätta next eller frequency
    .meaning = en indikator vars nästa mätning skulle ha kommit enligt next eller frequency och inte har gjort det
target-behind = { $name } ska { $direction ->
        [up] upp
       *[other] ner
    }, men målet { $amount } ligger { $direction ->
        [up] under
       *[other] över
    } utgångsläget { $other-amount }
    .help = rätta direction, eller rätta target eller baseline; ska talet bara hållas under en gräns, skriv at_most, eller at_least för över en
    .meaning = ett mål som ligger bakom indikatorns utgångsläge åt det håll den ska gå: 5 där 12 ska upp; ingen mätning sägs ha nått det
inherited-unit = ”{ $name }” saknar enhet och räknas därför i { $unit }
    .help = skriv vad som räknas, till exempel unit = "ärenden" eller unit = "%"; är det pengar, skriv unit = "{ $unit }"
    .meaning = en indikator utan enhet, som därför räknas i planens eller webbplatsens pengar
many-decimals = ”{ $name }” har tal med { $number } decimaler, och sidorna visar alla
    .help = skriv till exempel decimals = 1 här; talen förblir exakta och visas avrundade
    .meaning = tal med fler än fyra decimaler, som alla visas eftersom decimals inte säger annat; sägs en gång för varje indikator, kolumn och plan
suppress-below-unfit = suppress_below ska vara ett heltal från { $least } till { $most }
    .help = skriv till exempel suppress_below = 5; vid 2 skulle det bara finnas ett antal att dölja, och 0 döljer ingenting
suppress-counts-nothing = suppress_below döljer ingenting här: det finns inga antal
    .help = pengar, procent, andelar, skillnader och tal per något annat är inga antal; skriv enheten som räknas (unit = "personer"), eller ta bort raden
suppression-unproved = i { $title } visas inga tal: det kan inte bevisas att ingen kan räkna ut de dolda antalen
    .help = ska något visas, dela tabellen i mindre tabeller, slå ihop rader eller utelämna en summa
withheld-counts = i { $what } visas antal som är för små inte ({ $small }), och inte heller tal som de kunde räknas ut av ({ $further })
    .help = slås rader ihop, eller utelämnas en summa, kan fler tal visas; skriv withheld-counts = "off" under [checks] i site.toml när ni har sett det
    .meaning = tal som inte publiceras eftersom suppress_below säger det: antal som är för små, och det som de kunde räknas ut av
small-count = { $what } är ett antal { $unit } mellan 1 och 4: så få kan kännas igen av dem som känner någon av dem
    .help = slå ihop flera till ett tal, eller utelämna talet; är det beslutat att det får visas, skriv small-count = "off" under [checks] i site.toml
    .meaning = ett antal på en till fyra personer, barn eller familjer i en indikator eller en tabell: så få kan kännas igen av den som känner en av dem
part-exceeds-whole = { $row } är en del av { $whole } men är större: { $amount } mot { $other-amount } i { $column }
    .help = rätta det tal som är fel, eller kolumnen `of` om raden inte är en del av den andra
    .meaning = en därav-rad som är större än den rad den är en del av, där ingen annan del har motsatt tecken
previous-differs = { $row } har som föregående prognos { $amount }, men rapporten per { $report } säger { $other-amount } i { $column }
    .help = rätta det tal som är fel; är det gamla rättat sedan dess, rätta det också i den gamla rapporten
    .meaning = ett tal i kolumnen previous som inte är vad den förra rapporten med denna tabell sade
counts-differ = { $reason ->
    [all] { $expected } anges totalt i { $area }, men nivåerna ger { $found }
    [areas-all] { $expected } anges totalt i hela planen, men områdena ger { $found }
    [areas] { $expected } anges på { $level } för hela planen, men områdena ger { $found }
   *[measures] { $expected } anges på { $level } i { $area }, men { $found ->
        [one] en åtgärd står
       *[other] { $found } åtgärder står
     } där
 }
    .help = rätta det felaktiga talet eller åtgärdernas nivåer
    .meaning = angivna antal per nivå som inte är vad nivåerna, områdena eller åtgärderna ger
stated-differs = { $row ->
    [none] { what-name }
   *[other] { $row } / { what-name }
 }: angivet { $stated }, beräknat { $computed }, skillnad { $difference }
    .help = rätta det felaktiga talet, eller förklara skillnaden i en not
    .meaning = en angiven summa som dess delar inte förklarar, inte heller genom avrundning

## Personnummer.

personal-number = { $number } är ett danskt personnummer (CPR) och får inte publiceras
    .help = ta bort numret. Är det något annat kan det tillåtas i site.toml: skriv först `[personal_numbers]` och under den `salt = "…"` med minst 16 tecken som ni själva hittar på, och kör igen; då står här den rad som tillåter det
    .help-suggestion = ta bort numret. Är det något annat, skriv `{"{"} hash = "{ $suggestion }", reason = "vad det är" {"}"}` i listan `allowed` under `[personal_numbers]` i site.toml

possible-personal-number = { $number } kan vara ett danskt personnummer (CPR): tio siffror som börjar med ett datum
    .help = ta bort numret om det är ett personnummer. Är det något annat kan det tillåtas i site.toml: skriv först `[personal_numbers]` och under den `salt = "…"` med minst 16 tecken som ni själva hittar på, och kör igen; då står här den rad som tillåter det
    .help-suggestion = ta bort numret om det är ett personnummer. Är det något annat, skriv `{"{"} hash = "{ $suggestion }", reason = "vad det är" {"}"}` i listan `allowed` under `[personal_numbers]` i site.toml

personal-number-in-edition = utgåvan `{ $id }` skulle åter publicera { $number }, som är ett danskt personnummer (CPR) och står i { $path } i den version utgåvan är gjord av
    .help = ta ut utgåvan ur site.toml, nämn det som numret står i under `redact` i `[history]`, eller låt utgåvan följa en commit där numret är borttaget. Är det något annat än ett personnummer kan det tillåtas: skriv `salt = "…"` med minst 16 tecken under `[personal_numbers]` i site.toml, och kör igen
    .help-suggestion = ta ut utgåvan ur site.toml, nämn det som numret står i under `redact` i `[history]`, eller låt utgåvan följa en commit där numret är borttaget. Är det något annat än ett personnummer, skriv `{"{"} hash = "{ $suggestion }", reason = "vad det är" {"}"}` i listan `allowed` under `[personal_numbers]`

personal-number-in-history = historiken skulle visa { $number }, som är ett danskt personnummer (CPR) och kom in { $date } i commit { $commit }
    .help = låt historiken börja senare: skriv `since` under `[history]` i site.toml med en commit eller en tagg där numret är borttaget, eller skriv det som angav det i listan `redact`. Är det något annat än ett personnummer kan det tillåtas: skriv `salt = "…"` med minst 16 tecken under `[personal_numbers]`, och kör igen
    .help-suggestion = låt historiken börja senare: skriv `since` under `[history]` i site.toml med en commit eller en tagg där numret är borttaget, eller skriv det som angav det i listan `redact`. Är det något annat än ett personnummer, skriv `{"{"} hash = "{ $suggestion }", reason = "vad det är" {"}"}` i listan `allowed` under `[personal_numbers]`

attachment-unread = texten i filen kan inte läsas, så ingen har letat efter personnummer i den
    .help = gå själv igenom filen, eller spara den så att texten kan markeras och kopieras: en inskannad sida är en bild

short-salt = `salt` är för kort: det ska ha minst { $limit } tecken
    .help = skriv några slumpmässiga ord till; annars kan det gissas, och numren med det

not-a-number-hash = `{ $text }` är inte en `hash` av ett nummer
    .help = kopiera den från meddelandet om numret: 32 tecken, 0-9 och a-f

published-secret = ord från { $source }, som är dold, står i den publicerade filen
    .help = bygg webbplatsen igen, och se efter i temat och i filer som har lagts i mappen för hand; vilka ord det är sägs inte här

published-unreadable = den publicerade filen är ett arkiv som inte kan öppnas, så ingen vet vad den innehåller
    .help = lägg filen i mappen utan lösenord, eller ta bort den

published-personal-number = { $number } är ett danskt personnummer (CPR) och står i den publicerade filen
    .help = ta ner filen, ta bort numret ur innehållet, och bygg igen

## Datum och perioder.

no-such-date = `{ $key }` ska vara ett datum, men { $text } finns inte
    .help = se efter i kalendern, och skriv år-månad-dag som 2020-06-30
not-a-period = `{ $key }` ska vara ett datum eller en period men är `{ $text }`
    .help = skriv till exempel 2020-06-30, "2020-06", "2020-Q2", "2020", "primo 2022" eller "våren 2022"
    .help-suggestion = skriv { $suggestion }
year-not-declared = { $key ->
        [updates] mappen `{ $text }` har namn efter ett år
       *[other] `{ $text }` räknar med ett år
    } som ligger i två kalenderår, och det framgår inte vilken månad det börjar i
    .help = skriv till exempel year_begins = "aug" för läsåret eller "apr" för ett räkenskapsår, i site.toml eller bland planens fält
ambiguous-period = `{ $text }` kan betyda två saker: "{ $first }" eller "{ $second }"
    .help = skriv "{ $first }" eller "{ $second }"
month-twice = { $month } står två gånger
    .help = låt varje månad stå en gång; ett spann som jan-mar omfattar också månaderna däremellan
not-a-month = `{ $key }` är inte en månad
    .help = skriv jan, feb, mar, apr, maj, jun, jul, aug, sep, okt, nov eller dec, eller ett spann som jan-mar
bad-update-folder = mappen `{ $name }` har inte fått sitt namn av ett rapportdatum
    .help = { $aside ->
        [yes] ska rapporten inte visas än, skriv visibility = "draft" i dess index.md, och kalla sedan mappen 2020-06-30, 2020-06, 2020-Q2, 2020-H1 eller 2020
       *[no] kalla den till exempel 2020-06-30, 2020-06, 2020-Q2, 2020-H1 eller 2020
    }
    .help-suggestion = kalla den { $suggestion }

## Namn som ska finnas.

not-an-id = `{ $key }` ska vara ett id men är `{ $text }`
    .help = { $meant ->
        [none] använd bara bokstäver, siffror och tecknen - _ . +
       *[other] skriv { $meant }, eller använd bara bokstäver, siffror och tecknen - _ . +
    }
    .help-suggestion = är det en kopia av `{ $suggestion }`? Ta då bort den, eller flytta ut den; använd annars bara bokstäver, siffror och tecknen - _ . + i namnet
level-twice = ”{ $word }” är redan ett namn på nivån ”{ $other }”
    .help = ge varje nivå ett eget ord och ett eget id; stora och små bokstäver skiljer dem inte åt
signs-alike = thousands och decimal är samma tecken, { $text }
    .help = skriv thousands = "{ $other }" eller thousands = "" för inget, som filerna har det
damaged-text = { $what ->
        [misread] ”{ $text }” är bokstäver som lästs i fel teckenkodning
        [lost] en bokstav har gått förlorad i ”{ $text }”
        [field] ”{ $text }” är ett fel från dokumentet som texten kopierades från
        [formula] ”{ $text }” är en formel i arbetsboken som inte går att räkna ut
       *[sign] här står ett tecken som bara finns i typsnitten Symbol och Wingdings: läsarna ser en tom ruta
    }
    .help = { $what ->
        [lost] skriv bokstaven, och se igenom resten av filen; spara den som UTF-8
        [field] ta bort det, eller skriv vad det hänvisar till; se igenom resten av filen
        [formula] rätta formeln i arbetsboken, eller skriv vad som ska stå
       *[other] skriv tecknet som menas, till exempel - för en punkt i en lista; se igenom resten av filen
    }
    .help-suggestion = skriv { $suggestion }, och se igenom resten av filen
not-a-choice = `{ $key }` kan inte vara `{ $text }`
    .help = { $hides ->
        [yes] ska det döljas, skriv visibility = "closed", "internal" eller "draft" bland filens fält; välj annars mellan { $words }
        [row] en rad kan inte döljas: ta bort den om inte alla får se den; välj annars mellan { $words }
       *[no] välj mellan { $words }
    }
    .help-suggestion = menade du `{ $suggestion }`? Möjligheterna är { $words }
unknown-committee = nämnden `{ $id }` finns inte
    .help = { $form ->
        [one] här kan bara en nämnd stå: skriv koden för en av dem
        [name] skriv fremdrift new committee KOD "{ $id }" med nämndens egen kod i stället för KOD; skriv den koden här, eller rätta namnet
       *[id] skriv fremdrift new committee { $id } "Namn", som lägger till nämnden i { -committees }, eller rätta namnet
    }
    .help-suggestion = { $form ->
        [list] flera står inom var sina citattecken: { $suggestion }
        [name] menade du `{ $suggestion }`? Annars lägger fremdrift new committee KOD "{ $id }" till nämnden i { -committees }, med nämndens egen kod i stället för KOD
       *[id] menade du `{ $suggestion }`? Annars lägger fremdrift new committee { $id } "Namn" till nämnden i { -committees }
    }
unknown-owner = den ansvariga `{ $id }` finns inte
    .help = { $form ->
        [one] här kan bara en ansvarig stå: skriv id för en av dem
        [name] skriv fremdrift new owner "{ $id }", och skriv här det id som den ansvariga får i { -owners }, eller rätta namnet
       *[id] skriv fremdrift new owner --id { $id } "Titel", som lägger till den ansvariga i { -owners }, eller rätta namnet
    }
    .help-suggestion = { $form ->
        [list] flera står inom var sina citattecken: { $suggestion }
        [name] menade du `{ $suggestion }`? Annars lägger fremdrift new owner "{ $id }" till den ansvariga i { -owners }
       *[id] menade du `{ $suggestion }`? Annars lägger fremdrift new owner --id { $id } "Titel" till den ansvariga i { -owners }
    }
empty-level = det står ingen nivå
    .help = skriv en nivå ({ $choices }), eller ta bort raden om inget är nytt
unknown-level = `{ $word }` är inte en nivå på skalan { $scale }
    .help = { $hides ->
        [yes] ska det döljas, skriv visibility = "closed", "internal" eller "draft" bland filens fält; välj annars mellan { $choices }
       *[no] välj mellan { $choices }
    }
    .help-suggestion = menade du `{ $suggestion }`? Nivåerna är { $choices }
unknown-scale = skalan `{ $id }` finns inte
    .help = lägg till [scales.{ $id }] i site.toml, eller rätta namnet
    .help-suggestion = menade du `{ $suggestion }`? Skalorna står i site.toml
unknown-revision = utgåvan `{ $id }` är låst till `{ $revision }`, som inte finns i git
    .help = rätta revision i site.toml till en tagg (tag) eller en commit, eller hämta taggarna med `git fetch --tags`
moving-revision = utgåvan `{ $id }` är låst till `{ $revision }`, som flyttar sig: en gren (branch) är en annan commit i morgon
    .help = skriv en tagg (tag) eller en commit i revision, till exempel revision = "utgava/{ $id }", och lås utgåvan med fremdrift edition cut { $id }
edition-without-site = utgåvan `{ $id }` är låst till `{ $revision }`, där webbplatsen inte låg i den här mappen
    .help = skriv en commit i revision där den låg här, eller lägg tillbaka webbplatsen där den låg; flyttas en webbplats längre ned hittas den av sig själv
edition-to-come = utgåvan `{ $id }` är inte med: dess datum är { $when }, och webbplatsen visar hur det stod { $since }
    .help = den kommer med när webbplatsen byggs den dagen eller senare
edition-not-fetched = utgåvan `{ $id }` kan inte göras: filerna i `{ $revision }` är inte hämtade till den här klonen
    .help = hämta alla filer: git fetch --refetch --no-filter, eller klona på nytt utan --filter
edition-with-errors = utgåvan `{ $id }` har { $count } fel i sitt dåvarande innehåll; den visas så gott den kan läsas
    .help = skriv en nyare commit i revision, eller låt utgåvan stå; det som inte kan läsas är utelämnat
redact-unknown = `{ $entry }` under redact är inget som webbplatsen känner till: varken ett id som något har eller har haft, eller en commit
    .help = skriv ett id som fremdrift log förstår (plan/åtgärd), eller de första sju tecknen eller fler av en commit; är det borttaget ur git, ta bort raden
    .help-suggestion = menade du `{ $suggestion }`? Skriv ett id som fremdrift log förstår, eller de första sju tecknen eller fler av en commit
redact-unknown-field = `{ $entry }` har inget fält som heter `{ $field }`, så redact håller ingenting tillbaka
    .help = skriv fältet som det heter i filen (`#title`), `#text` för texten, eller bara id:t för allt
    .help-suggestion = menade du `{ $suggestion }`? Skriv fältet som det heter i filen, eller bara id:t för allt
redact-ambiguous = `{ $entry }` under redact kan betyda flera saker: flera commits börjar så, eller något har det också som id
    .help = skriv fler tecken av committen, eller planens id framför id:t (plan/åtgärd)
redact-off-branch = committen `{ $entry }` under redact är inte ett steg i webbplatsens historik, så det finns inget att hålla tillbaka
    .help = skriv den commit som förde in det på grenen, ofta en sammanfogning (merge); git log --first-parent visar dem
edition-redacted = utgåvan `{ $id }` visas inte: den säger något i site.toml, en skala eller ett register som redact håller tillbaka och som inte kan tas ur den
    .help = lås en ny utgåva efter rättelsen, eller ta bort utgåvan ur site.toml
unknown-history-start = historiken ska räknas från `{ $revision }`, som inte finns i git, och berättas därför inte
    .help = rätta since under [history] i site.toml till en tagg (tag) eller en commit som finns
edition-without-repository = utgåvan `{ $id }` kan inte göras: mappen ligger inte i git
    .help = bygg från en klon som har `{ $revision }`; resten av webbplatsen byggs utan utgåvan
unknown-measure = åtgärden `{ $id }` finns inte i planen
    .help = en åtgärd känns igen på sitt filnamn i mappen measures; rätta namnet, eller skapa filen; en åtgärd som lagts ned behåller sin fil och får lifecycle = "dropped" i en status
    .help-suggestion = menade du `{ $suggestion }`? En åtgärd känns igen på sitt filnamn i mappen measures
unknown-indicator = nyckeltalet `{ $id }` finns inte i planen
    .help = lägg till [{ $id }] i planens indicators.toml, eller rätta namnet
    .help-suggestion = menade du `{ $suggestion }`? Nyckeltalen står i planens indicators.toml
unknown-series = nyckeltalet { $indicator } har ingen serie `{ $id }`
    .help = lägg till { $id } = "dess titel" under [{ $indicator }.series] i planens indicators.toml, eller rätta namnet; total står för nyckeltalets egna mätningar
    .help-suggestion = menade du `{ $suggestion }`? Serierna står under [{ $indicator }.series] i planens indicators.toml
unknown-milestone = milstolpen `{ $id }` finns inte i planen
    .help = lägg till [milestones.{ $id }] i planens milestones.toml, eller rätta namnet
    .help-suggestion = menade du `{ $suggestion }`? Milstolparna står i planens milestones.toml
unknown-decision = beslutet `{ $id }` finns inte i planen
    .help = lägg till [decisions.{ $id }] i planens milestones.toml, eller rätta namnet
    .help-suggestion = menade du `{ $suggestion }`? Besluten står i planens milestones.toml
unknown-table = tabellen `{ $id }` är inte deklarerad i planen
    .help = skriv tables/{ $id }.toml med kolumner och enhet, eller rätta namnet; mätningar av ett nyckeltal ligger i en fil med nyckeltalets namn
    .help-suggestion = menade du `{ $suggestion }`? Tabellerna är deklarerade i planens mapp tables, nyckeltalen i dess indicators.toml
unknown-section = avsnittet `{ $id }` finns inte i planen
    .help = { $choices ->
        [none] skriv sections = ["{ $id }"] i plan.md, eller ta bort raden
       *[other] välj mellan { $choices }, eller lägg till avsnittet under sections i plan.md
    }
unknown-row = raden `{ $id }` finns inte i tabellen
    .help = rätta namnet, eller lägg till raden
    .help-suggestion = menade du `{ $suggestion }`?
unknown-theme = temat `{ $id }` finns inte
    .help = lägg temat i mappen themes/{ $id }, eller rätta theme i site.toml
unknown-check = det finns ingen kontroll `{ $id }`
    .help = ta bort raden; fremdrift check --list visar alla kontroller
    .help-suggestion = menade du `{ $suggestion }`?
unknown-schema = det finns inget schema `{ $id }`
    .help = det finns { $known }
    .help-suggestion = menade du `{ $suggestion }`?
unknown-code = det finns ingen kod `{ $id }`
    .help = fremdrift check --list -v visar alla
    .help-suggestion = menade du `{ $suggestion }`?
fixed-severity = `{ $id }` kan inte ändras: den säger att något inte kan läsas, eller inte visas så som det är skrivet
    .help = ta bort raden och rätta det den säger; fremdrift check --list visar vad som kan ändras
duplicate-id = id:t `{ $id }` används redan i { $other }
    .help = ge den ena ett annat id
duplicate-number = numret { $number } används redan av { $other }
    .help = ge den ena ett annat nummer
scale-without-levels = skalan `{ $scale }` har inga nivåer
    .help = skriv nivåerna under levels från bäst till sämst, var och en med id, word och tone

## Text, länkar och bilder.

mark-without-note = märket { $mark } har ingen not
    .help = skriv notens ord under [notes] som "{ $mark }" = "…", eller ta bort märket
note-without-mark = noten { $mark } har inget märke
    .help = sätt { $mark } efter det tal eller namn som noten handlar om, eller ta bort noten
broken-link = länken till { $target } leder ingenstans
    .help = rätta adressen så att den pekar på en fil i content
    .help-suggestion = menade du { $suggestion }?
    .meaning = en länk som inte leder till någon fil på webbplatsen; en som leder ut ur webbplatsens mapp kan inte stängas av
unpublished-link = länken leder till { $target }, och filer av det slaget publiceras inte
    .help = spara filen som ett av dessa slag, och rätta länken: { $known }
    .meaning = en länk till en fil som finns där men är av ett slag som inte publiceras
broken-fragment = sidan har inget ställe som heter { $target }
    .help = rätta det som står efter # till en rubrik på sidan, eller ta bort det
    .meaning = en länk till en rubrik som sidan inte har, eller till en rapport som åtgärden inte har
missing-picture = bilden { $target } finns inte
    .help = lägg bilden bredvid texten, eller rätta namnet
    .meaning = en bild som inte är en fil på webbplatsen; en utanför webbplatsens mapp kan inte stängas av
picture-without-alt = bilden { $target } saknar ord för dem som inte kan se den
    .help = skriv vad bilden visar inom hakparenteserna: ![Staplar över kostnader 2017-2020]({ $target })
unsafe-link = en länk kan inte börja med { $scheme }:
    .help = använd en adress som börjar med https:, mailto: eller tel:, eller en fil på webbplatsen
not-an-address = `{ $key }` är ingen adress på nätet: { $text }
    .help = skriv hela adressen, från https:// eller http:// och utan användarnamn, som https://www.kommun.se/sida
    .help-suggestion = skriv { $suggestion }
remote-picture = bilden { $target } ligger på en annan server
    .help = lägg en kopia bredvid texten, så att sidan inte hämtar något utifrån
raw-html = texten innehåller HTML som inte kan visas: { $tag }
    .help = { $hides ->
        [comment] en kommentar publiceras inte; ta bort den, så sägs inget mer
        [yes] utan taggen skulle det visas: ta bort det som ska döljas, eller lägg det på en egen sida med visibility = "closed"
       *[no] skriv det i Markdown, eller sätt det mellan ` och ` om det ska synas som det är
    }
html-open = det som döljs här tar inte slut: { $tag }
    .help = avsluta en kommentar med --> och ett element som <script> med sitt </script> före nästa tomma rad, eller skriv \<, eller sätt det mellan ` och ` om det ska synas som det är
near-markdown = { $what ->
    [fence-open] kodblocket tar inte slut, så resten av texten visas som kod: { $text }
    [link] länken visas med sina parenteser: { $text }
    [definition] raden läses som adressen till en länk som ingen använder, och visas inte: { $text }
    [link-around-mark] en länk kan inte ha en fotnots märke bland sina ord: { $text }
    [mark-as-link] fotnotens märke blir en länk, eftersom en parentes står direkt efter det: { $text }
    [link-in-link] en länk kan inte stå i en annan: { $text }
    [heading] det blir inte en rubrik: { $text }
    [footnote] fotnoten { $text } saknar ord och visas så som den är skriven
    [footnote-mark] orden till fotnoten { $text } saknar märke i texten
    [cells] raden har fler celler än tabellens huvud, och de sista visas inte: { $text }
    [table] det blir inte en tabell: { $text }
    [bullets] listan visas som en enda lång rad: { $text }
    [stars] tecknen mellan siffrorna försvinner: { $text }
    [underline] texten blir en rubrik, eftersom ett streck står direkt under den: { $text }
   *[date] dagen i datumet blir ett nummer i en lista: { $text }
}
    .help = { $cure ->
        [none] { $what ->
            [fence-open] avsluta blocket med en rad där det bara står samma tecken som det börjar med
            [link-in-link] skriv de två länkarna efter varandra
            [footnote] skriv en rad som börjar med { $text }: och har fotnotens ord
            [footnote-mark] skriv { $text } i texten där fotnoten hör hemma
            [bullets] börja varje rad med - i stället för det andra tecknet
            [cells] ge huvudet en cell till, eller ta bort det som är för mycket; ett streck i en cell skrivs \|
            [underline] skriv en tom rad ovanför strecket
           *[table] skriv kolumnernas namn överst och under dem en rad som | --- | --- |
        }
       *[other] { $what ->
            [link] en adress med mellanslag står inom vinkelparenteser; skriv { $cure }
            [underline] skriv en tom rad ovanför strecket
           *[other] skriv { $cure }
        }
    }

## Temat.

template-error = mallen kan inte användas
    .label = { $detail }
    .help = rätta mallen i temat, eller ta bort den så att standardtemats används
bad-colour = färgen { $colour } kan inte läsas
    .help = skriv den som # och sex siffror, till exempel "#0059b3"
contrast = texten på färgen { $colour } är för svag: kontrasten är { $ratio } men ska vara minst 4,5
    .help = använd { $cure }, den närmaste färg som kan läsas

## Rapporten jämförd med sig själv.

overdue-measure = åtgärd { $number } skulle ha varit klar { $due } men är inte rapporterad som klar
    .help = skriv lifecycle = "done" i nästa status, eller ge åtgärden en ny tidsfrist
    .meaning = en åtgärd som har passerat sin tidsfrist och inte är rapporterad klar
overdue-milestone = milstolpen { $number } skulle ha nåtts { $due } men är inte rapporterad som nådd
    .help = skriv lifecycle = "done" eller en ny due under [milestones.{ $number }] i nästa rapport
    .meaning = en milstolpe som har passerat sitt datum och inte är nådd
missing-status = åtgärd { $number } { $since ->
    [never] har ingen status än
   *[other] saknar status sedan { $since }
}
    .help = lägg en statusfil i rapportens mapp, eller skriv lifecycle = "done" eller "dropped"
    .meaning = en öppen åtgärd som den senaste rapporten inte säger något om
overdue-report = rapporten { $report } har inte kommit
    .help = skapa rapportens mapp i updates, eller flytta den i planens milestones.toml
    .meaning = en rapport som var aviserad och inte har kommit
green-but-behind = åtgärd { $number } är rapporterad som på rätt väg men { $what ->
    [forecast] väntas bara nå
   *[achieved] har bara nått
} { $achieved } av { $required }
    .help = välj en annan nivå, eller skriv i status hur resten nås: anmärkningen står kvar tills siffrorna följer med
    .meaning = en åtgärd rapporterad som god som har nått mindre än hälften av vad den gångna delen av året skulle ge, eller väntas nå mindre än hälften av kravet
complete-but-open = åtgärd { $number } är rapporterad som ”{ $level }” men inte som klar
    .help = skriv lifecycle = "done" i status, eller välj en annan nivå
    .meaning = en åtgärd vars nivå har tonen `complete` men som inte är rapporterad som klar: den räknas fortfarande som öppen
red-without-action = åtgärd { $number } är kritisk, men status säger inte vad som görs
    .help = skriv det i status under rubriken Insats
    .meaning = en röd åtgärd vars status saknar ord
out-of-scale = { $size ->
    [large] { $what } har { $amount }, minst 300 gånger { $other-amount }
   *[small] { $what } har { $amount }, och bredvid står { $other-amount }, minst 300 gånger så mycket
}
    .help = saknas enheten, skriv den, som i "2,5 mnkr"; annars rätta talet, eller skriv out-of-scale = "off" under [checks] i site.toml när det är kontrollerat
    .meaning = ett tal som är omkring tusen gånger så stort som det som står bredvid, eller omkring en tusendel, så att enheten nog är glömd: en åtgärds tal bredvid varandra och bredvid andra åtgärders, en mätning bredvid nyckeltalets andra; även medel år för år, effekt bredvid den planerade, budgetöverskridande i planens rapporter och tal i tabeller
stale-text = åtgärd { $number } har haft samma statustext i { $count } rapporter
    .help = skriv vad som är nytt, eller låt filen vara tom när det inte finns något nytt
    .meaning = samma text i tre statusar i rad
forecast-below-achieved = åtgärd { $number } väntas nå { $amount }, men har redan nått { $achieved }
    .help = rätta det tal som är fel; väntas en del av det uppnådda gå förlorat, så skriv det i statusen
    .meaning = en status som väntar sig mindre vid årets slut än den säger är uppnått; investeringar ses inte på
achieved-above-required = åtgärd { $number } har nått { $achieved }, och kravet är { $required }
    .help = stämmer det är det goda nyheter; rätta annars talet eller dess enhet
    .meaning = en åtgärd som har nått mer än som krävs: goda nyheter, eller ett tal i en annan enhet eller från ett annat år
red-but-on-target = åtgärd { $number } är kritisk, men indikatorn ”{ $name }” når sitt mål
    .help = välj en annan nivå, eller skriv i statusen vad som är fel utöver indikatorn
    .meaning = en röd åtgärd vars indikatorer alla når sina mål vid den senaste mätningen
green-above-red = ”{ $name }” är rapporterad som enligt plan, men åtgärd { $number } under den är kritisk
    .help = välj en annan nivå, eller skriv varför helheten följer planen ändå
    .meaning = en åtgärd, eller en plan som helhet, som är rapporterad som god i samma rapport där en öppen åtgärd under den är röd
dates-out-of-order = { $what ->
    [due] milstolpen { $number } börjar { $begins }, efter sin tidsgräns, { $ends }
    [done] milstolpen { $number } börjar { $begins }, efter att den nåddes, { $ends }
   *[finished] planen påbörjades { $begins }, efter att den avslutades, { $ends }
}
    .help = rätta det av de två datumen som är fel
    .meaning = en milstolpe som börjar efter sin tidsgräns eller efter att den nåddes, eller en plan som påbörjades efter att den avslutades
missing-but-read = { $when } står under missing för { $name }, och det finns en mätning
    .help = ta bort perioden under missing, eller ta bort mätningen
    .meaning = en indikator där en period både saknar sin mätning och har en
newer-reading = { $when } står bland de äldre mätningarna av { $name } och slutar efter planens första rapport, { $report }
    .help = flytta mätningen till [readings] i den rapport som berättar den; sidor om tidigare rapporter visar den annars som om den hade varit känd då
    .meaning = en äldre mätning i `indicators.toml` som slutar efter planens första rapport: sidor om rapporter visar den som om den hade varit känd då
milestone-cycle = milstolpar väntar på varandra: { $names }
    .help = ta bort en av dem ur after
    .meaning = milstolpar som väntar på varandra eller på sig själva, så att ingen kan vara den första
unlinked-file = ingen text länkar till { $name }, så filen publiceras inte
    .help = länka till den: [vad som står i den]({ $name }), eller skriv innehållet i rapportens index.md och ta bort filen
    .meaning = ett dokument eller en bild i en plans mapp som ingen text länkar till eller visar, så att det inte publiceras
copied-plan = planen { $id } har samma titel, år och innehåll som planen { $other }: ”{ $title }”
    .help = är den en kopia, ta bort mappen { $id }, eller flytta den ut ur plans; annars ge den en titel eller ett år som skiljer dem åt
    .meaning = två planer med samma titel, år, slag och nämnder och med en åtgärd, ett nyckeltal eller en tabell gemensamt: mappen är nog kopierad, och allt räknas två gånger
copied-measure = åtgärden ”{ $title }” står också i { $other }, med samma besparingskrav
    .help = är filen en kopia, ta bort den, för båda räknas med; annars ge åtgärderna titlar som skiljer dem åt
    .meaning = två åtgärder i en plan med samma titel, besparingskrav, år, avsnitt, nämnder och ansvariga: filen är nog kopierad, och beloppet räknas två gånger
empty-report = rapporten { $report } säger inget: alla dess filer är tomma
    .help = skriv hur det går, eller ta bort rapportens mapp; finns inget nytt, så skriv det i dess index.md
    .meaning = en rapport där ingen fil säger något: ingen nivå, inget tal, inget ord, som när filerna har tömts av misstag
unused-owner = inget nämner den ansvariga `{ $id }`
    .help = ta bort den, eller skriv owner = "{ $id }" där den hör hemma
    .meaning = en ansvarig i registret som ingen plan, åtgärd, indikator eller milstolpe nämner
unused-committee = inget nämner nämnden `{ $id }`
    .help = ta bort den, eller skriv committee = "{ $id }" där den hör hemma
    .meaning = en nämnd i registret som ingen plan, åtgärd, inget beslut och ingen utgåva nämner
unportable-name = { $what ->
    [device] `{ $name }` är namnet på en enhet i Windows, så filen kan inte hämtas där
    [end] `{ $name }` slutar med en punkt eller ett mellanslag, som Windows inte tar
    [long] sökvägen har över 200 tecken: program i Windows kan inte öppna filen
   *[sign] `{ $name }` har ett tecken som Windows inte tar
}
    .help = ge filen eller mappen ett annat och kort namn
    .meaning = en fil eller mapp vars namn Windows inte tar (con, aux, en punkt i slutet, ?), eller vars sökväg är för lång för program där
heading-jump = rubriken ”{ $text }” hoppar över en nivå
    .help = skriv färre # före den, eller sätt in den rubrik som saknas före den
    .meaning = en rubrik mer än en nivå under den förra: en skärmläsare tar den för en del av något som inte finns
vague-link = länken ”{ $text }” säger inte vart den leder
    .help = skriv mellan [ och ] vad som finns att läsa där, till exempel [årsredovisningen 2020](adress)
    .meaning = en länk vars ord inte säger vart den leder (”här”, ”läs mer”), eller är en naken adress; skärmläsare visar en sidas länkar utan texten runt om
colour-alone = ”{ $text }” är en färg, och mer står det inte
    .help = skriv ordet från skalan, till exempel Kritisk; färgen kommer av sig själv
    .meaning = en cell i en tabell, eller ett stycke, där det bara står namnet på en färg: en status är ett ord från skalan

## Fler fält och filer.

misplaced-key = fältet `{ $key }` har hamnat i tabellen [{ $table }], där det inte hör hemma
    .label = fältet hör hemma ovanför tabellen
    .help = flytta raden ovanför den första rad som börjar med [
key-needs-quotes = namnet `{ $key }` ska stå inom citattecken
    .label = namn med å, ä, ö, mellanslag eller punkt ska ha citattecken
    .help = skriv "{ $key }" med citattecknen
too-many-keys = filen har för många nycklar: högst { $limit } kan läsas
    .help = dela filen i flera
not-a-mark = `{ $key }` är inte ett fotnotsmärke
    .help = skriv "*", "**", "***" eller "****" som namn på noten
month-without-year = `{ $key }` står direkt under [{ $table }], men månaderna hör till ett år
    .help = skriv året i namnet ovanför dem: [{ $table }.{ $year }]
not-a-year = `{ $text }` är inte ett år i { $key }
    .help = skriv fyra siffror som i 2020, eller "2020/21" där året börjar i en annan månad än januari
not-a-number = "{ $text }" kan inte vara ett nummer i { $key }
    .help = skriv ett nummer på högst 40 tecken, till exempel "2.a.1"
not-a-sign = "{ $text }" kan inte skilja tal åt i { $key }
    .help = skriv ett tecken, till exempel { $key } = "{ $sign }"
unsafe-svg = bilden { $target } är avvisad: { $what ->
        [encoding] den är inte UTF-8
        [syntax] den är inte giltig SVG
        [size] den är för djup eller för stor
        [doctype] den har en egen dokumenttyp eller entitet: { $name }
        [instruction] den har en bearbetningsinstruktion: { $name }
        [element] elementet { $name } är inte tillåtet
        [attribute] attributet { $name } är inte tillåtet
        [address] hänvisningen { $name } leder ut ur bilden
        [hidden] det som inte visas innehåller ord eller en bild som vem som helst kan läsa i filen: { $name }
       *[style] stilen { $name } är inte tillåten
    }
    .help = { $what ->
        [hidden] ta bort lagret eller det dolda i ritprogrammet, eller visa det, och spara igen
        [encoding] spara bilden som vanlig SVG i UTF-8, inte komprimerad
       *[other] spara bilden utan skript, händelser och hänvisningar till andra ställen: i Inkscape som Enkel SVG, i draw.io utan formaterad text och utan kopia av diagrammet; annars som PNG
    }

## Det som stoppar ett program.

no-site = { $path } är inte en fremdrift-webbplats: det finns ingen site.toml
    .help = gå till webbplatsens mapp, eller skriv --root MAPP
no-repository = mappen ligger inte i git och har därför ingen historik
    .help = lägg den i git: git init, git add . och git commit
no-commit = inget är sparat i git ännu, så det finns ingen historik
    .help = spara det första: git add . och git commit
no-site-then = i commit { $commit } låg ingen fremdrift-webbplats i mappen ”{ $folder }”
    .help = välj en commit från efter det att webbplatsen lades där
no-such-revision = `{ $revision }` finns inte i git
    .help = skriv en tagg (tag), en gren eller minst sju tecken av en commit; taggar hämtas med git fetch --tags
no-such-version = { $version } är inte en mapp med en fremdrift-webbplats, och { $path } ligger inte i git
    .help = skriv mappen där den andra site.toml ligger, eller lägg webbplatsen i git
unknown-edition = { $known ->
    [none] det finns ingen utgåva `{ $id }`; site.toml har ingen som kan göras
   *[other] det finns ingen utgåva `{ $id }`; de som kan göras är { $known }
}
    .help = se utgåvorna med fremdrift edition list
edition-not-there = utgåvan `{ $id }` kan inte göras: `{ $revision }` finns inte i git
    .help = hämta taggarna med git fetch --tags, eller lås utgåvan med fremdrift edition cut { $id }
edition-too-late = utgåvan `{ $id }` kan inte göras: den är senare än webbplatsens datum { $date }
    .help = bygg den med ett senare datum: --as-of, eller as_of i site.toml
edition-is-cut = utgåvan `{ $id }` är redan låst: `{ $revision }` är commit { $commit }
    .help = en tagg som har delats flyttas aldrig; skriv en ny utgåva i site.toml med ett annat namn i revision
edition-is-open = utgåvan { $id } är inte låst ännu och har ingen egen version
    .help = jämför den med en annan utgåva, eller lås den först med fremdrift edition cut { $id }
tag-exists = taggen `{ $revision }` kan inte göras: det finns redan en tagg `{ $known }`
    .help = skriv ett annat namn i revision; det som redan finns ändras aldrig
bad-tag-name = `{ $revision }` kan inte vara en tagg (tag) i git
    .help = en tagg har varken mellanslag, styrtecken eller tecknen ~ ^ : ? * [ \ i sitt namn, inte heller .. eller // eller @{"{"}; det börjar inte med - eller /, ingen del av det börjar med . eller slutar på .lock, och det slutar inte på . eller /. Skriv till exempel revision = "utgava/{ $id }"
not-in-git = { $count ->
    [one] filen är inte sparad i git som den står, och dess sida säger det
   *[other] { $count } filer är inte sparade i git som de står, och deras sidor säger det; den första är denna
}
    .help = spara med git add och git commit innan sidorna publiceras; build --strict publicerar bara det som är sparat
submodule-not-fetched = mappen { $path } hör till ett annat arkiv (undermodul) som inte är hämtat
    .help = hämta det: git submodule update --init
shallow-clone = { $path } är en avkortad klon (shallow): äldre commits saknas
    .help = hämta hela historiken: i GitHub Actions fetch-depth: 0 under actions/checkout, i GitLab CI variabeln GIT_DEPTH: 0, i Azure Pipelines fetchDepth: 0 och på andra ställen git fetch --unshallow
partial-clone = { $path } är en partiell klon: gamla filer saknas
    .help = hämta alla filer: git fetch --refetch --no-filter, eller klona på nytt utan --filter; ta i GitHub Actions bort filter under actions/checkout, i GitLab CI --filter ur GIT_CLONE_EXTRA_FLAGS och i Azure Pipelines fetchFilter
missing-object = en del av arkivet saknas: { $cause }
    .help = kör git fsck för att se vad, och git fetch --refetch eller en ny git clone för att få det tillbaka; i en pipeline ska hela historiken hämtas (GitHub fetch-depth: 0, GitLab GIT_DEPTH: 0, Azure fetchDepth: 0)
reftable = { $path } sparar sina referenser i en reftable, som inte kan läsas
    .help = spara referenserna som filer: git refs migrate --ref-format=files, eller klona på nytt med --ref-format=files
repository-failed = arkivet kan inte läsas eller skrivas: { $cause }
    .help = se vad git status och git fsck säger om arkivet; hittar de inga fel, hämta det på nytt med git clone
failed = det gick inte: { $cause }
    .help = det som var publicerat är orört; rätta orsaken, och försök igen
disk-full = det finns inte plats för { $path }: disken är full
    .help = gör plats på disken eller skriv någon annanstans; det som var publicerat står orört
no-such-file = { $path } finns inte
    .help = se efter om namnet är rätt skrivet, och i vilken mapp kommandot körs
not-permitted = { $path } får inte läsas eller skrivas av den användare som kör fremdrift
    .help = ge användaren åtkomst till filen och dess mapp eller skriv någon annanstans; det som var publicerat står orört
read-only-disk = { $path } kan inte skrivas: disken kan bara läsas
    .help = skriv någon annanstans, till exempel med --out, eller gör disken skrivbar
locked = { $process ->
    [none] { $path } är låst av en annan körning
   *[other] { $path } är låst av en annan körning, process { $process }
}
    .help = vänta tills den andra körningen är klar, eller stoppa den, och försök igen
foreign-files = { $path } innehåller { $count ->
    [one] en fil
   *[other] { $count } filer
} som fremdrift inte har publicerat: { $names }
    .help = välj en tom mapp med --out, eller flytta de nämnda filerna; fremdrift tar aldrig bort andras filer
changed-files = { $path } innehåller { $count ->
    [one] en fil
   *[other] { $count } filer
} som har ändrats sedan publiceringen: { $names }
    .help = välj en tom mapp med --out, eller flytta de nämnda filerna; fremdrift tar aldrig bort det andra har skrivit
files-left = den nya webbplatsen är publicerad, men { $path } har filer som under tiden kom till i den gamla: { $names }
    .help = flytta de nämnda filerna, och bygg igen; fremdrift tar aldrig bort andras filer
output-no-folder = { $path } är inte en mapp
    .help = ta bort den, eller välj en mapp med --out
output-no-name = { $path } nämner ingen mapp
    .help = välj en mapp med namn med --out
old-site-left = den nya webbplatsen är publicerad, men allt av den gamla kunde inte tas bort ur { $path }: { $cause }
    .help = ta bort mappen eller bygg igen: det prövas varje gång
output-own-disk = { $path } är en egen disk, så en webbplats kan inte läggas på dess plats i ett steg
    .help = välj en mapp inuti den med --out
output-damaged = { $path } är skadad eller skriven av en nyare fremdrift, så ingen kan se vad som är publicerat här
    .help = ta bort mappen, eller välj en annan med --out
no-published-folder = mappen { $path } finns inte, så det finns ingen publicerad webbplats att gå igenom
    .help = skriv mappen efter --published, eller bygg webbplatsen först
unknown-page = webbplatsen har ingen sida `{ $page }`
    .help = skriv sidans sökväg som den står i adressen: planer/voksne-2020/index.html
    .help-suggestion = menade du `{ $suggestion }`?
no-pdf = det här programmet gör inga PDF-filer
    .help = be it-avdelningen om ett program med PDF; i fremdrifts källkod gör detta det: cargo install --locked --path . --features pdf. Står "pdf" i downloads i site.toml kan det också tas bort
pdf-failed = mötesunderlaget kan inte bli en PDF: { $cause }
    .help = anmäl det som ett fel i fremdrift, med texten här
no-such-committee = det finns ingen nämnd `{ $id }`; det finns { $known }
    .help = skriv nämndens kod som den står i content/committees.toml
no-meeting-pack = { $id ->
    [none] ingen nämnd har något mötesunderlag
   *[other] nämnden `{ $id }` har inget mötesunderlag
}
    .help = en nämnd har ett mötesunderlag när en plan som visas hör till den; en utgåva med committee har bara den nämndens
pack-name-taken = två mötesunderlag skulle båda heta { $name }: { $first } och { $second }
    .help = ge den ena nämnden eller den ena utgåvan ett annat id; nämndens gamla id kan stå i formerly

output-in-sources = { $path } ligger i { $folder }/, som inte är till för sidor
    .help = välj en mapp utanför det som webbplatsen görs av, med --out
output-other-purpose = { $path } byggdes med { $found } och ersätts inte av en webbplats byggd med { $asked }
    .help = bygg till en annan mapp med --out MAPP, eller ta först bort { $path }
site-too-large = { $what ->
        [file] { $path } blir större än { $limit } MiB
        [files] webbplatsen får fler än { $limit } filer; den första för mycket är { $path }
       *[bytes] webbplatsen blir större än { $limit } MiB; den första filen för mycket är { $path }
    }
    .help = { $what ->
        [file] dela planen eller tabellen, så att sidan blir mindre
       *[other] dela webbplatsen i flera, eller låt historiken börja senare med [history] i site.toml
    }
output-unwritten = det gick inte att skriva till standard output: { $cause }
    .help = se efter om disken är full, och kör kommandot igen
no-threads = systemet ger inte fler trådar: { $cause }
    .help = höj gränsen för processer eller minne, och kör kommandot igen
no-port = port { $port } kan inte användas, och inte heller någon av de följande: { $cause }
    .help = välj en annan med --port, till exempel --port 8080
folder-not-empty = { $path } är inte tom
    .help = välj en mapp som är tom eller inte finns ännu; fremdrift skriver aldrig över andras filer

## Det som kommandona säger.

say-built = Byggde { $pages ->
    [one] 1 sida
   *[other] { $pages } sidor
} av { $plans ->
    [one] 1 plan
   *[other] { $plans } planer
}: { $measures ->
    [one] 1 åtgärd
   *[other] { $measures } åtgärder
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statusar
}, { $charts ->
    [one] 1 diagram
   *[other] { $charts } diagram
} per { $date } på { $seconds } s
say-checked = Kontrollerade { $plans ->
    [one] 1 plan
   *[other] { $plans } planer
}: { $measures ->
    [one] 1 åtgärd
   *[other] { $measures } åtgärder
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statusar
} per { $date } på { $seconds } s
say-looked = Gick igenom { $files ->
    [one] 1 fil
   *[other] { $files } filer
} efter { $texts ->
    [one] 1 dolt textstycke
   *[other] { $texts } dolda textstycken
} och efter personnummer
say-findings = { $errors ->
    [one] 1 fel
   *[other] { $errors } fel
}, { $warnings ->
    [one] 1 varning
   *[other] { $warnings } varningar
}
say-notes = { $notes ->
    [one] 1 notering
   *[other] { $notes } noteringar
}
say-strict = --strict: varningar räknas som fel
say-more-alike = … och { $count } till av slaget [{ $code }] i { $path }; -v visar alla
say-more-of-a-code = … och { $count } till [{ $code }] som inte visas, eftersom de är så många: rätta de första och kör igen
say-clean = inga fel eller varningar
list-code = kod
list-default = standard
list-site = här
list-meaning = vad den hittar
list-off = avstängd
list-set-with = ställs in med { $code }
list-more = Alla andra koder säger att något inte kan läsas, eller inte visas så som det är skrivet; de kan inte ändras. -v visar även dem, och fremdrift explain KOD förklarar en
explain-meaning = betydelse
explain-in-english = {" "}(på engelska)
explain-example = exempel
explain-where-near = när något liknar
explain-settable = På den här webbplatsen: { $severity }. Det ändras under [checks] i site.toml: { $code } = "off", "note", "warning" eller "error"
explain-fixed = Den kan inte stängas av: den säger att något inte kan läsas eller göras, eller inte visas så som det är skrivet
say-no-repository = Mappen ligger inte i git: webbplatsen har ingen historik
say-no-commit = Inget är sparat i git ännu: webbplatsen har ingen historik
say-unchanged = Inget har ändrats sedan sist; den publicerade webbplatsen är som den var
say-open = Öppna { $path }
say-written-for = { $path } visar { $what ->
    [edition] enbart utgåvan { $value }
    [audience] även sådant som inte är för alla ({ $value }); visa den bara där det får ses
   *[as-of] webbplatsen som den såg ut den { $value }
}
say-took = Det tog { $seconds } s
usage-no-command = det finns inget kommando som heter { $given }
usage-no-option = { $given } hör inte hemma i kommandot
usage-no-value = { $option } saknar sitt värde
usage-bad-value = { $option } kan inte vara { $value }
usage-missing = något saknas i kommandot: { $what }
usage-conflict = { $one } och { $other } kan inte användas tillsammans
usage-nearest = menade du { $names }?
usage-values = välj ett av: { $values }
usage-line = Kommandot skrivs så här: { $usage }
    Lägg till --help för att se exempel och alla möjligheter (på engelska)
usage-expected-language = välj da, en, sv eller nb
usage-expected-id = skriv ett id, som 2020-06: bokstäver, siffror och bindestreck
usage-expected-date = skriv en dag som finns, som 2020-06-30
usage-expected-field = skriv ett fält och dess värde, som required=1,75; hör det till titeln, så skriv titeln inom citattecken
usage-expected-column = skriv kolumnens rubrik och vad den är, som "Anteckningar=ignore"
say-refused = Inget har publicerats: rätta { $errors ->
    [one] felet
   *[other] de { $errors } felen
} först. Det som var publicerat är orört i { $path }
say-refused-strictly = Inget har publicerats, eftersom --strict tar varningar som fel: se på { $warnings ->
    [one] varningen
   *[other] de { $warnings } varningarna
} först. Det som var publicerat är orört i { $path }
say-unrecorded-strictly = Inget har publicerats, eftersom --strict bara publicerar det som är sparat i git: { $count ->
    [one] { $path } är inte sparad
   *[other] { $count } filer är inte sparade, den första är { $path }
}. Spara med git add och git commit. Det som var publicerat är orört i { $folder }
say-foreign-owner = arkivet i { $path } ägs av någon annan; det läses, och inget i det körs
say-cache-refused = { $path } används inte: { $why ->
    [tracked] git bevakar den, så den kom med en klon och inte från en körning här; `git rm -r --cached { $path }` tar ut den
    [not-a-folder] den är en hänvisning eller en fil och ingen mapp
    [not-a-file] en hänvisning, en mapp eller ett rör har samma namn som en av dess filer
    [too-large] en av dess filer är större än någon som skrivs
   *[foreign] den tillhör eller kan skrivas av någon annan än den som kan skriva i webbplatsens mapp
}; historiken läses om från början
say-odd-times = { $count ->
    [one] en commit har en klocka som inte kan stämma
   *[other] { $count } commits har klockor som inte kan stämma
}; det är deras ordning som räknas
say-progress = bygger planer

## Det som en ändring får rapporten att säga (diff och log).

diff-title = { $count ->
    [one] 1 ändring i rapporten
   *[other] { $count } ändringar i rapporten
}
diff-here = filerna som de ligger här
diff-shared = Gemensamt för planerna
diff-none = Inga ändringar
diff-totals = Totalt
diff-levels = Åtgärder per nivå
diff-findings = { $count ->
    [one] 1 ny sak att se på
   *[other] { $count } nya saker att se på
}
diff-unreadable = Kan inte läsas och är inte jämfört
diff-more = { $count ->
    [one] 1 ändring till
   *[other] { $count } ändringar till
}
diff-change = Ändring
diff-before = Tidigare
diff-after = Nu
diff-as-of = per { $date }
diff-not-given = uppgift saknas
diff-withheld = visas inte här
diff-withheld-other = ett annat tal, som inte heller visas här
diff-direction = { $direction ->
    [worse] sämre
    [later] senare
    [earlier] tidigare
   *[better] bättre
}
diff-added = { $kind ->
    [status] status har lagts till
    [milestone-update] status har lagts till
    [reading] mätning har lagts till
   *[other] har lagts till
}
diff-removed = { $kind ->
    [status] status har tagits bort
    [milestone-update] status har tagits bort
    [reading] mätning har tagits bort
   *[other] har tagits bort
}
diff-renamed = nytt id
diff-more-figures = { $count } tal utöver dem som står här
diff-several = { $what }: { $count } tal
diff-count = antal på { $level }
diff-count-all = antal totalt
diff-month = { $what } i { $month }
diff-site = Webbplatsen
diff-record = { $kind ->
    [scale] Skalan { $name }
    [level] Nivån { $name }
    [edition] Utgåvan { $name }
    [committee] { $name }
    [owner] Den ansvariga { $name }
    [page] { $name ->
        [index] Startsidan
       *[other] Sidan { $name }
    }
    [plan] Planen { $name }
    [indicator] Nyckeltalet { $name }
    [milestone] Milstolpe { $name }
    [milestone-update] Milstolpe { $name }
    [decision] Beslut { $name }
    [report-due] Den väntade rapporten { $name }
    [table] Tabellen { $name }
    [column] Kolumnen { $name }
    [report] Rapporten om { $name }
    [reading] Nyckeltalet { $name }
    [figures] Tabellen { $name }
    [row] Raden { $name }
   *[other] { $name }
}
diff-words = { $part ->
    [objective] mål, texten
    [action] insats, texten
    [consequences] konsekvenser, texten
    [timetable] tidsplan, texten
   *[body] texten
}
diff-flag = { $flag ->
    [yes] ja
   *[no] nej
}
diff-visibility = { $visibility ->
    [public] offentlig
    [internal] intern
   *[closed] stängd
}
diff-field = { $field ->
    [finished] avslutad
    [year_begins] månaden år börjar i
    [accessibility] tillgänglighetsredogörelse
    [achieved] uppnått
    [after] väntar på
    [as_of] avser
    [at_least] minst
    [at_most] högst
    [baseline] utgångsläge
    [between] mellan
    [breaks] brott
    [case] diarienummer
    [checks] kontroll
    [columns] kolumnernas ordning
    [committee] nämnd
    [contact] kontakt
    [csv] CSV
    [date] datum
    [decided] beslutat
    [decision] beslut
    [definition] definition
    [department] förvaltning
    [direction] riktning
    [done] nådd
    [due] tidsfrist
    [effect] effekt
    [embargo] sekretess till
    [forecast] prognos
    [formula] formel
    [funding] anslag
    [gross] brutto
    [headline] ledande serie
    [investment] investering
    [kind] typ
    [language] språk
    [level] status
    [levels] nivåernas ordning
    [lifecycle] läge
    [meaning] betydelse
    [measure] åtgärd
    [method] metod
    [meetings] sammanträden
    [missing] saknas
    [name] namn
    [next] nästa mätning
    [note] anmärkning
    [notes] not
    [number] nummer
    [of] varav under
    [organisation] organisation
    [originally] ursprunglig tidsfrist
    [overruled] ändrad av nämnden:
    [overspend] prognos för budgetöverskridande
    [owner] ansvarig
    [public_title] offentlig titel
    [label] namn
    [required] besparingskrav
    [reviewed] granskad
    [revision] revision
    [row] rad
    [rows] radernas ordning
    [overall_scale] skala för planen som helhet
    [counts] åtgärder efter status
    [areas] åtgärder efter status och område
    [scale] skala
    [section] avsnitt
    [sections] avsnitt
    [share_of] andel av
    [sign] tecken
    [source] källa
    [start] start
    [started] påbörjad
    [stated] angivet
    [target] mål
    [targets] mål
    [text] textkolumn
    [theme] tema
    [title] titel
    [tone] färg
    [total] totalt
    [trend] utveckling
    [unit] enhet
    [url] adress
    [value] mätning
    [visibility] synlighet
    [word] ord
    [words] med ord
    [year] år
    [all] alla
    [allowed] tillåtna
    [colour] färg
    [confidentiality] sekretess
    [decimal] decimaltecken
    [decimals] antal decimaler
    [decisions] beslut
    [delimiter] avgränsare
    [downloads] filer att hämta
    [editions] utgåvor
    [encoding] teckenkodning
    [formerly] tidigare namn
    [frequency] frekvens
    [hash] kontrollsumma
    [head] rubrikrad
    [heads] namn i rubrikraden
    [history] historik
    [id] id
    [ignore] kolumner utanför tabellen
    [licence] licens
    [logo] logotyp
    [many] ord om flera åtgärder
    [meeting] sammanträde
    [milestones] milstolpar
    [negative] skrivsätt för negativa tal
    [one] ord om en åtgärd
    [period] period
    [personal_numbers] personnummer
    [readings] mätningar
    [reason] motivering
    [redact] undanhållet av det förflutna
    [remarks] anmärkningar till läsare
    [reports] rapporter
    [row_ids] kolumn som känner raderna
    [salt] salt
    [scales] skalor
    [series] serier
    [short] kort namn
    [show] vad som visas
    [shown] visad
    [since] från
    [suppress_below] gräns för små antal
    [thousands] tusentalsavgränsare
   *[other] { $field }
}
log-none = Det står inget om { $id } i historiken
log-correction = rättelse
log-unreadable = Kunde inte läsas: { $path }

## Utgåvor (edition) och demonstrationen (init).

edition-none = site.toml har inga utgåvor
edition-open = öppen: följer innehållet
edition-cut = låst: { $commit }, sparad { $date }
edition-later = kan inte göras: senare än webbplatsens datum { $date }
edition-no-repository = kan inte göras: mappen ligger inte i git
edition-no-site = kan inte göras: webbplatsen låg inte i den här mappen i { $revision }
edition-unfetched = kan inte göras: filerna är inte hämtade till den här klonen
edition-moves = kan inte göras: { $revision } flyttar sig; skriv en tagg (tag) eller en commit i revision
edition-unknown = kan inte göras: { $revision } finns inte i git. Hämta taggarna med git fetch --tags, eller lås den med fremdrift edition cut { $id }
cut-unrecorded = { $count ->
    [one] { $path } är inte sparad i git
   *[other] { $count } filer är inte sparade i git, den första är { $path }
}. Spara med git commit, eller lägg undan ändringarna med git stash
cut-undeclared = site.toml har ingen utgåva { $id } i det som är sparat i git; den har: { $known }
cut-without-revision = utgåvan { $id } har inget namn att låsas under. Skriv i site.toml under dess id: revision = "utgava/{ $id }", spara i git, och försök igen
cut-shallow = utgåvan { $id } är inte låst: klonen är avkortad (shallow) och saknar kanske taggar, så den kan redan vara låst. Hämta allt med git fetch --unshallow --tags, och försök igen
cut-errors = utgåvan { $id } är inte låst: rätta { $errors ->
    [one] felet
   *[other] de { $errors } felen
} först
cut-done = Utgåvan { $id } är låst: taggen { $revision } pekar på { $commit }. Dela den med git push origin { $revision }
log-incomplete = Historiken är inte fullständig: klonen saknar äldre versioner
log-redacted = En del av historiken hålls tillbaka, eftersom redact under [history] i site.toml säger det, eller eftersom antal är för små för att visas
log-nearest = menade du: { $ids }?
init-done = Skrev demonstrationen i { $path }: { $commits } commits i git och { $editions } låsta utgåvor. Pröva nu:
init-next = {"  "}fremdrift build --root { $path }
    {"  "}fremdrift diff HEAD~1 --root { $path }

## Utkast (new).

draft-field-title = namnet
draft-field-short = ett kort namn för listor och menyer
draft-field-kind = vilken sorts plan det är
draft-field-language = planens språk, om det inte är webbplatsens
draft-field-year = det år som siffrorna gäller
draft-field-year-begins = månaden då ett läsår eller räkenskapsår börjar
draft-field-started = när planen sattes i gång
draft-field-finished = när den avslutades
draft-field-case = ärendets diarienummer
draft-field-source = var siffrorna kommer ifrån: en adress eller ord
draft-field-committee = nämndens kod; flera i ["A", "B"], den ledande först
draft-field-owner = den ansvariga, som i owners.toml
draft-field-unit = enheten som siffrorna står i
draft-field-decimals = hur många decimaler som högst visas
draft-field-scale = skalan som nivåerna kommer från
draft-field-overall-scale = skalan för planen som helhet
draft-field-sections = planens avsnitt i ordning
draft-field-overspend = det väntade överskridandet
draft-field-stated = summorna som dokumentet självt anger
draft-field-notes = fotnoternas ord efter tecken
draft-field-visibility = vem som får se det; draft är bara för dem som skriver
draft-field-embargo = dagen före vilken det inte visas
draft-field-public-title = allt som visas medan punkten är sluten
draft-field-formerly = tidigare id, så att historiken följer med
draft-field-id = vad det är känt under; annars filens namn
draft-field-number = numret i dokumentet
draft-field-section = avsnittet i planen som det står i
draft-field-required = besparingskravet; en investering är negativ
draft-field-investment = om det är en investering
draft-field-due = när det ska vara klart: en dag, "ultimo 2026", "2026-Q2"
draft-field-funding = anslaget år för år
draft-field-effect = den ekonomiska effekten månad för månad
draft-field-level = status: en nivå på skalan
draft-field-trend = åt vilket håll det går
draft-field-counts = hur många åtgärder som står på varje nivå, om bara det har räknats
draft-field-areas = samma sak område för område
draft-field-milestones = det som rapporten säger om milstolpar
draft-field-readings = rapportens mätningar av planens nyckeltal
draft-field-lifecycle = hur långt åtgärden har kommit
draft-field-overruled = en nivå som en nämnd har satt i stället
draft-field-decision = numret på beslutet som ligger bakom
draft-field-achieved = det som har uppnåtts hittills
draft-field-forecast = det som väntas uppnås vid årets slut
draft-field-name = nämndens namn
draft-field-note = en anmärkning på en rad
draft-field-department = var den ansvariga arbetar
draft-field-contact = vart man skriver eller ringer; helst en gemensam brevlåda
draft-field-measure = id för åtgärden som nyckeltalet hör till
draft-field-direction = åt vilket håll talet ska
draft-field-baseline = utgångsläget
draft-field-target = målet, och när det ska nås
draft-field-targets = ett mål för varje period
draft-field-indicator-readings = mätningar som är äldre än den första rapporten
draft-field-series = delar som räknas var för sig, till exempel distrikt
draft-field-headline = serien som står först
draft-field-shown = serierna som ritas bredvid
draft-field-missing = perioder utan mätning, och varför
draft-field-breaks = var sättet att räkna ändrades, och hur
draft-field-next = när nästa mätning väntas
draft-field-frequency = hur ofta det mäts
draft-field-definition = vad som räknas, och vad som inte gör det
draft-field-method = hur det räknas
draft-field-suppress-below = antal från 1 till detta tal publiceras inte
draft-field-start = när arbetet börjar
draft-field-originally = det ursprungliga datumet, om det flyttades före den första rapporten
draft-field-after = milstolparna som den väntar på
draft-field-sign = vilket tecken som är bra: cost är utgifter, saving besparingar
draft-field-columns = kolumnerna
draft-field-csv = hur talen är skrivna i filen med siffror
draft-head-plan =
    En plan. Rader med # är förklaringar: ta bort # framför det som ska användas.
    Orsak och inledning skrivs längst ned i filen.
draft-head-measure =
    En åtgärd, som den är beslutad. Rader med # är förklaringar: ta bort # framför det som ska användas.
    Texten skrivs längst ned i filen; rubrikerna ## Mål, ## Insats, ## Konsekvenser och ## Tidsplan fyller var sin kolumn.
draft-head-table = En tabell med siffror. De ligger i { $id }.csv i varje rapports mapp: den första kolumnen heter row, de andra som här.
draft-head-report =
    Rapporten { $date } om planen som helhet. Rader med # är förklaringar: ta bort # framför det som ska användas.
    Texten skrivs längst ned i filen.
draft-mark = ett utkast: bara de som skriver ser rapporten. Ta bort raden när den ska ut
draft-head-status =
    Status för { $name }, { $date }. Ta bort # framför level och skriv nivån; skriv längst ned i filen hur det går.
    Så länge här bara finns rader med # säger filen ingenting, och åtgärden behåller sin förra status.
draft-last-time = Förra gången ({ $date }) stod det:
draft-indicators = Nyckeltal som kan stå under readings: { $names }
draft-site-title = Status
draft-organisation = Exempelkommunen
draft-plan-title = Åtgärdsplan { $year }
draft-front-page = Här kan du följa hur { $organisation } når sina mål: vad som är beslutat, hur långt arbetet har kommit och vad som har uppnåtts.
draft-head-site = Webbplatsen som helhet. Skriv era egna ord för nivåerna och vad de betyder.
draft-head-committees = Nämnderna. Lägg till en med: fremdrift new committee SN "Socialnämnden"
draft-head-owners = De ansvariga: roller, inte personer. Lägg till en med: fremdrift new owner "Verksamhetschef"
draft-level-ok = Enligt plan
draft-level-ok-one = följer planen
draft-level-ok-many = följer planen
draft-level-ok-meaning = Följer planen i tid och ekonomi
draft-level-watch = Uppmärksamhet
draft-level-watch-one = kräver uppmärksamhet
draft-level-watch-many = kräver uppmärksamhet
draft-level-watch-meaning = Avvikelse som kan hämtas in
draft-level-critical = Kritiskt
draft-level-critical-one = är kritisk
draft-level-critical-many = är kritiska
draft-level-critical-meaning = Målet nås inte utan nya insatser
draft-level-unknown = Kan inte bedömas
draft-level-unknown-one = kan inte bedömas
draft-level-unknown-many = kan inte bedömas
draft-level-unknown-meaning = Underlag saknas
new-wrote = Skrev filen { $path }
new-changed = Lade till i { $path }
new-nothing = ingenting är skrivet
new-next = Fyll i det som saknas och kontrollera med fremdrift check
init-ask-organisation = Vem ger ut webbplatsen? [{ $default }]
init-ask-title = Vad heter webbplatsen? [{ $default }]
init-ask-language = Vilket språk är den på: da, en, sv eller nb? [{ $default }]
init-ask-plan = Vad heter den första planen? [{ $default }]
init-kept = { $path } finns redan och är inte ändrad
init-site-next = Nu finns det en webbplats. Pröva:
    {"  "}fremdrift build --root { $path }
    {"  "}fremdrift new measure { $plan } "Den första åtgärden" number=1 --root { $path }
write-conflict = { $what ->
    [changed] { $path } har ändrats under tiden
    [no-folder] { $path } är ingen mapp, eller är en länk till en
   *[exists] { $path } finns redan
}
    .help = { $what ->
        [changed] kör kommandot igen
        [no-folder] ta bort den eller byt namn på den, och försök igen
       *[exists] ta bort filen eller byt namn på den, och försök igen
    }
draft-exists = { $path } finns redan
    .help = { $what ->
        [report] varje öppen åtgärd har sin fil i rapporten: skriv i filerna, eller välj ett annat datum
        [entry] ändra i det som står, eller välj en annan kod eller ett annat namn
        [site] välj en annan mapp, eller bygg vidare på den webbplats som finns
       *[record] ge det nya ett annat id med --id, eller ändra i det som står
    }
draft-without-id = det går inte att göra ett id av ”{ $title }”
    .help = ge ett med --id: bokstäver, siffror och bindestreck
draft-unknown-field = `{ $key }` är inget fält här
    .help = fälten är: { $known }
    .help-suggestion = menade du `{ $suggestion }`?
register-unreadable = { $path } kan inte läsas som TOML: { $cause }
    .help = kör fremdrift check, rätta filen och försök igen
not-a-report-date = ”{ $text }” är varken ett datum eller en period
    .help = skriv 2026-06-30, 2026-06 eller 2026-Q2 i stället
    .help-suggestion = menade du { $suggestion }?
no-such-plan = planen { $id } finns inte
    .help = planerna heter: { $known }
    .help-suggestion = menade du { $suggestion }?
serve-at = Se webbplatsen på { $url } – den följer med när en fil sparas. Avsluta med Ctrl-C
serve-made = { $pages } sidor klara på { $seconds } s
serve-broken = Sidan här är den senaste som kunde göras: det finns ett fel i det som är sparat nu
serve-bug = ett fel i fremdrift: det som är sparat nu kunde inte visas. Det är vårt fel; rapportera det gärna med filerna som utlöser det
serve-looks = systemet säger inte till när en fil sparas; det kontrolleras varje sekund
import-form = { $what ->
    [indicators] Indikatorer
    [valueless] Rader utan värde
    [hidden-pages] Sidor som inte är publicerade där: de är utkast här
    [untranslated] Texter vars översättning saknas
    [without-data] Indikatorer utan data
    [left-out] Inte medtaget
    [draft] Rapporten är ny och ett utkast: inget av den visas förrän raden visibility är raderad i
    [gone] Står här men inte i filen; det är behållet: ta bort det här om det inte gäller längre
    [encoding] Teckenkodning
    [delimiter] Tecken mellan celler
    [decimal] Tecken före decimaler
    [sheet] Blad
    [table] Tabell nummer
    [wordless] Rader utan ett ord för status; enbart en färg läses inte
    [computed] Beräknade celler, vars senaste resultat har tagits
   *[rounded] Tal som har tagits som kalkylbladet visar dem, med färre decimaler
}: { $value }
import-kept = Texten i { $path } är behållen: den är en annan än tabellens
import-nothing-new = Det finns inget nytt att skriva
import-ask = Ska det skrivas? ja eller nej [{ $default }]
import-yes = ja
import-no = nej
import-not-written = Ingenting är skrivet ännu. Ser det rätt ut, kör igen med --write
import-unreadable = filen kan inte läsas: { $cause }
    .help = spara den igen från kalkylbladet som CSV (UTF-8) eller som .xlsx (från Word som en webbsida, .htm) och försök igen
import-too-large = filen är för stor: högst { $limit } { $what ->
    [rows] rader
    [columns] kolumner
    [cell] byte i en cell
    [parts] delar
    [depth] element inuti varandra
   *[megabytes] MB
} läses
    .help = kopiera tabellen ensam till ett nytt kalkylblad och importera det
import-hidden = filen döljer något som har innehåll: { $names }
    .help = visa det i filen, eller nämn det med --hidden (ett blad eller en tabell med --sheet) om det ska med
import-sheet = filen har flera blad eller tabeller, eller inte den som nämndes
    .help = skriv --sheet och bladets namn eller tabellens nummer: { $known }
import-ambiguous = talet { $text } på rad { $line } kan läsas på två sätt: { $decimals } eller { $thousands }
    .help = skriv --decimal "{ $decimal }" om det är { $decimals }, eller --decimal "{ $thousand }" om det är { $thousands }
import-numbers-differ = ”{ $text }” på rad { $line } är inget tal som de andra
    .help = { $style ->
        [none] rätta cellen, eller säg vad kolumnen är med --column "Huvud=fält" (ignore, om den inte ska med)
       *[other] skrivs negativa tal så, skriv negative = "{ $style }" under [csv] i site.toml (eller i tabellens .toml-fil); rätta annars cellen
    }
import-delimiter = raderna visar inte vilket tecken som står mellan cellerna
    .help = skriv det så: --delimiter ";"
import-no-head = ingen rad nämner kolumnerna
    .help = ge tabellen ett huvud, eller säg vad kolumnerna är med --column "A=title"; fälten är: { $known }
import-column = det är okänt vad kolumnen ”{ $name }” är
    .help = skriv --column "{ $name }=ignore", eller ett av fälten i stället för ignore: { $known }
import-row = raden ”{ $name }” på rad { $line } är okänd, eller finns två gånger
    .help = rätta raden i filen, eller lägg till den i tabellens CSV-fil i mappen tables; skiljs raderna åt bara av två kolumner tillsammans, så säg det om båda: --column "Område=row" --column "Slag=row"
import-unit = det är oklart vilken enhet siffrorna i kolumnen ”{ $name }” räknas i: { $units }
    .help = skriv enheten i kolumnens rubrik, till exempel (mnkr), eller säg vad kolumnen är, som --column "{ $name }=actual"; säg det för alla belopp utan: --unit "mnkr"; är det koder som raderna känns igen på, skriv --column "{ $name }=row", och ska de inte med, "{ $name }=ignore"; räknar tabellen här i en annan enhet, räkna om siffrorna i filen, eller rätta unit i tabellens .toml-fil
import-cell = { $what ->
    [formula] cell { $cell } är en formel utan sparat resultat
    [percent] cell { $cell } visas i procent, men kolumnen innehåller belopp
    [percent-column] kolumnen ”{ $cell }” är i procent, men åtgärder har belopp
    [format] talformatet i cell { $cell } förkortar talet med ord
    [merged] cellerna { $cell } är sammanfogade, så att ett värde gäller för flera
    [hidden] cell { $cell } döljer en del av sin text
    [struck] cell { $cell } har överstruken text
    [struck-page] cell { $cell } har överstruken text
    [picture] cell { $cell } visar en bild eller ett tecken som inte är text
    [personal] cell { $cell } ser ut som ett personnummer som har tappat sin nolla
    [unshown] cell { $cell } har ett innehåll som kalkylbladet inte visar
    [format-words] talformatet i cell { $cell } visar något annat än talet: ord, tecken eller ett klockslag
    [date] cell { $cell } är ett datum, där det skulle stå ett nummer eller ett namn
    [quotes] ett citationstecken på rad { $cell } stängs inte där cellen slutar
    [field] cell { $cell } har ett fält som fylls i
    [remark] cell { $cell } har en kommentar från Word
   *[error] cell { $cell } visar ett fel
}
    .help = { $what ->
        [formula] öppna filen i ett kalkylprogram, spara den och försök igen
        [percent] skriv beloppet i cellen, eller uteslut kolumnen med --column "Rubrik=ignore"
        [percent-column] lämna ute kolumnen med --column "{ $cell }=ignore": hur mycket av kravet som är uppnått räknas ut; andra procenttal hör hemma i en egen tabell (--table)
        [format] visa hela talet i kalkylbladet, eller skriv enheten i kolumnens rubrik och talet som det ska stå
        [merged] dela cellerna och skriv värdet i var och en
        [hidden] ta bort den dolda texten eller visa den, och försök igen
        [struck] ta bort det överstrukna och försök igen
        [struck-page] ta bort det överstrukna (godkänn ändringarna i Word) och försök igen
        [picture] skriv i cellen med ord vad det visar
        [personal] ta bort det ur filen, eller uteslut kolumnen med --column "Rubrik=ignore"
        [unshown] radera innehållet, eller välj ett talformat som visar det, och försök igen
        [format-words] skriv i cellen det som ska stå där, som text, eller välj ett vanligt talformat och skriv enheten i kolumnens rubrik
        [date] kalkylbladet har gjort det till ett datum: skriv det igen som text (med ' framför), och försök igen
        [quotes] stäng citationstecknet, eller radera det; ett citationstecken inne i en text skrivs två gånger
        [field] skriv värdet som vanlig text på sidan, och spara den igen
        [remark] radera kommentarerna i Word, och spara igen
       *[error] rätta cellen i kalkylbladet
    }
import-open-sdg = { $what ->
    [head] { $file } har inte precis en kolumn { $text }
    [nameless] en kolumn i { $file } har innehåll men inget namn
    [option] { $text } säger inget om en mapp från Open SDG
    [multiplier] talen i { $file } är multiplicerade med { $text } (rad { $line })
    [alike] två grupper i { $file } går inte att skilja åt: { $text }
    [renamed] det som är dolt finns inte längre i { $file }, och något är nytt: { $text }
    [unit] { $text }: talen i { $file } räknas i något annat än förut
    [year] ”{ $text }” är inget år och ingen period ({ $file }, rad { $line })
    [value] ”{ $text }” är inget tal ({ $file }, rad { $line })
    [twice] två tal för { $text } ({ $file }, rad { $line })
    [two-files] två filer eller delar ger samma indikator: { $text } ({ $file })
    [no-data] mappen har inga data: { $file } saknar filer som indicator_1-2-1.csv
   *[unreadable] { $file } kan inte läsas: { $text }
}
    .help = { $what ->
        [head] den första raden ska namnge kolumnerna, däribland Year och Value; heter de något annat, säg det: --column "År=Year"
        [nameless] skriv ett namn över kolumnen
        [option] utelämna { $text }; med --column går det att säga vad en kolumn är
        [multiplier] skriv ut talen helt och lämna kolumnen tom
        [alike] skriv dem lika om de är samma, annars med andra ord
        [renamed] är det nya samma sak, ge det dolda det nya id:t i indicators.toml; ta annars bort det där
        [unit] ändra unit i indicators.toml och ta bort raden under [units] i imports/
        [year] skriv året som 2024; går åren över ett årsskifte (2024/25), skriv year_begins i planen eller i site.toml
        [value] skriv talet med punkt före decimaler och utan tecken mellan tusental
        [twice] en kolumn som skiljer de två åt ska ha ett namn över sig; kallades kolumnen ignore, ta med den igen
        [two-files] ge en av dem ett annat namn
        [no-data] ange mappen där data/ och meta/ ligger
       *[unreadable] spara filen igen som UTF-8; YAML ska ha ett fält per rad och får inte använda * och &
    }
import-renumbered = { $what ->
    [title] ”{ $title }” är nr { $number } i filen, men nr { $known } i planen ({ $path })
   *[number] nr { $number } är ”{ $title }” i filen, men ”{ $known }” i planen ({ $path })
}
    .help = är planen omnumrerad, så skriv --known-by title; är det samma åtgärd med en ny titel, så --known-by number; annars rätta det ena av de två ställena
import-kept-unreadable = filen kan inte läsas: { $cause } ({ $path })
    .help = rätta den, eller radera den och säg det igen med kommandots val
import-said = { $what ->
    [column] filen har ingen kolumn ”{ $text }”
    [field] ”{ $text }” är inget som en kolumn kan vara
    [year] ”{ $text }” är inget år
    [hidden] en CSV-fil döljer inget: --hidden { $text }
   *[sheet] en CSV-fil har inga blad: --sheet { $text }
}
    .help = { $what ->
        [column] skriv kolumnens rubrik som den står, eller dess bokstav: --column "D=ignore"
        [field] skriv ett fält som title, required, achieved, level, status eller ignore (i en tabell: row, label, ignore eller kolumnens id)
        [year] skriv det med fyra siffror: --year 2026
       *[other] utelämna det, eller använd import xlsx eller import html
    }
import-needs = importen saknar { $what ->
    [year] året som månaderna är i
    [report] datumet för rapporten
    [unit] en enhet som är pengar
   *[table] namnet på tabellen
}
    .help = { $what ->
        [year] skriv --year 2026, eller ange year = 2026 i plan.md
        [report] ange --report 2026-06-30
        [unit] skriv --unit "mnkr" eller --unit "tkr"
       *[table] skriv --table och ett namn av bokstäver, siffror och bindestreck
    }
