# The words of the published site. One word or sentence a line; what stands behind `=` may be changed.
# A theme may have an i18n/en.ftl of its own with the lines that shall read differently.

## Numbers. Spaces here become no-break spaces, so that an amount never breaks over two lines.

unit-krone = DKK
unit-thousand = DKK 1,000
unit-million = DKK million
unit-billion = DKK billion
# Money of other countries: $code is the code of the currency, EUR or GBP. Where what stands for it here is a sign such as £,
# the lines with -sign hold, else those with -money.
currency-sign = { $code ->
    [EUR] €
    [GBP] £
    [USD] US$
   *[other] { $code }
 }
unit-money = { $currency }
unit-money-thousand = { $currency } 1,000
unit-money-million = { $currency } million
unit-money-billion = { $currency } billion
unit-sign = { $currency }
unit-sign-thousand = { $currency } thousand
unit-sign-million = { $currency } million
unit-sign-billion = { $currency } billion
unit-percent = %
unit-percent-point = percentage points

amount-krone = DKK { $number }
amount-thousand = DKK { $number } thousand
amount-million = DKK { $number } million
amount-billion = DKK { $number } billion
amount-money = { $currency } { $number }
amount-money-thousand = { $currency } { $number } thousand
amount-money-million = { $currency } { $number } million
amount-money-billion = { $currency } { $number } billion
amount-sign = { $currency }{ $number }
amount-sign-thousand = { $currency }{ $number } thousand
amount-sign-million = { $currency }{ $number } million
amount-sign-billion = { $currency }{ $number } billion
amount-percent = { $number }%
amount-percent-point = { $number } percentage points
amount-other = { $number } { $unit }

approx-about = about { $figure }
approx-good = just over { $figure }
approx-barely = just under { $figure }
approx-over = over { $figure }
approx-under = under { $figure }

## Periods. Months and dates come from the language itself.

period-week = week { $week }, { $year }
period-tertial = T{ $tertial } { $year }
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
# When something was to be: “was due in February 2026”.
period-when = { $kind ->
        [day] { $period }
        [half] in the { $period }
        [end] at the { $period }
       *[other] in { $period }
    }

## The frame of every page: menu, header, footer.

ui-skip = Skip to content
og-locale = en_GB
ui-menu = Main menu
ui-more = More
ui-others = More pages
ui-crumbs = Breadcrumb
ui-footer = Footer
ui-updated = Updated
ui-unrecorded = Provisional: something on this page is not in git yet.
ui-source = Source
ui-accessibility = Accessibility statement
ui-about = About this site
ui-show-data = Show the figures as a table
ui-download = Download:
ui-search = Search
ui-search-one = result
ui-search-many = results
ui-search-first = The first 20 are shown.
search-pack = { $committee }, to print or save as PDF
ui-search-near = Nothing found. Did you mean one of these?
ui-search-none = Nothing found. Try another word, or look at A–Z.
ui-a-to-z = A–Z
ui-table-tools = Filter and sort
ui-table-search = Search the table
ui-table-all = All
ui-table-shown = Showing … of …
ui-table-none = No rows match.
ui-table-clear = Clear filters
ui-table-order = Sort by
ui-table-own = The table’s own order
ui-table-up = ascending
ui-table-down = descending
ui-table-worst = worst first
ui-table-best = best first
ui-table-sorted = Sorted by
ui-table-sums = Totals are those of the whole table.

# The entries of the main menu.
ui-menu-home = Overview
ui-menu-plans = Plans
ui-menu-measures = Measures
ui-menu-committees = Committees
ui-menu-owners = Owners
ui-menu-milestones = Milestones
ui-menu-disagreements = Disagreements
ui-menu-a-to-z = A–Z
ui-menu-history = History
ui-menu-editions = Editions
ui-menu-scales = Status colours

## The pages: addresses, headings, columns and sentences.

# Folders and files in the addresses of the site. Lower case letters, digits and hyphens only.
path-plans = plans
path-committees = committees
path-owners = owners
path-milestones = milestones
path-indicators = indicators
path-months = months
path-editions = editions
path-history = history
path-disagreements = disagreements
path-scales = scales
path-about = about
path-measures = measures
path-a-to-z = a-z
path-pack = meeting-pack

nav-home = Overview
footnotes = Footnotes
footnote-back = Back to the text
nav-plans = Plans
nav-committees = Committees
nav-owners = Owners
nav-milestones = Milestones
nav-editions = Editions
nav-history = History
nav-disagreements = Disagreements
nav-scales = Scales and meanings
nav-about = About this site
nav-measures = Measures
nav-a-to-z = Everything from A to Z
a-to-z-lead = All plans, measures, committees, owners and pages by name.
a-to-z-letters = ABCDEFGHIJKLMNOPQRSTUVWXYZ
a-to-z-other = Numbers and signs
a-to-z-plan = plan
# Colours that can be searched for.
colour-complete = blue
colour-good = green
colour-fair = teal
colour-warning = yellow amber
colour-bad = red
colour-severe = dark red
colour-none = grey gray

list-and = and

