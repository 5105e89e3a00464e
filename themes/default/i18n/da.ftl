# Ordene på den færdige side. Ét ord eller én sætning pr. linje; det efter `=` må ændres.
# Et tema kan have sin egen i18n/da.ftl med de linjer, der skal lyde anderledes.

## Tal. Mellemrum her bliver til hårde mellemrum, så et beløb aldrig brydes over to linjer.

unit-krone = kr.
unit-thousand = 1.000 kr.
unit-million = mio. kr.
unit-billion = mia. kr.
unit-percent = %

amount-krone = { $number } kr.
amount-thousand = { $number } t.kr.
amount-million = { $number } mio. kr.
amount-billion = { $number } mia. kr.
amount-percent = { $number } %
amount-other = { $number } { $unit }

approx-about = ca. { $figure }
approx-good = godt { $figure }
approx-barely = knap { $figure }
approx-over = over { $figure }
approx-under = under { $figure }

## Perioder. Måneder og datoer kommer fra sproget selv.

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

## Rammen om hver side: menu, sidehoved, sidefod.

ui-skip = Gå til indhold
ui-menu = Hovedmenu
ui-crumbs = Brødkrumme
ui-footer = Sidefod
ui-updated = Opdateret
ui-source = Kilde
ui-accessibility = Tilgængelighedserklæring
ui-about = Om siden
ui-show-data = Vis tallene som tabel

# Punkterne i hovedmenuen.
ui-menu-home = Overblik
ui-menu-plans = Planer
ui-menu-committees = Udvalg
ui-menu-owners = Ansvarlige
ui-menu-milestones = Milepæle
ui-menu-disagreements = Uoverensstemmelser
ui-menu-history = Historik
ui-menu-editions = Udgaver
ui-menu-scales = Statusfarver
