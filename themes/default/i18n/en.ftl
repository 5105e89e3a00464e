# The words of the published site. One word or sentence a line; what stands behind `=` may be changed.
# A theme may have an i18n/en.ftl of its own with the lines that shall read differently.

## Numbers. Spaces here become no-break spaces, so that an amount never breaks over two lines.

unit-krone = DKK
unit-thousand = DKK 1,000
unit-million = DKK million
unit-billion = DKK billion
unit-percent = %

amount-krone = DKK { $number }
amount-thousand = DKK { $number } thousand
amount-million = DKK { $number } million
amount-billion = DKK { $number } billion
amount-percent = { $number }%
amount-other = { $number } { $unit }

approx-about = about { $figure }
approx-good = just over { $figure }
approx-barely = just under { $figure }
approx-over = over { $figure }
approx-under = under { $figure }

## Periods. Months and dates come from the language itself.

period-quarter = Q{ $quarter } { $year }
period-half = { $half ->
        [1] first half of { $year }
       *[other] second half of { $year }
    }
period-winter = winter { $year }
period-spring = spring { $year }
period-summer = summer { $year }
period-autumn = autumn { $year }
# $period is a year, or a month with its year.
period-primo = early { $period }
period-medio = mid-{ $period }
period-ultimo = end of { $period }

## The frame of every page: menu, header, footer.

ui-skip = Skip to content
ui-menu = Main menu
ui-crumbs = Breadcrumb
ui-footer = Footer
ui-updated = Updated
ui-source = Source
ui-accessibility = Accessibility statement
ui-about = About this site
ui-show-data = Show the figures as a table

# The entries of the main menu.
ui-menu-home = Overview
ui-menu-plans = Plans
ui-menu-committees = Committees
ui-menu-owners = Owners
ui-menu-milestones = Milestones
ui-menu-disagreements = Disagreements
ui-menu-history = History
ui-menu-editions = Editions
ui-menu-scales = Status colours