# What changed since an edition, and the pages about editions.
col-since = Since { $date }
col-since-of = { $column } since { $date }
since-same = unchanged
since-no-status = No status has changed since { $date }
since-same-table = No changes since { $date }
said-once = { $head }: { $value }
said-once-most = { $head }: { $value }, where nothing else is said
since-new-table = New since { $date }
since-meaning = “Was” is the figure of { $date }
since-was = was { $figure }
since-was-corrected = was { $figure }, corrected to { $corrected }
since-rest = other figures changed
since-not-given = not given
since-told = { $what } (not given before)
since-new = new
since-gone = gone
since-new-without-level = { $count ->
    [one] { $count } measure is new, so far without a status.
   *[other] { $count } measures are new, so far without a status.
}
since-entered = New
since-from = From { $level }
since-to = To { $level }
since-left = Gone
since-without-level = no status
since-reached = reached
since-put-off = put off
since-moved-forward = brought forward
since-decided = taken
since-step = { $before } → { $after }
since-first-level = first status
since-first-figure = first figure
since-required = required { $step }
since-achieved = achieved { $step }
since-forecast = forecast { $step }
since-due = due { $step }
since-status-withdrawn = the status as of { $date } was withdrawn
since-lost-gone = of which gone: { $names }
since-lost-withdrawn = of which withdrawn: { $names }
since-correction = of which correction: { $changes }
since-figures = the figures as of { $date }
since-meeting = the meeting on { $date }
since-levels = Since { $date }, { $changes }.
since-moves-first = { $place ->
    [short] { $count } first status
   *[lead] { $count ->
        [one] { $count } measure has got its
       *[other] { $count } measures have got their
    } first status
}
since-moves-moved = { $place ->
    [short] { $count } changed
    [then] { $count ->
        [one] { $count } has changed status
       *[other] { $count } have changed status
    }
   *[lead] { $count ->
        [one] { $count } measure has changed status
       *[other] { $count } measures have changed status
    }
}
since-moves-new = { $place ->
    [short] { $count } new
    [then] { $count ->
        [one] { $count } is new
       *[other] { $count } are new
    }
   *[lead] { $count ->
        [one] { $count } measure is new
       *[other] { $count } measures are new
    }
}
since-moves-gone = { $place ->
    [short] { $count } gone
    [then] { $count ->
        [one] { $count } is gone
       *[other] { $count } are gone
    }
   *[lead] { $count ->
        [one] { $count } measure is gone
       *[other] { $count } measures are gone
    }
}
since-moves-stated = { $place ->
    [short] { $count } { $way ->
        [more] more
       *[fewer] fewer
    } at “{ $level }”
    [short-rest] only counted: { $count } { $way ->
        [more] more
       *[fewer] fewer
    } at “{ $level }”
    [rest] of those that are only counted, { $count } { $way ->
        [more] more
       *[fewer] fewer
    } { $count ->
        [one] stands
       *[other] stand
    } at “{ $level }”
    [then] { $count } { $way ->
        [more] more
       *[fewer] fewer
    } { $count ->
        [one] stands
       *[other] stand
    } at “{ $level }”
   *[lead] { $count } { $way ->
        [more] more
       *[fewer] fewer
    } { $count ->
        [one] measure stands
       *[other] measures stand
    } at “{ $level }”
}
since-gone-names = Gone since: { $names }
col-recorded = Recorded
col-about = About
block-log = History
caption-log = What was recorded when, the newest first
caption-log-measure = What was recorded of the measure when, the newest first
caption-log-indicator = What was recorded of the indicator when, the newest first
log-correction = Corrects “{ $edition }”
log-late = Came after “{ $edition }”
log-new = { $kind ->
    [reading] new: { $changes }
   *[other] new report: { $changes }
}
log-changed = { $kind ->
    [set] { $what } changed to
    [unset] { $what } was removed
   *[words] { $what } was changed
}
log-unreadable-version = a version cannot be read
log-day-revision = Recorded { $date } (revision { $revision })
log-by = by { $author }
log-new-report = New report: { $date }
log-report-came = published
log-revision = revision { $revision }
log-words = The text before and now
log-before = Before
log-after = Now
log-corrected = Corrected { $date }: { $change }
log-came-late = Written { $date }, after “{ $edition }”
history-title = History: { $plan }
history-of-plan = What was recorded of the plan “{ $plan }”, and when: { $count ->
    [one] one change
   *[other] { $count } changes
}.
history-of-site = { $scope ->
    [all] { $count ->
        [one] One change
       *[other] All { $count } changes
    }
   *[latest] The latest { $count } changes
} across all plans. Each plan has its whole history on a page of its own.
history-of-committee = { $scope ->
    [all] { $count ->
        [one] One change
       *[other] All { $count } changes
    }
   *[latest] The latest { $count } changes
} in what concerns { $committee }. Each plan has its whole history on its own page.
history-correction = Correction:
history-shared = Common to all plans
history-first-import = First import: { $count ->
    [one] one entry
   *[other] { $count } entries
}
history-new-figures = { $count ->
    [one] One item with new figures and the same status
   *[other] { $count } items with new figures and the same status
}
history-entered = { $count ->
    [one] One new entry
   *[other] { $count } new entries
}
history-none = No changes have been recorded yet.
history-withheld = Something of what was recorded is withheld and does not stand here.
history-feed = Follow: subscribe to changes (Atom)
history-own-page = See the whole history of the plan
history-all = See the whole history
col-edition = Edition
col-as-of = Figures as of
col-whole-site = Whole site
col-change = Change
col-outturn = Achieved now
col-against-forecast = Against the latest
col-forecast-of = Forecast { $date }
edition-read = Read the edition
edition-read-whole = Read the whole edition as it was
edition-read-open = Read the whole edition as it is now
edition-cut = Locked { $date }
edition-open = Open: may still change
editions-lead = An edition is what a meeting had before it: the figures of a certain date. A locked edition never changes.
edition-state = { $plans ->
    [one] One plan as it stood on { $date }.
   *[other] { $plans } plans as they stood on { $date }.
}
block-corrections = Corrected after the edition was locked
edition-corrected = { $count ->
    [one] Corrected since: one correction
   *[other] Corrected since: { $count } corrections
}
caption-corrections = Corrections to figures and statuses of the edition
block-grid = Status over time
caption-grid = Status at each report
block-flow = Changed since { $from }
caption-flow = Measures by status { $from } (rows) and { $to } (columns)
block-changed-measures = Measures that changed
caption-changed-measures = New, changed and gone measures
block-moved-milestones = New and changed milestones
caption-moved-milestones = New, moved and reached milestones
block-forecasts = Forecasts against the outturn
caption-forecasts = Forecast in each edition and achieved now, by plan; achieved is that of the measures in the latest forecast, also those that are gone since
col-forecast-now = Forecast now
block-overspend-forecasts = Forecast overspend in each edition
caption-overspend-forecasts = The overspend that each edition forecast, and now
block-committee-forecasts = Forecasts against the outturn by committee
caption-committee-forecasts = Forecast in each edition and achieved now, the sum of plans by their leading committee; achieved is that of the measures in the latest forecast, also those that are gone since

# At the top of every page of an edition.
banner-short = Edition as of { $date }
banner-edition = You are reading the edition “{ $title }”, with figures as of { $date }.
banner-edition-met = You are reading the edition “{ $title }” for the meeting of { $committee } on { $meeting }, with figures as of { $date }.
banner-cut = Locked { $date }; it does not change any more.
banner-open = The edition is open and may still change.
banner-hidden = { $count ->
    [one] One item that was in the edition has been closed since and is not shown.
   *[other] { $count } items that were in the edition have been closed since and are not shown.
}
banner-withheld = { $count ->
    [one] One item that was in the edition has been closed or withheld since and is not shown, or not as a whole.
   *[other] { $count } items that were in the edition have been closed or withheld since and are not shown, or not as a whole.
}
banner-incomplete = The history is not whole: the site was built from a clone that lacks older versions.
ui-edition = Edition
ui-today = See today’s status
ui-corrected = What has been corrected since?
ui-elsewhere = The same page in other editions
ui-earlier = This page as it was in:
elsewhere-before = ‹ Edition before: { $title }
elsewhere-before-front = ‹ Edition before: { $title } (front page; this page was not in it)
elsewhere-after = Edition after: { $title } ›
elsewhere-after-front = Edition after: { $title } › (front page; this page was not in it)
elsewhere-today = This page as it is today
elsewhere-today-front = Today’s front page (this page is not there)
elsewhere-earlier = { $title }
elsewhere-earlier-front = { $title } (front page; this page was not in it)

# Kinds of plan.
kind-action-plan = Action plan
kind-savings = Savings plan
kind-agreement = Follow-up on an agreement
kind-implementation = Implementation plan
kind-budget = Budget follow-up
kind-indicators = Indicator report

# Where a measure is in its life.
life-not-started = Not started
life-in-progress = In progress
life-done = Done
life-dropped = Dropped
life-deferred = Deferred
life-meaning-not-started = Work has not begun
life-meaning-in-progress = Work is under way
life-meaning-done = The measure has been carried out
life-meaning-dropped = The measure was given up
life-meaning-deferred = The measure was put off by a decision

trend-better = Getting better
trend-same = Going as before
trend-worse = Getting worse

reporting-has-figures = has figures
reporting-none-yet = no figures yet
reporting-late = late
line-ahead = ahead of the line to the target
line-on = on the line to the target
line-behind = behind the line to the target
frequency-month = every month
frequency-quarter = every quarter
frequency-tertial = every third of a year
frequency-half-year = every half year
frequency-year = every year
direction-down = Should fall
direction-up = Should rise
direction-hold = Should hold

sign-cost = Costs are positive, income is negative
sign-saving = Savings are positive, investments are negative
sign-result = A surplus is positive, a deficit is negative

# Columns.
col-number = No.
col-measure = Measure
col-measures = Measures
col-status = Status
col-objective = Objective
col-action = Action
col-consequences = Consequences
col-agreement = Agreement
col-status-text = Status in words
col-timetable = Timetable
col-required = Required
col-achieved = Achieved
col-difference = Difference
col-share = Achieved, per cent
col-forecast = Forecast
col-committee = Committee
col-owner = Owner
col-department = Department
col-due = Due
col-updated = Updated
col-plan = Plan
col-plans = Plans
col-reports = Reports
col-code = Code
col-level = Level
col-row = Item
col-effect = Effect
col-funding = Funding
col-all-years = All years
col-update = Update
col-date = Date
col-overspend = Forecast overspend
col-since-last = Since last
col-since-start = Since start
col-indicator = Indicator
col-direction = Direction
col-baseline = Baseline
col-series = Series
col-latest-reading = Latest reading
col-reading = Reading
col-target = Target
col-reporting = Reporting
col-next-reading = Next reading
col-milestone = Milestone
col-start = Begins
col-original-due = Originally due
col-current-due = Due now
col-after = After
col-remark = Remark
col-decision = Decision
col-state = State
col-report = Report
col-meetings = Meetings
col-meeting = Meeting
col-what = What
col-kind = Kind
col-missing = Missing
col-days = Days
col-stated = Stated
col-computed = Computed
col-size = Difference
col-against = Why

# Tables as data. $column is the name of the column; what is behind the comma says what stands beside its figure.
data-head = { $column } ({ $unit })
data-unit = { $column }, unit
data-approximation = { $column }, reservation
data-computed = { $column }, computed
data-check = { $column }, check
data-levels = { $column }, by level
data-in-words = { $column }, in words
data-mark = { $column }, note
data-remark = { $column }, remark
data-group = Section
data-row-kind = Kind of row
data-nil = “-” means no amount, as the source writes it; that is not the same as 0
data-gap = Empty cell: not given
row-kind-item = Item
row-kind-child = Sub-item
row-kind-of-which = Of which
row-kind-subtotal = Subtotal
row-kind-total = Total
row-kind-stated = Total, stated

# Workbooks: the tables of a plan or of a committee in one file.
book-cover = Cover
book-contents = Contents
book-notes = Notes
book-sheet = Sheet
book-table = Table
book-note = Note
book-text = Text
book-note-mark = [note { $number }]
book-publisher = Publisher
book-address = Address
book-back = To the contents
book-nil = [n] means no amount, as the source writes it; that is not the same as 0
book-gap = [x] means not given
book-empty = Empty cells: there is nothing to remark
book-too-large = too large for a spreadsheet; see the CSV file
book-empty-table = no rows

# Calendars: milestones, reports and meetings.
calendar-milestone = Milestone: { $name }
calendar-report = Report: { $name }
calendar-meeting = Meeting: { $name }
calendar-decision = Decision: { $name }
block-data = Get the data
search-data-formats = Excel, CSV, spreadsheet, download
search-edition = Edition, { $date }
search-edition-met = Edition, { $date }, for the meeting on { $meeting }
about-data-csv = Below each table its figures can be had as a CSV file, which a spreadsheet program opens.
about-data-book = On the page of a plan and of a committee all its tables can be had as one Excel file.
about-data = All tables of the site as CSV files in one file, with a description of each column.
data-archive = Download all tables (ZIP)
data-description = The description alone (Data Package)
block-calendar = The dates in your calendar
calendar-link = Download the dates as a calendar (iCalendar)
block-pack = Meeting pack
pack-title = Meeting pack for { $committee }
pack-link = Read the meeting pack, made to be printed
pack-pdf = Download the meeting pack as PDF
pdf-page = Page
pdf-of = of

# Known columns of figure tables.
column-adopted = Adopted budget
column-revised = Revised budget
column-actual = Actual
column-forecast = Forecast
column-outturn = Outturn
column-deviation = Deviation
column-previous = Previous forecast

# Facts about a plan, a measure or the site.
fact-kind = Kind
fact-plan = Plan
fact-committee = Committee
fact-owner = Owner
fact-definition = Definition
fact-method = Method
fact-frequency = Read
fact-contact = Contact
fact-licence = Licence
fact-started = Started
fact-finished = Finished
fact-to-finish = To be finished
year-in-two = { $year } ({ $from }–{ $to })
plan-finished = finished { $date }
fact-updated = Updated
fact-year = Year
fact-overspend = Forecast overspend at the start
fact-case = Case number
fact-source = Source
fact-section = Section
fact-due = Due
fact-against = Note
fact-as-of = As of
fact-publisher = Published by
fact-meeting = Meeting
fact-version = Program
fact-revision = Revision
fact-effect = Effect in { $year }

# Tiles with large figures.
tile-required = Required saving
tile-investment = Investment
tile-achieved = Achieved
tile-forecast = Forecast
# Where plans count in money of several countries: Required saving, £.
tile-in-unit = { $name }, { $unit }
tile-difference = Difference
tile-overspend = Forecast overspend
tile-attention = Off track
tile-measures = Measures
tile-plans = Plans
tile-missing = Without news
tile-open-measures = Open measures
tile-open-milestones = Open milestones
tile-waiting-decisions = Decisions waiting
tile-indicators = Indicators
tile-share = { $share } of what is required
tile-due = Due: { $date }
tile-of-all = of { $all }
tile-open = { $open } open

# Under the names of tables.
note-amounts = Amounts in { $unit }
note-unit = Unit: { $unit }
note-as-of = As of { $date }
price-level = { $year } prices
note-price-levels = “{ $what }” is computed across price levels: { $levels }
note-sign-of = { $column }: { $sign }

# At the foot of tables.
total-computed = Total, computed
total-stated = Total, stated
total-stated-too = Also stated
gross-computed = Without investments, computed
gross-stated = Without investments, stated
gross-stated-too = Without investments, also stated

# Stated and computed.
difference-exact = agrees
difference-rounding = rounding
difference-unexplained = disagrees ({ $size })
difference-within-reach = disagrees ({ $size }), rounding alone could just explain it
nothing-of = nothing
difference-from = { $difference }, computed { $computed }
computed-beside = computed { $computed }
class-within-reach = rounding alone could just explain it
class-meaning-exact = “Agrees” means that the stated and the computed sum are equal.
class-meaning-rounding = “Rounding” means that the difference is so small that rounding of the parts explains it.
class-meaning-unexplained = “Disagrees” means that rounding does not explain the difference.

# Small remarks in tables.
withheld-small = fewer than { $below }
withheld-further = not shown
note-rounded = { $decimals ->
    [0] Shown without decimals
    [one] Shown with 1 decimal
   *[other] Shown with { $decimals } decimals
}; sums and differences are computed from the exact figures, which stand in the CSV file below the table
note-rounded-variously = Shown rounded; sums and differences are computed from the exact figures, which stand in the CSV file below the table
note-withheld-small = Counts below { $below } (but not 0) are not shown, so that nobody can be recognised
note-withheld-further = Where “not shown” stands, a figure is left out, because a count that is withheld could be computed from it
remark-computed = computed
remark-rounded-sum = shown rounded: the figures shown come to { $sum }
remark-years = amounts of { $years } added up
remark-partial-sum = { $given } of { $all } given
remark-missing = no news in the latest report
remark-overdue = overdue
remark-overdue-days = { $days ->
        [one] overdue by 1 day
       *[other] overdue by { $days } days
    }
remark-rolled-up = as the worst open item below it
remark-overruled = changed by { $committee }; reported as { $word }
remark-overruled-dated = changed by { $committee } on { $date }; reported as { $word }
remark-later-due = later { $date }
remark-expected = expected { $date }
remark-set-by = set by { $committee }
remark-set-by-dated = set by { $committee } on { $date }
remark-overruled-to = { $committee } changed the status to { $word }
remark-overruled-on = { $committee } changed the status to { $word } on { $date }
remark-changed = From { $before } to { $after }
remark-decision = Decision: { $title }
remark-put-off-from = put off from { $date }
remark-moved-forward-from = brought forward from { $date }
remark-since = since { $date }
remark-not-comparable = not comparable

decision-taken = Taken
decision-waiting = Waiting
report-came = Published
report-expected = Expected
report-missing = Missing
meeting-decision = Decision
meeting-report = Report

effect-planned = Planned
effect-so-far = Achieved
funding-granted = Granted
overspend-start = At the start
overspend-update = Update
overspend-latest = Latest update
target-at-least = at least { $value }
target-at-most = at most { $value }
target-between = { $low } to { $high }
target-met = met
target-not-met = not met
target-not-met-yet = not met yet
target-no-longer-met = no longer met
target-passed = outside the target
reading-due = { $state ->
    [has-figures] the next by { $date }
    [none-yet] expected by { $date }
    [late] expected by { $date }
   *[date] by { $date }
}
reporting-count = { $state ->
    [has-figures] { $count } { $count ->
        [one] has
       *[other] have
    } figures
    [none-yet] { $count } { $count ->
        [one] has
       *[other] have
    } none yet
   *[late] { $count } { $count ->
        [one] is
       *[other] are
    } late
}
reporting-counts = Reporting: { $list }
indicator-line-day = on { $date }
indicator-line-end = at the end of { $date }
indicator-line = On the line from { $from } ({ $from-date }) to { $to } ({ $to-date }), { $expected } is expected { $at }; read { $measured }: { $side ->
    [ahead] ahead of the line
    [on] on the line
   *[behind] behind the line
}.
indicator-unread = The indicator has not been read yet.
indicator-unread-since = The indicator has not been read since its baseline.
series-total = All
indicator-missing = { $period } is missing: { $words }
indicator-break = From { $period }: { $words }
legend-title = Status colours
without-level = No status
levels-without = { $count } without a status

# Headings.
block-words = About the plan
block-contents = On this page
fold-plan-words = Background and content of the plan ({ $count } words)
fold-grid = { $count ->
        [one] Status at the one report
       *[other] Status at each of the { $count } reports
    }
fold-log = { $count ->
        [one] The latest change
       *[other] The latest { $count } changes
    }
block-status = Status as of { $date }
block-measures = Measures
block-effect = Economic effect per month
months-title = { $plan }, month by month
months-link = See month by month, and each measure
block-all-measures = All measures and months
block-funding = Funding per year
block-overspend = Forecast overspend
block-tables = Tables
block-indicators = Indicators
block-milestones = Milestones
block-milestones-ahead = Milestones ahead
block-milestones-overdue = Overdue
block-milestones-open = Milestones to come
block-milestones-reached = Milestones reached or dropped
block-decisions = Decisions
block-reports = Reports
block-other-reports = Other reports
block-decided = What was decided
block-about-measure = About the measure
block-children = Items below this measure
block-timeline = Status over time
block-other-measures = Other measures
block-other-indicators = Other indicators
block-about-indicator = About the indicator
block-attention = Off track
block-levels = Measures by status
block-updates = Latest news
block-meetings = Decisions and meetings
block-missing = Without news
block-unexplained = Disagrees
block-rounding = Rounding
block-no-disagreements = All stated figures agree.
block-against = Statuses to look at
block-scales = Levels
block-lifecycles = Life of a measure
block-rules = Rules
block-about-figures = How to read the figures
block-accessibility = Accessibility

# Names of tables.
caption-measures = Measures with their status
caption-children = Measures below this item
caption-effect = Planned effect per month in { $year }
caption-effect-of = Effect per month in { $year }
caption-effect-so-far = Achieved effect per month in { $year }
caption-funding = Funding per year
caption-overspend = Forecast overspend at each update
caption-indicators = Indicators: latest reading, change and target
caption-readings = Readings of { $title }
caption-milestones = Milestones and their dates
caption-milestones-overdue = Milestones, the oldest dates first
caption-milestones-open = Milestones, the nearest dates first
caption-milestones-reached = Milestones by date
caption-milestones-ahead = Milestones within { $days } days, and those overdue
caption-decisions = Decisions the plan rests on or waits for
caption-reports = Reports and their meetings
caption-plans = Plans with their status
block-counts = How many stand where
caption-counts = Measures by status, as stated
col-area = Area
col-all = In all
counts-whole = The plan as a whole
note-counts-since = Below a number: more or fewer than as of { $date }
note-counts-of-plan = As the plan itself states it
note-counts-since-plan = Below a number: more or fewer than the plan itself states
counts-in-plan = the beginning of the plan
caption-counts-flow = Measures stated by number alone, at each level
remark-counts-come-to = the levels come to { $count }
remark-areas-come-to = the areas come to { $count }
caption-levels = Number of measures at each level
caption-meetings = Decisions and meetings, the latest first
caption-missing = Statuses, reports and readings that are missing
caption-disagreements = Stated figures beside the computed ones
caption-against = Statuses that figures or words speak against

# Sentences.
home-title = Status of plans and agreements
home-last-meeting = The edition for the meeting on { $date }: { $title }
home-last-edition = Latest locked edition: { $title }
home-open-edition = Open edition: { $title }
home-all-editions = All editions
home-state-plans = As of { $date }: { $plans ->
        [one] one plan
       *[other] { $plans } plans
    }.
# The state in a sentence: "3 of 26 measures are critical, 5 need attention and 18 are on track".
state-first = { $count } of { $all } measures { $state }
state-next = { $count } { $state }
state-all = { $all ->
    [one] The only measure { $state }
    [2] Both measures { $state }
   *[other] All { $all } measures { $state }
}
state-word = { $count ->
    [one] has the status “{ $word }”
   *[other] have the status “{ $word }”
}
state-life = { $stand ->
    [not-started] { $count ->
        [one] has not started
       *[other] have not started
    }
    [in-progress] { $count ->
        [one] is in progress
       *[other] are in progress
    }
    [done] { $count ->
        [one] is done
       *[other] are done
    }
    [dropped] { $count ->
        [one] was dropped
       *[other] were dropped
    }
    [deferred] { $count ->
        [one] is deferred
       *[other] are deferred
    }
   *[untold] { $count ->
        [one] has no status
       *[other] have no status
    }
}
state-as-of = As of { $date }: { $state }.
attention-none = No measure is off track.
doubted-figures = { $count ->
    [one] One stated figure does not agree with what it is made of.
   *[other] { $count } stated figures do not agree with what they are made of.
}
doubted-link = See figures that do not agree
which-total = Count on { $computed }{ $share }: that is what the measures come to together. What the report states, { $stated }, does not agree with them.
workbook-link = Download the figures of this page for Excel
attention-behind = Reported as fine, but far behind
attention-rest = Show { $count } more
attention-rest-of = Show { $count } more at “{ $level }”
attention-of-one-plan = { $count ->
    [2] Both are in { $plan }.
   *[other] All { $count } are in { $plan }.
}
attention-done = { $count ->
    [one] One measure that is done is off track.
   *[other] { $count } measures that are done are off track.
}
attention-over = { $count ->
    [one] One measure of a plan that is finished is off track.
   *[other] { $count } measures of plans that are finished are off track.
}
attention-untold = No measure has a status yet.
attention-overdue = { $count ->
    [one] One milestone is overdue
   *[other] { $count } milestones are overdue
}
attention-counted-alone = { $count ->
    [one] One measure is off track; the plan’s report counts it and does not name it.
   *[other] { $count } measures are off track; the plans’ reports count them and do not name them.
}
attention-counted = { $count ->
    [one] One more measure is off track; the plan’s report counts it and does not name it.
   *[other] { $count } more measures are off track; the plans’ reports count them and do not name them.
}
attention-nothing = none off track
attention-achieved-of = { $achieved } of { $required }
attention-required = required { $required }
attention-achieved = achieved { $achieved }
place-in-plan = { $plan }, no. { $number }
place-number = no. { $number }
block-since-meeting = Since the meeting on { $date }
block-since = Since last time
step-to = to
recent-first = { $count ->
    [one] first status of one measure
   *[other] first status of { $count } measures
}
recent-put-off = Put off from { $before } to { $after }
recent-moved-forward = Brought forward from { $before } to { $after }
recent-reached = Reached { $date }
recent-overspend = forecast overspend { $step }
recent-all = All changes since { $date }
recent-all-more = All changes since { $date } ({ $count } more)
caption-finished-last = { $caption }, those that are finished last
caption-plans-by-status = The plans, the worst statuses first
caption-worst-plans = Achieved of what is required in each plan, the worst statuses first
caption-committees = Measures that are off track, by committee
committee-next-meeting = The next meeting is on { $date }.
block-money = Money
caption-money = Required and achieved, plan by plan
committee-rows-in-part = The committee's own rows; the whole table stands on the plan's page
committee-tables = { $count ->
    [one] Show the committee’s rows in one table
   *[other] Show the committee’s rows in { $count } tables
}
attention-more = The list shows the worst. { $count ->
        [one] One more is off track; it stands on the page of its plan.
       *[other] { $count } more are off track; they stand on the pages of their plans.
    }
plans-lead = { $count ->
        [one] This site follows one plan.
       *[other] This site follows { $count } plans.
    }
plan-without-report = { $count ->
        [0] The plan has no report yet.
        [one] The plan has one measure and no report yet.
       *[other] The plan has { $count } measures and no report yet.
    }
plan-counts-without-report = The plan has no report yet. As it states itself: { $state }
plan-now = The plan as it stands now
standing-as-of = Status as of { $date }
standing-rolled-up = The worst open item below it as of { $date }
plan-standing-as-of = Overall status of the plan in the report as of { $date }
plan-standing-rolled-up = Overall status of the plan as of { $date }: that of its worst open measure
plan-achieved = In all, { $achieved } of { $required } has been achieved{ $remarks }.
measures-missing = { $count ->
        [one] One measure has no news in the latest report: { $names }.
       *[other] { $count } measures have no news in the latest report: { $names }.
    }
no-measures = No measures belong here.
measure-untitled = Item { $number }
measure-closed = This item is dealt with behind closed doors.
measure-unchanged = Status unchanged since { $date }
measure-without-status = No report has told of this measure yet.
measure-of-children = { $count ->
        [one] Status and amounts come from the one item below it.
       *[other] Status and amounts come from the { $count } items below it.
    }
measure-of-plan = { $measure }: a measure of { $plan }.
indicator-of-plan = { $indicator }: an indicator of { $plan }.
measure-before = Previous: { $name }
measure-after = Next: { $name }
entry-report = See the whole report
report-title = Report as of { $date }
report-page-title = { $plan }: status as of { $date }
report-is-old = You see the plan as it was as of { $date }. There are newer reports.
report-corrections = { $count ->
    [one] Corrected since: one figure or status of the report was corrected after it was presented. The page shows the corrected one.
   *[other] Corrected since: { $count } figures and statuses of the report were corrected after it was presented. The page shows the corrected ones.
}
report-corrected = Corrected { $date }
report-changes = { $count ->
    [one] Changed since: one thing came or was decided anew after the report. The page shows what holds now.
   *[other] Changed since: { $count } things came or were decided anew after the report. The page shows what holds now.
}
report-changed = Changed { $date }
report-before = Previous report: { $date }
report-after = Next report: { $date }
missing-status = No news since { $date }
missing-first-status = No status yet
missing-done = Was to be done { $date }
missing-report = The report was due { $date }
missing-reading = The reading was due { $date }
milestones-state = { $all ->
        [0] There are no milestones.
       *[other] { $overdue ->
            [0] No milestones are overdue
            [one] One milestone is overdue
           *[other] { $overdue } milestones are overdue
        }; { $open ->
            [0] none are to come
            [one] one is to come
           *[other] { $open } are to come
        }, and { $reached ->
            [0] none have been reached or dropped
            [one] one has been reached or dropped
           *[other] { $reached } have been reached or dropped
        }.
    }
committees-lead = What each committee has on its table.
owners-lead = Who answers for what, and what is missing.
disagreements-state = { $unexplained ->
        [0] No stated figures disagree with their parts.
        [one] One stated figure disagrees with its parts.
       *[other] { $unexplained } stated figures disagree with their parts.
    } { $rounding ->
        [0] None differ by rounding.
        [one] One differs by rounding only.
       *[other] { $rounding } differ by rounding only.
    }
disagreements-words = The reports' own figures are always shown as stated. Beside them stands what their parts come to.
against-words = A measure is reported as on track, but has achieved less than half of the year's share so far, or is expected to end below half of what is required. Or its text is the same in three statuses in a row. Each status is shown as it was reported.
against-achieved = Only { $figure } of { $required } achieved so far
against-forecast = Only { $figure } of { $required } expected
against-same-words = Same text in its latest { $count } statuses
rounding-more = { $count ->
        [one] One more differs by rounding.
       *[other] { $count } more differ by rounding.
    }
scales-lead = What status colours, marks and abbreviations mean.
lifecycles-title = Where a measure is in its life
rule-parents = A measure with items below it has the status of the worst open one, unless it has a newer status of its own.
rule-overruled = A committee may change a status. Then the committee's holds, and both are shown.
rule-no-news = Where a report has no news, the last status holds. Its date shows how old it is.
rule-differences = A sum is shown as stated. Where it is not the sum of its parts, the computed one stands beside it.
rule-cells = In tables a dash means that there is no amount. An empty cell is not given, and 0.00 is zero. “about” is an estimate.
about-lead = { $organisation } shows the status of its plans and agreements here.
about-accessibility = Accessibility statement
accessibility-reviewed = Last reviewed on { $date }.
not-found-title = There is no such page
not-found-lead = The address leads nowhere. The page may have been moved.
moved-title = The page has a new address
moved-lead = You are taken there. If that does not happen, use the link.
figure-caption = Figure { $number }: { $caption }

# Figures that disagree.
what-required = Required saving in all
what-stated-again = { $what }, stated a { $nth ->
    [1] first
    [2] second
   *[other] further
 } time
what-required-gross = Required saving without investments
what-achieved = Achieved in all
what-achieved-gross = Achieved without investments
what-forecast = Forecast in all
what-forecast-gross = Forecast without investments
what-parent = Required saving, { $name }
what-effect-year = Effect in { $year }, { $name }
what-effect-month = Effect in { $month } { $year }, all measures
what-effect-total = Effect in { $year }, all measures
what-effect-across = Effect in { $year }, all months
what-cell = { $table }: { $row }, { $column }

## Figures.

chart-subtitle = { $what }, { $unit }, as of { $as-of }
chart-subtitle-decimals = { $subtitle }, shown { $decimals ->
    [0] without decimals
    [one] with 1 decimal at most
   *[other] with { $decimals } decimals at most
}
chart-subtitle-undated = { $what }, { $unit }
chart-subtitle-plain = { $what }, as of { $as-of }
chart-as-of = As of { $as-of }
chart-count = { $n ->
        [0] none
        [2] two
        [3] three
        [4] four
        [5] five
        [6] six
        [7] seven
        [8] eight
        [9] nine
        [10] ten
        [11] eleven
        [12] twelve
       *[other] { $n }
    }
chart-tick-month = { $month } { $year }
chart-most = The figure shows { $shown } of { $all } rows; the table has them all.
chart-left-out = { $n ->
        [1] One measure counts in another unit and is not shown.
       *[other] { $count } measures count in other units and are not shown.
    }
chart-change = { $turn ->
        [fallen] From { $start } ({ $when }) to { $to } ({ $end }), { $size } lower.
        [risen] From { $start } ({ $when }) to { $to } ({ $end }), { $size } higher.
       *[same] Unchanged at { $to } ({ $when } and { $end }).
    }
chart-highest = The highest was { $value } ({ $when }).
chart-start = at the start
chart-start-end = At the start { $number }

chart-column-month = Month
chart-column-value = Value
chart-key-investment = Investment
chart-key-investment-or-cost = Investment or extra cost
chart-key-cost = Extra cost

chart-required-what = Required and achieved saving of each measure
# $share: only and not are the one measure there is, none, one, both, all and some are of several.
chart-required-reached = { $share ->
        [only] The measure has reached its required saving
        [not] The measure has not reached its required saving
        [none] { $all ->
            [two] Neither of the two measures has reached its required saving
           *[other] None of the { $all } measures has reached its required saving
        }
        [one] One of { $all } measures has reached its required saving
        [both] Both measures have reached their required saving
        [all] All { $all } measures have reached their required saving
       *[some] { $count } of { $all } measures have reached their required saving
    }
chart-required-planned = The required saving is { $total } in all
chart-required-achieved = { $total } has been achieved in all
chart-required-total = Required is { $required } in all; what was achieved is not reported.
chart-required-totals = Required is { $required } in all, and { $achieved } has been achieved.
chart-required-gap = Furthest from its requirement is “{ $measure }”, which lacks { $gap }.
chart-required-all-silent = { $n ->
        [1] For one measure with a required saving, what was achieved is not reported
       *[other] For { $count } measures with a required saving, what was achieved is not reported
    }
chart-required-some-silent = { $n ->
        [1] { $title }; for one it is not reported
       *[other] { $title }; for { $count } it is not reported
    }
chart-required-all-vague = { $n ->
        [1] For one measure with a required saving, what was achieved is only approximate
       *[other] For { $count } measures with a required saving, what was achieved is only approximate
    }
chart-required-some-vague = { $n ->
        [1] { $title }; for one it is only approximate
       *[other] { $title }; for { $count } it is only approximate
    }
chart-required-all-unknown = For { $count } measures with a required saving, what was achieved is not reported or only approximate
chart-required-some-unknown = { $title }; for { $count } it is not reported or only approximate
chart-required-silent = { $n ->
        [1] For one measure, what was achieved is not reported.
       *[other] For { $count } measures, what was achieved is not reported.
    }
chart-required-vague = { $n ->
        [1] One measure is only reported approximately and does not count as having reached it.
       *[other] { $count } measures are only reported approximately and do not count as having reached it.
    }

chart-effect-what = Planned and achieved effect per month in { $year }
chart-effect-title = { $turn ->
        [fallen] The effect up to and including { $month } is { $size } behind
        [risen] The effect up to and including { $month } is { $size } ahead of the plan
       *[same] The effect up to and including { $month } follows the plan
    }
chart-effect-title-partly = { $turn ->
        [fallen] Where it is reported, the effect up to and including { $month } is { $size } behind
        [risen] Where it is reported, the effect up to and including { $month } is { $size } ahead of the plan
       *[same] Where it is reported, the effect up to and including { $month } follows the plan
    }
chart-effect-title-planned = The measures are to yield { $planned } in { $year }
chart-effect-title-achieved = The measures have yielded { $achieved } up to and including { $month }
chart-effect-year = The months of the plan add up to { $planned } in { $year }.
chart-effect-so-far = Up to and including { $month }, { $achieved } has been achieved, where { $planned } was planned.
chart-effect-silent = { $n ->
        [1] One measure has not reported its effect for every month.
       *[other] { $count } measures have not reported their effect for every month.
    }
chart-effect-planned = Planned per month
chart-effect-achieved = Achieved per month
chart-effect-planned-sum = Planned in all
chart-effect-achieved-sum = Achieved in all
chart-effect-end-planned = Planned { $number }
chart-effect-end-computed = Plan { $number }, computed
chart-effect-end-achieved = Achieved { $number }

chart-overspend-what = Forecast overspend in each report
chart-overspend-title = { $turn ->
        [fallen] The forecast overspend has fallen from { $from } to { $to }
        [risen] The forecast overspend has risen from { $from } to { $to }
       *[same] The forecast overspend is unchanged at { $to }
    }

chart-milestones-what = Milestones and their dates
chart-milestones-open = Not reached
chart-milestones-overdue = Overdue
chart-milestones-reached = Reached
chart-milestones-reached-on = Reached { $date }
chart-milestones-dropped = Given up
chart-milestones-title-number = Milestone { $name } has moved from { $from } to { $to }
chart-milestones-title-name = “{ $name }” has moved from { $from } to { $to }
chart-milestones-title-moved = { $share ->
        [both] Both milestones have moved
        [all] All { $all } milestones have moved
       *[some] { $count } of { $all } milestones have moved
    }
chart-milestones-title-overdue = { $share ->
        [only] The milestone is overdue
        [one] One of { $all } milestones is overdue
        [both] Both milestones are overdue
        [all] All { $all } milestones are overdue
       *[some] { $count } of { $all } milestones are overdue
    }
chart-milestones-title-reached = { $share ->
        [only] The milestone has been reached
        [not] The milestone has not been reached yet
        [none] { $all ->
            [two] Neither of the two milestones has been reached yet
           *[other] None of the { $all } milestones has been reached yet
        }
        [one] One of { $all } milestones has been reached
        [both] Both milestones have been reached
        [all] All { $all } milestones have been reached
       *[some] { $count } of { $all } milestones have been reached
    }
chart-milestones-count-overdue = { $n ->
        [1] One is overdue.
       *[other] { $count } are overdue.
    }
chart-milestones-furthest = The one that moved most is “{ $name }”: { $days ->
        [one] { $days } day
       *[other] { $days } days
    } { $turn ->
        [earlier] earlier
       *[later] later
    }.
chart-milestones-next = Next is { $due }: “{ $name }”.

chart-flow = Measures by status { $from } and { $to }
chart-flow-many = Measures by status in each report, { $from } to { $to }
chart-flow-since = { $title }, compared with { $from }
chart-flow-title = { $change ->
    [none] No measure has a status on both dates
    [of] { $off ->
        [0] None
       *[other] { $off }
    } of { $now ->
        [one] { $now } measure
       *[other] { $now } measures
    } { $off ->
        [0] is
        [one] is
       *[other] are
    } off track now. Only { $all ->
        [one] one had a status both times; it is { $after ->
            [0] { $before ->
                [0] not off track
               *[other] no longer off track
            }
           *[other] { $before ->
                [0] off track now
               *[other] still off track
            }
        }
       *[other] { $all } had a status both times; of these { $after ->
            [0] none is
            [one] one is
           *[other] { $after } are
        } off track (before: { $before })
    }
    [more] { $before ->
        [0] { $after ->
            [one] One measure is off track; before there was none
           *[other] { $after } measures are off track; before there were none
        }
       *[other] More measures are off track: { $after } against { $before } before
    }
    [fewer] { $after ->
        [0] No measure is off track any more; before: { $before }
       *[other] Fewer measures are off track: { $after } against { $before } before
    }
    [never] No measure is off track, neither before nor now
   *[same] { $after ->
        [one] One measure is off track, as before
       *[other] As many measures are off track as before: { $after }
    }
}
chart-levels-measures = Measures by status
chart-levels-plans = Plans by status
chart-levels-column-measures = Number of measures
chart-levels-column-plans = Number of plans
chart-levels-key = { $level }: { $count }
chart-levels-title-measures = { $share ->
        [only] The measure has the status “{ $level }”
        [one] One of { $all } measures has the status “{ $level }”
        [both] Both measures have the status “{ $level }”
        [all] All { $all } measures have the status “{ $level }”
       *[some] { $count } of { $all } measures have the status “{ $level }”
    }
chart-levels-title-plans = { $share ->
        [only] The plan has the status “{ $level }”
        [one] One of { $all } plans has the status “{ $level }”
        [both] Both plans have the status “{ $level }”
        [all] All { $all } plans have the status “{ $level }”
       *[some] { $count } of { $all } plans have the status “{ $level }”
    }

chart-indicator-line = The line from the baseline to the target
chart-lines-chosen = { $subtitle }. { $drawn } of { $count } lines are drawn; the table has all
chart-lines-drawn = { $subtitle }. { $drawn } of { $count } lines are drawn: the first, and those with the highest and the lowest figures; the table has all
chart-lines-extremes = Highest is { $high } ({ $high-value }) and lowest { $low } ({ $low-value }).
chart-indicator-title = { $turn ->
        [fallen] { $name }: down from { $from } to { $to }
        [risen] { $name }: up from { $from } to { $to }
       *[same] { $name }: unchanged at { $to }
    }
chart-indicator-title-one = { $name }: { $value }
chart-indicator-target = Target { $value }
chart-indicator-baseline = Baseline { $value }
chart-indicator-break = New count
chart-indicator-breaks = { $n ->
        [1] The way of counting changed once.
       *[other] The way of counting changed { $count } times.
    }
chart-indicator-target-state = { $state ->
        [reached] The target of { $value } has been reached.
        [missed] The target of { $value } has not been reached.
       *[open] Its target is { $value }.
    }

chart-achieved-what = Achieved saving after each report
chart-achieved-title = { $turn ->
        [fallen] The achieved saving has fallen from { $from } to { $to }
        [risen] The achieved saving has risen from { $from } to { $to }
       *[same] The achieved saving is unchanged at { $to }
    }
chart-achieved-title-forecast = { $turn ->
        [fallen] The forecast saving has fallen from { $from } to { $to }
        [risen] The forecast saving has risen from { $from } to { $to }
       *[same] The forecast saving is unchanged at { $to }
    }
chart-achieved-required = Required { $value }
chart-achieved-asked = Required is { $value } in all.
