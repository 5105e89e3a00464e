# The program's own words: what it says to the author. The key is the code of the message.
# Form: lower case, no full stop, no blame. First the thing, then what is expected, then what was found.
#   .label           stands beside the underlined words
#   .help            says what to write instead
#   .help-suggestion the same, when there is a suggestion

## Words that several messages use.

error = error
warning = warning
note = note
help = help
empty-text = (empty)

-committees = content/committees.toml
-owners = content/owners.toml

record-name = { $record ->
    [site] site.toml
    [plan] a plan
    [measure] a measure
    [update] a report (index.md)
    [committee] a committee
    [owner] an owner
    [scale] a scale
    [level] a level
    [edition] an edition
    [history] the history
    [indicator] an indicator
    [reading] a reading
    [milestone] a milestone
    [decision] a decision
    [report] a report
    [meeting] a meeting
    [table] a table
    [column] a column
    [row] a row
    [page] a page
    [theme] a theme
    [allowed-number] the number in allowed
    [licence] the licence
    [accessibility] the accessibility statement
    [area] an area
    [areas] [areas]
    [counts] [counts]
    [checks] [checks]
    [columns] [columns]
    [committees] content/committees.toml
    [csv] [csv]
    [csv-of-an-indicator] [csv] of an indicator
    [heads] [csv.heads]
    [heads-of-readings] [csv.heads] of an indicator
    [decisions] [decisions]
    [effect] [effect]
    [funding] [funding]
    [gross] [stated.gross]
    [twelve-decimals] Numbers rounded to twelve decimals
    [indicators] indicators.toml
    [milestone-update] what a report says of a milestone
    [milestone-updates] [milestones]
    [milestones] [milestones]
    [milestones-file] milestones.toml
    [months] the months of an effect
    [notes] [notes]
    [older-readings] the readings
    [reading-of-a-report] a reading
    [readings-of-series] the readings of the series
    [series] a series of an indicator
    [series-of-an-indicator] [series]
    [personal-numbers] [personal_numbers]
    [confidentiality] [confidentiality]
    [overruled] an overruled level
    [owners] content/owners.toml
    [readings] [readings]
    [remarks] the remarks
    [reports] [reports]
    [scales] [scales]
    [stated] [stated]
    [status] the status of a measure
    [baseline] a baseline
    [target] a target
    [target-of-a-period] a target
    [targets] [targets]
   *[other] { $record }
}
expected-type = { $expected ->
    [text] a text
    [string] a text
    [amount] an amount
    [date] a date such as 2025-06-30
    [period] a date or period
    [integer] a whole number
    [float] a number with decimals
    [boolean] true or false
    [list] a list
    [array] a list
    [table] a table
    [choice] a word from a list
    [id] an id
    [reference] an id
   *[other] { $expected }
}
found-type = { $found ->
    [text] a text
    [string] a text
    [amount] an amount
    [date] a date
    [datetime] a point in time
    [period] a period
    [integer] a whole number
    [float] a number with decimals
    [boolean] true or false
    [list] a list
    [array] a list
    [table] a table
   *[other] { $found }
}
choice-gloss = { $word ->
    [hold] stays where it is
    [complete] blue
    [good] green
    [fair] light green
    [bad] red
    [severe] dark red
    [cost] costs are positive
    [saving] savings are positive
    [result] a surplus is positive
    [da] Danish
    [en] English
    [sv] Swedish
    [nb] Norwegian bokmål
   *[other] -
}
what-name = { $what ->
    [required] required saving
    [achieved] achieved
    [forecast] forecast
    [effect] effect
    [gross-required] gross required saving
    [gross-achieved] gross achieved
    [gross-forecast] gross forecast
    [column-adopted] Adopted budget
    [column-revised] Revised budget
    [column-actual] Actual
    [column-forecast] Forecast
    [column-outturn] Outturn
    [column-deviation] Deviation
    [column-previous] Previous forecast
   *[other] { $what }
}
toml-detail = { $detail ->
    [no-equals] an equals sign is missing here
    [two-equals] there must be one equals sign only
    [two-fields] two fields stand on one line here
    [no-value] the value after the equals sign is missing
    [no-key] the name before the equals sign is missing
    [odd-key] the name holds a character that it must not have
    [name-half-quoted] the name has only one of its quotation marks
    [list-sign] a field stands without a list sign before it
    [dead-value] what is not given is not written at all
    [true-false] yes and no are written true and false
    [number-in-groups] a number with thousands is written with _ between them or in quotation marks
    [stray-end] nothing stands after the value
    [remark] a remark begins with #
    [several-values] several values stand in square brackets
    [unquoted] text and amounts with decimals must stand in quotation marks
    [word-quotes] these are the quotation marks of Word; the straight one belongs here: "
    [string-lines] the text goes over several lines, but a field is one line
    [string-open] the quotation mark is not closed
    [string-unopened] the text lacks the quotation mark before it
    [text-after] there is more after the value; all of the text must stand within the quotation marks
    [quotes-inside] there are quotation marks within the text
    [backslash] a backslash is written twice
    [unseen] here stands a blank, or a character that looks like nothing, and it is no ordinary blank
    [head-bracket] the name of a table stands in square brackets: [name]
    [head-apart] the names must have a full stop between them
    [table-twice] the table is already written in another way above
    [bracket-unopened] the opening bracket is missing
    [list-open] the list is not closed
    [braces-open] the curly bracket is not closed
    [braces-entry] in curly brackets stand name = value, with commas between
    [braces] a field stands without curly brackets around it
    [no-comma] a comma is missing here
    [two-commas] here is a comma too many
    [round-brackets] a list stands in square brackets
    [unknown-field] a theme has no field of that name
    [wrong-value] the value is of another kind than the field must have
   *[other] there is something that does not belong here
}
toml-cure = { $cure ->
    [none] { $detail ->
        [no-equals] write name = value
        [two-fields] put each field on a line of its own
        [no-value] write the value after the equals sign, or delete the line
        [no-key] write the name of the field before the equals sign
        [odd-key] write the name with the letters a-z, digits, - and _, or put it in quotation marks
        [no-comma] put a comma between the values
        [list-open] end the list with ]
        [braces-open] end the curly bracket with {"}"}
        [string-open] end the text with the quotation mark it begins with
        [table-twice] write the table in one place: either as [name] or as name = {"{"} … {"}"}
       *[other] text, and names with a blank, a full stop or letters beyond a to z, must stand in quotation marks, and each line is name = value
    }
   *[other] { $detail ->
        [dead-value] delete the line
        [two-fields] put each field on a line of its own
        [list-sign] delete { $text }
        [stray-end] delete { $text }
        [unseen] delete it, and type a blank with the space bar where there should be one
       *[other] { $second ->
            [none] write { $cure }
           *[other] write { $cure } or { $second }
        }
    }
}
csv-detail = { $detail ->
    [quote-open] the quotation mark is not closed
    [delimiter] there is { csv-sign } between the cells, but the file must have { csv-declared }
   *[other] there is more behind the quotation mark
}
csv-sign = { $sign ->
    [tab] a tab
    [comma] a comma (,)
    [semicolon] a semicolon (;)
    [bar] a bar (|)
   *[other] { $sign }
}
csv-declared = { $declared ->
    [tab] a tab
    [comma] a comma (,)
    [semicolon] a semicolon (;)
    [bar] a bar (|)
   *[other] { $declared }
}
csv-written = { $sign ->
    [tab] \t
    [comma] ,
    [semicolon] ;
    [bar] |
   *[other] { $sign }
}

## Files that cannot be read.

toml-syntax = the line cannot be read
    .label = { toml-detail }
    .help = { toml-cure }
front-matter-late = there is something blank before the first +++
    .help = delete the blank: +++ must be the first of the file
front-matter-missing = the file does not begin with its fields
    .help = begin the file with a line of only +++, then the fields, and end them with another such line
front-matter-open = the fields at the top of the file do not end
    .help = write a line of only +++ after the last field
front-matter-misplaced = a line of +++ or --- that fences no fields: { $line }
    .help = fields stand at the very top of the file, between two lines of only +++, with nothing before the first, not even a blank; an example of them stands in a block of code below some text
fields-in-prose = `{ $key }` stands in the text and not among the fields
    .help = put it between the two lines of only +++ at the top of the file; if it shall be seen as it is, put it between ` and `
mark-in-csv = `{ $key }` is a column of figures, and a column hides nothing
    .help = write the mark in the .toml file of the table, in the report's index.md or in plan.md, and remove the column
mark-misses = { $what ->
    [folder] the mark does not hide the folder: the file is read as the measure `{ $name }`
    [page] the mark hides the page `{ $name }` and not the folder
    [site] the mark hides the front page and the ordinary pages, and no plan
    [stray] the mark hides nothing: the file is not read
    [table] the mark hides nothing: `{ $name }` is a table, and a status hides no table
   *[status] the mark hides nothing: the plan has no measure `{ $name }`
}
    .help = { $what ->
        [folder] write the mark in plan.md if the whole plan is to be hidden, or else in the file of each measure, and delete the file
        [page] call the file index.md if the whole folder is to be hidden, or else something different
        [site] write the mark in the plan.md of each plan that may not be shown; if only the words of the front page are unfinished, put them on a page of their own
        [stray] write the mark in the file it is for: plan.md, the report's index.md, the file of the measure or the table's .toml file in tables/
        [table] write the mark in tables/{ $name }.toml, and delete the file
       *[status] write the mark in the report's index.md if the whole report is to be hidden; if one measure is, give the file the name of the measure's file
    }
public-title-alone = public_title stands alone: nothing hides what it is to stand for
    .help = write visibility = "closed" if the rest may not be shown, or delete public_title
merge-conflict = two versions of the file were not merged: { $line }
    .help = keep what shall stand, and delete the lines with <<<<<<<, =======, >>>>>>> and |||||||
csv-syntax = the line cannot be read as CSV
    .label = { csv-detail }
    .help = { $sign ->
        [none] a cell in quotation marks ends with a quotation mark, and one within the text is written twice: "The ""good"" life"
       *[other] save the file with { csv-declared } between its cells, or write delimiter = "{ csv-written }" under [csv] in the table's .toml file (of an indicator under [its-id.csv] in indicators.toml)
    }
csv-ragged = the line must have { $expected } cells like the head of the table, but has { $found }
    .help = add or remove separators until the line fits; a cell without a figure is simply empty
csv-title-lines = { $count ->
    [one] the line above the head is not read
   *[other] the { $count } lines above the head are not read
}
    .help = write head = { $line } under [csv] in the table's .toml file (of an indicator under [its-id.csv] in indicators.toml), or delete them
csv-head-line = { $line ->
    [none] the head does not stand on line { $declared }, as head says
   *[other] the head stands on line { $line } and not on line { $declared }, as head says
}
    .help = { $line ->
        [none] write the number of the line that names the columns at head under [csv]
       *[other] write head = { $line } under [csv] in the table's .toml file (of an indicator under [its-id.csv] in indicators.toml)
    }
not-a-line = `{ $key }` is the number of a line: a whole number from 1 to { $limit }
    .help = write the number of the line that names the columns; the first line of the file is 1
row-ids-unknown = row_ids names the column `{ $name }`, which the file does not have
    .help = write one of the names in the head of the file at row_ids under [csv]: { $known }
row-without-id = the row has figures, but nothing that its id could be made of
    .help = fill in { $names } in the row, or name one more column at row_ids under [csv]
row-not-an-id = { $text ->
    [none] the row has no id
   *[other] `{ $text }` cannot be the id of a row
}
    .help = write an id of letters, digits and the signs - _ . + in the column row; if the file has no ids, take the column out (or row at heads) and write row_ids = "{ $column }" under [csv] in the table's .toml file: ids are then made of that column's words
row-twice = the row gets the same id as the row on line { $line }: { $id }
    .help = ids are made of { $names }; name one more column at row_ids under [csv], so that the two can be told apart, or give the file a column row
column-without-name = column { $number } has figures and no name in the head
    .help = write the id of the column at the top, or delete its cells
csv-without-row = the first column must be called row, but is called `{ $key }`
    .help = write row in the first cell and below it an id for each row, for example 3.22.01, or have ids made of a column with row_ids under [csv]; the other columns are label and { $known }
csv-undeclared = the number { $text } can be read in two ways, and nothing says which
    .label = is it { $decimals } or { $thousands }?
    .help = write under [csv] in the table's .toml file (of an indicator under [its-id.csv] in indicators.toml): decimal = "{ $decimal }" if these are decimals, or decimal = "{ $thousand }" and thousands = "{ $decimal }" if these are thousands
csv-without-period = the file with the readings of an indicator has no column { $missing ->
    [value] of readings
   *[other] { $missing }
}; its first column is called `{ $key }`
    .help = write period;value, or period;series;value with a row for each reading, or period;total;north;south with a column for each series
unknown-reading-column = `{ $key }` is no column of a file with a row for each reading
    .help = the columns are period, series and value; call the readings otherwise than value if each series has a column of its own
series-twice = the series `{ $id }` has two columns
    .help = keep one of them
reading-twice = `{ $id }` has two readings of { $period }
    .help = keep one of them: in indicators.toml, in index.md or in the CSV file
said-twice = `{ $key }` and `{ $other }` say the same thing in two ways
    .help = keep one of them; each period may have a target of its own below [<indicator>.targets]
target-again = there are two targets for { $period }
    .help = keep one of them
target-contradicts = a target wants the figure to go another way than { $direction ->
    [up] up
    [down] down
   *[other] { $direction }
}
    .help = at_least goes with direction = "up", at_most with direction = "down"; leave direction out, or correct it
not-a-range = between wants two values, the lower first
    .help = write for example between = ["3", "5"]
total-is-no-series = no series may be called total: in CSV files that is what the indicator's own readings are called
    .help = write the indicator's own readings below [<indicator>.readings] or in the column total
empty-site = the site has no plans; were it published, it would replace all that was there
    .help = put at least one plan into content/plans/NAME/plan.md; if content is a submodule, fetch it with git submodule update --init
cells-not-shown = the row { $row } is a { $kind ->
    [note] note
   *[heading] heading
}, so its figures and words in the columns are not shown
    .help = to show them, make the row a total (kind: total or subtotal) or an ordinary row (kind empty); else delete them
column-without-figures = the column { $id } of the table { $table } is declared, but no file has it, so it is empty
    .help = call it what the file calls it (head = "…"), or delete it; a column that is the id or the label of its row is shown there
table-without-figures = the table { $id } is declared, but has no figures and is not shown
    .help = { $path ->
        [none] put the figures into { $id }.csv in the folder of the report or in tables, or delete the declaration
       *[other] the figures lie in { $path }, which is not read; save them beside it as CSV, by the same name: { $id }.csv
    }
unread-workbook = the workbook { $name } is not read
    .help = save it as CSV beside it, under the name { $right }; if readers are to have it, link to it
missing-row = { $count ->
        [one] the row { $names } is
       *[other] the rows { $names } are
    } missing in { $id }.csv
    .help = write { $count ->
        [one] the row, even without figures: an empty cell says that there is nothing; sums that it is a part of are not recomputed meanwhile
       *[other] the rows, even without figures: an empty cell says that there is nothing; sums that they are a part of are not recomputed meanwhile
    }
report-far-off = the report on { $report } is far from the year of the plan, { $year }
    .help = correct the year in the name of the report's folder; if the plan is followed for that long, write started or finished in plan.md
report-to-come = the report on { $report } is left out: the site shows how things stood on { $since }
    .help = set as_of in site.toml to a later date when the report is to go out, or build with --as-of
value-to-come = { $what ->
        [overruled] the committee's status of { $report } is not shown yet
        [decided] the decision is dated { $report } and is shown as one not taken
        [done] the milestone is reported as reached on { $report } and is shown as one not reached
        [read] the reading is dated { $report } and is left out
       *[reading] { $count ->
            [one] the reading of { $report } is left out
           *[other] { $count } readings are left out, the first of { $report }
        }
    }: the site shows how things stood on { $since }
    .help = { $what ->
        [decided] a day on which the decision is expected stands in due; correct the date if it is a slip
       *[other] correct the date if it is a slip; otherwise set as_of in site.toml to a later date when the figure or status is to go out
    }
draft-report = the report on { $report } is a draft and is not shown: { $count ->
        [0] statuses filled in: all { $all }
       *[other] statuses that are missing: { $count } of { $all }
    }
    .help = { $count ->
        [0] delete the line visibility = "draft" in index.md when the report is to go out
       *[other] fill them in, or delete the file of a measure without news; delete the line visibility = "draft" in index.md when the report is to go out
    }
draft-lacks = a status in the draft lacks { $what ->
        [level] its level
        [words] its words
       *[both] its level and its words
    }
    .help = { $what ->
        [level] take away the # before level, and write the level as it is now
        [words] write below the last line of +++, in a few sentences, how things stand
       *[both] take away the # before level and write the level; write below the last line of +++ how things stand
    }
misnamed = { $what ->
    [folder] the folder { $name } is not read
   *[file] the file { $name } is not read
}
    .help = { $taken ->
        [yes] delete it, or move what it says: { $right } is there already
        [folder] move the files into { $right }, which is there already, or delete the folder
        [aside] delete it, or call it { $right } if it shall be read; if it shall not be shown, write visibility = "draft" in it first
       *[no] call it { $right }
    }
csv-encoding = the file is not written as { $encoding }
    .help = save the file as UTF-8, or correct encoding under [csv] in site.toml or where the table is declared
not-utf8 = the file is not written as UTF-8: byte no. { $byte } cannot be read
    .help = save the file again and choose UTF-8 as its encoding
utf16 = the file is saved as UTF-16, but must be UTF-8
    .help = save the file again and choose UTF-8 as its encoding
not-text = the file is a workbook or a document and no text, whatever it is called
    .help = open it in the program it is from and save it as CSV (UTF-8); copy a text into a new file
control-character = the text holds an invisible control character: { $char }
    .help = delete the character; it often comes along when text is copied from another program
submodule = the folder belongs to another repository (submodule), and its files of earlier times are not here
    .help = keep the files of the report in this repository
lfs-pointer = the file lies in Git LFS; the repository holds only a reference to it
    .help = put the file itself into git: git lfs migrate export --include="NAME OF THE FILE"
symlink = the file is a shortcut (symbolic link) and is not read
    .help = put the file itself into the folder
file-too-large = the file is larger than { $limit } MB
    .help = split the file, or remove what is no part of the report
too-many-cells = the table has more than { $limit } cells
    .help = split the table into several
too-many-columns = the table has more than { $limit } columns
    .help = split the table into several, and see whether the sign between cells is the one that [csv] states
too-many-rows = the table has more than { $limit } rows
    .help = split the table into several
too-deep = the content is nested more than { $limit } layers deep
    .help = make the lists and quotations flatter
too-long = `{ $key }` is longer than { $limit } characters
    .help = a field is one short line; let the rest stand in the text beneath the fields
stray-file = { $ending ->
    [none] the file belongs nowhere
   *[other] files of the kind .{ $ending } are not published
}
    .help = { $ending ->
        [none] put the file into the folder it belongs to, such as measures/ or updates/2026-06-30/ in the folder of the plan, or delete it
       *[other] save it as one of these kinds, or delete it: { $known }
    }
hidden-mistake = there are mistakes in a file of which something, or all, is not shown to this audience on this date
    .help = run check with --audience draft, and with --as-of after the embargo, and mend the mistakes there
open-in-finished = the plan was finished { $since }, but { $count ->
        [one] one measure or milestone is
       *[other] { $count } measures and milestones are
    } still open: { $names }
    .help = set their lifecycle to done, dropped or deferred, or take finished out of plan.md
empty-plan = the plan has no measures, tables, indicators or milestones
    .help = put at least one measure into the folder measures
plan-without-file = the folder { $plan } has no plan.md
    .help = write { $plan }/plan.md with at least a title, or delete the folder
name-twice = two files are called { $path }: the letters look the same but are written with other characters, and only one of them can be read
    .help = call one of them something else, or delete it
path-collision = two pages would have the address { $path }: this one and { $other }
    .help = give one of them another id, or put it into a folder of another name; capitals make no difference

## Fields and columns.

unknown-key = `{ $key }` is not a field of { record-name }
    .help = { $home ->
        [status] the field belongs in a status: if all of the file is a status, move it into the folder of the report in updates, else move the line there
        [measure] the field belongs in a measure: if all of the file is a measure, move it into the folder measures, else move the line into the file of the measure
        [update] the field belongs in a report: move the line into index.md in the folder of the report in updates
        [plan] the field belongs in the plan: move the line into plan.md
        [table] `{ $field }` belongs under { $table }: move the line there
        [withhold] do not remove the line before what it withholds is hidden: suppress_below belongs in a table, an indicator or [confidentiality] in site.toml, redact in [history] in site.toml
        [hide] the line hides nothing: write visibility = "closed", "internal" or "draft", or embargo = and the day from which it may be seen; remove it only if everybody may see it
        [unhidable] the line hides nothing, and nothing can be hidden by itself here: take out of the file what not everybody may see, or hide what it belongs to
       *[none] remove the line, or see the fields in the guide
    }
    .help-suggestion = did you mean `{ $suggestion }`?
unknown-column = `{ $key }` is not a column of the table
    .help = write in the table's .toml file under [{ $table }]: { $line }; if the column is not to be read, name it at ignore under [csv]
    .help-suggestion = did you mean `{ $suggestion }`? The head has the ids or the titles of columns; where the file calls them otherwise, write that at head under [columns] or at heads under [csv]
wrong-type = `{ $key }` must be { expected-type }, but is { found-type }
    .help = write { expected-type } after { $key } =
    .help-suggestion = { $found ->
        [list] write { $suggestion }, with one pair of brackets
        [table] write { $suggestion }, with two pairs of brackets
       *[other] { $second ->
            [none] write { $key } = { $suggestion }
           *[other] write { $key } = { $suggestion }, or write { $key } = { $second } if it is one
        }
    }
missing-key = { record-name } lacks `{ $key }`
    .help = add a line that begins with { $key } =
duplicate-key = `{ $key }` stands there twice
    .help = keep one of them
    .help-suggestion = { $key ->
        [visibility] keep the line that hides most: line { $suggestion } has it too
        [embargo] keep the later day: line { $suggestion } has it too
       *[other] keep one of the two: line { $suggestion } has it too
    }
empty-value = `{ $key }` is empty
    .help = write the id of what is meant, or remove the line
prose-in-string = `{ $key }` is several lines long
    .help = a field is one line; write longer text beneath the fields, after the last line of +++

## Numbers and amounts.

float-amount = { $thousands ->
    [none] the amount `{ $key }` must stand in quotation marks
   *[other] the amount `{ $key }` can be read in two ways
}
    .label = { $thousands ->
        [none] a number with decimals
       *[other] is it { $decimals } or { $thousands }?
    }
    .help = { $thousands ->
        [none] write { $key } = "{ $decimals-cure }"
       *[other] write { $key } = "{ $decimals-cure }" or { $key } = { $thousands-cure }
    }
ambiguous-amount = the amount `{ $key }` can be read in two ways
    .label = is it { $decimals } or { $thousands }?
    .help = write { $decimals-cure } if these are decimals, or { $thousands-cure } if these are thousands
ambiguous-reading = the figure of the indicator can be read in two ways
    .label = is it { $decimals } or { $thousands }?
    .help = write decimals = 3 with the indicator if these are decimals, or { $thousands-cure } if these are thousands
foreign-decimal = the amount `{ $key }` has the wrong decimal sign
    .help = write { $cure }
not-an-amount = { $reason ->
    [empty] `{ $key }` is empty, but must be an amount
   *[text] `{ $key }` must be an amount, but is `{ $text }`
}
    .help = { $reason ->
        [target] write the target as at_least, at_most, between or words, for example at_least = "40 %"; when it is to be met stands in date
       *[text] { $second ->
            [none] { $cure ->
                [none] write a number, for example { $small } or { $large }; leave the cell empty (or the line out) when it is not known, or write a dash (-) when there is nothing
               *[other] { $style ->
                    [none] write { $cure }
                   *[other] write { $cure }, or write negative = "{ $style }" under [csv] in the table's .toml file (of an indicator under [its-id.csv] in indicators.toml)
                }
            }
           *[other] write one number: { $cure } or { $second }
        }
    }
too-many-decimals = the amount `{ $key }` has more than twelve decimals: { $text }
    .help = round it to twelve decimals at most
too-large = the amount `{ $key }` is too large: { $text }
    .help = look for a wrong unit or a digit too many; amounts must be below 1,000,000,000,000,000
not-a-count = `{ $key }` must be a whole number without a unit
    .help = write how many stand at the level, such as 12
not-a-unit = `{ $text }` is not a unit
    .help = write "DKK", "DKK 1,000", "DKK million", "DKK billion", "£ million", "EUR", "%" or a word such as "families"
nearly-money = the unit { $text } is read as a word, so its amounts are no money
    .help = write "kr.", "1.000 kr.", "mio. kr.", "mia. kr.", "1.000 EUR" or "mio. GBP", and convert the figures; what else is to be said of them (price level, VAT) belongs in the title or in a note
    .help-suggestion = did you mean "{ $suggestion }"? What else is to be said of the figures (price level, VAT) belongs in the title or in a note
units-differ = { $what ->
    [remark] “{ $unit }” behind the figure in `{ $key }` is not a unit
   *[other] `{ $key }` is in { $unit } and cannot be added to figures in { $expected }
}
    .help = { $what ->
        [remark] let the figure stand alone, and write the rest as a footnote (notes) or in a column of words (text = true)
        [measure] write a figure in { $unit } as an indicator (indicators.toml), or put the measure in a plan of its own that counts in that unit; where it is an amount, write the amount in { $expected }
        [total] write the amount in { $expected }; if it is a share or a number, write it in the text or as an indicator (indicators.toml)
        [column] where the whole column counts in { $unit }, write that as its unit; else give the figure a column of its own
        [share] where the whole column counts in { $unit }, write that as its unit; where the row is a share, write in the column formula what it is a share of, such as "operation / total"
        [formula] let the formula use columns of one unit, or correct the unit of the column
        [indicator] write the figure in { $expected }, or correct the unit of the indicator
       *[money] write the amount in { $expected }, or correct unit
    }
bad-formula = the formula `{ $formula }` cannot be read
    .label = `{ $detail }` cannot be read
    .help = a formula has names of rows or columns with +, -, / or : between them, such as "operation + interest" or "social:children"
formula-cycle = `{ $row }` is computed from itself
    .help = correct the formula so that no row or column ends up in its own sum
too-large-to-compute = the formula in { $column } of { $row } comes to more than can be computed
    .help = see whether the formula adds the same row many times, or whether a figure has too many digits
opposite-sign = the amount of measure { $number } has the opposite sign of the others
    .help = { $what ->
        [investment] write a minus before the amount, or remove investment = true if it is a saving
       *[saving] remove the minus, or write investment = true if it is an investment
    }
open-share = cannot be computed as a share, for the table has several totals, and none of them is the smallest that adds the row: { $names }
    .help = write in the column formula what each total adds up, such as "social + children", or write in the column of which total above it the row is a share of; where the row is no share of anything, write - in the cell
total-without-formula = without a formula, and so printed and not checked: { $names }
    .help = write in the column formula what is added up, such as "social:children" or "operation + interest"; if it is not to be checked, write total-without-formula = "off" under [checks] in site.toml
years-added = measure { $number } is about { $year }, and the plan's sum adds up amounts of several years: { $years }
    .help = correct year, or give measures of another year a plan of their own; if the sum is meant so, write years-added = "off" under [checks] in site.toml: the sum still says which years it is about
price-levels-mixed = a formula adds price levels up or takes one from another: { $levels }
    .help = bring the amounts to one price level and write that in the title; if the formula is meant so (a price adjustment), write price-levels-mixed = "off" under [checks] in site.toml: below the title of the table still stands which price levels are used
undeclared-total = called a total, and counted like any other row: { $names }
    .help = write total in the column kind, and in the column formula what is added up, such as "january:june"; if it is no total, write undeclared-total = "off" under [checks] in site.toml
decimals-unfit = decimals must be a whole number from 0 to { $most }
    .help = write decimals = 1, for example; figures stay exact and are shown rounded
too-many-shown = shown names more series than { $limit }
    .help = choose { $limit } at most; the table below the chart has them all
late-reading = the reading of { $name } was due { $due }
    .help = write the reading in a report, or correct next or frequency
target-behind = { $name } should go { $direction ->
        [up] up
       *[other] down
    }, but its target { $amount } lies { $direction ->
        [up] below
       *[other] above
    } the baseline { $other-amount }
    .help = correct direction, or correct target or baseline; if the figure is only to be kept below a limit, write at_most, or at_least for above one
inherited-unit = “{ $name }” names no unit and so counts in { $unit }
    .help = write what is counted, such as unit = "cases" or unit = "%"; if it is money, write unit = "{ $unit }"
many-decimals = “{ $name }” has figures with { $number } decimals, and pages show them all
    .help = write decimals = 1 here, for example; figures stay exact and are shown rounded
suppress-below-unfit = suppress_below must be a whole number from { $least } to { $most }
    .help = write suppress_below = 5, for example; below 2 there would be a single count to withhold, and 0 withholds nothing
suppress-counts-nothing = suppress_below withholds nothing here: there are no counts
    .help = money, per cent, shares, differences and rates are no counts; write the unit that is counted (unit = "citizens"), or take the line out
suppression-unproved = of { $title } no figure is shown: it cannot be proved that nobody can compute the counts that are withheld
    .help = if some of it is to be shown, part the table into smaller ones, count rows together, or leave out a total
withheld-counts = in { $what } counts that are too small are not shown ({ $small }), nor are figures that they could be computed from ({ $further })
    .help = where rows are counted together, or a total is left out, more figures can be shown; write withheld-counts = "off" under [checks] in site.toml once you have seen it
small-count = { $what } is a count of { $unit } from 1 to 4: so few may be known by whoever knows one of them
    .help = count several together, or leave the figure out; where it has been decided that it may be shown, write small-count = "off" under [checks] in site.toml
part-exceeds-whole = { $row } is a part of { $whole } and larger: { $amount } against { $other-amount } in { $column }
    .help = correct the figure that is wrong, or the column `of` if the row is no part of the other
previous-differs = { $row } has { $amount } as its previous forecast, and the report as of { $report } says { $other-amount } in { $column }
    .help = correct the figure that is wrong; if the old one has been corrected since, correct it in the old report too
counts-differ = { $reason ->
    [all] { $expected } are stated in all in { $area }, and the levels come to { $found }
    [areas-all] { $expected } are stated in all in the plan as a whole, and its areas come to { $found }
    [areas] { $expected } are stated at { $level } in the plan as a whole, and its areas come to { $found }
   *[measures] { $expected } are stated at { $level } in { $area }, and { $found ->
        [one] one measure stands
       *[other] { $found } measures stand
     } there
 }
    .help = correct the wrong number, or the levels of the measures
stated-differs = { $row ->
    [none] { what-name }
   *[other] { $row } / { what-name }
 }: stated { $stated }, computed { $computed }, difference { $difference }
    .help = correct the wrong figure, or explain the difference in a note

## Personal numbers.

personal-number = { $number } is a personal number (CPR) and must not be published
    .help = remove the number. If it is something else, site.toml can allow it: first write `[personal_numbers]` and below it `salt = "…"` with at least 16 characters of your own, and run again; then the line that allows it stands here
    .help-suggestion = remove the number. If it is something else, write `{"{"} hash = "{ $suggestion }", reason = "what it is" {"}"}` in the list `allowed` under `[personal_numbers]` in site.toml

possible-personal-number = { $number } may be a personal number (CPR): ten digits that begin with a date
    .help = remove the number if it is one. If it is something else, site.toml can allow it: first write `[personal_numbers]` and below it `salt = "…"` with at least 16 characters of your own, and run again; then the line that allows it stands here
    .help-suggestion = remove the number if it is one. If it is something else, write `{"{"} hash = "{ $suggestion }", reason = "what it is" {"}"}` in the list `allowed` under `[personal_numbers]` in site.toml

personal-number-in-edition = the edition `{ $id }` would again publish { $number }, a personal number (CPR) that stands in { $path } of the version it is made of
    .help = take the edition out of site.toml, name what the number stands in under `redact` in `[history]`, or let the edition follow a commit in which the number is gone. If it is something else, it can be allowed: write `salt = "…"` with at least 16 characters under `[personal_numbers]` in site.toml, and run again
    .help-suggestion = take the edition out of site.toml, name what the number stands in under `redact` in `[history]`, or let the edition follow a commit in which the number is gone. If it is something else, write `{"{"} hash = "{ $suggestion }", reason = "what it is" {"}"}` in the list `allowed` under `[personal_numbers]`

personal-number-in-history = the history would show { $number }, a personal number (CPR) that came in on { $date } with the commit { $commit }
    .help = let the history begin later: write `since` under `[history]` in site.toml, with a commit or a tag in which the number is gone, or write what said it in the list `redact`. If it is something else, it can be allowed: write `salt = "…"` with at least 16 characters under `[personal_numbers]`, and run again
    .help-suggestion = let the history begin later: write `since` under `[history]` in site.toml, with a commit or a tag in which the number is gone, or write what said it in the list `redact`. If it is something else, write `{"{"} hash = "{ $suggestion }", reason = "what it is" {"}"}` in the list `allowed` under `[personal_numbers]`

attachment-unread = the text of the file cannot be read, so nobody has looked for personal numbers in it
    .help = look through the file yourself, or save it so that its text can be marked and copied: a scanned page is a picture

short-salt = `salt` is too short: at least { $limit } characters are needed
    .help = add some random words; otherwise it can be guessed, and the numbers with it

not-a-number-hash = `{ $text }` is no `hash` of a number
    .help = copy it from the message about the number: 32 characters, 0-9 and a-f

published-secret = words of { $source }, which is hidden, stand in the published file
    .help = build the site again, and look at the theme and at files that were put into the folder by hand; which words they are is not said here

published-unreadable = the published file is an archive that cannot be opened, so nobody knows what it holds
    .help = put the file into the folder without a password, or remove it

published-personal-number = { $number } is a personal number (CPR) and stands in the published file
    .help = take the file down, remove the number from the content, and build again

## Dates and periods.

no-such-date = `{ $key }` must be a date, but { $text } does not exist
    .help = look it up in a calendar, and write year-month-day as in 2020-06-30
not-a-period = `{ $key }` must be a date or period, but is `{ $text }`
    .help = write for example 2020-06-30, "2020-06", "2020-Q2", "2020", "early 2022" or "spring 2022"
    .help-suggestion = write { $suggestion }
year-not-declared = { $key ->
        [updates] the folder `{ $text }` is named after a year
       *[other] `{ $text }` counts by a year
    } that lies in two of the calendar, and nothing says in which month it begins
    .help = write for example year_begins = "apr" for a financial year or "aug" for a school year, in site.toml or among the fields of this plan
ambiguous-period = `{ $text }` can mean two things: "{ $first }" or "{ $second }"
    .help = write "{ $first }" or "{ $second }"
month-twice = { $month } stands there twice
    .help = let each month stand once; a range such as jan-mar holds the months between as well
not-a-month = `{ $key }` is not a month
    .help = write jan, feb, mar, apr, may, jun, jul, aug, sep, oct, nov or dec, or a range such as jan-mar
bad-update-folder = the folder `{ $name }` is not named after the date of a report
    .help = { $aside ->
        [yes] if the report shall not be shown yet, write visibility = "draft" in its index.md, and then name the folder 2020-06-30, 2020-06, 2020-Q2, 2020-H1 or 2020
       *[no] name it for example 2020-06-30, 2020-06, 2020-Q2, 2020-H1 or 2020
    }
    .help-suggestion = call it { $suggestion }

## Names that must exist.

not-an-id = `{ $key }` must be an id, but is `{ $text }`
    .help = { $meant ->
        [none] use only letters, digits and the signs - _ . +
       *[other] write { $meant }, or use only letters, digits and the signs - _ . +
    }
    .help-suggestion = is it a copy of `{ $suggestion }`? Then delete it, or move it out; else use only letters, digits and the signs - _ . + in the name
level-twice = “{ $word }” is a name of the level “{ $other }” already
    .help = give each level a word and an id of its own; capitals do not tell them apart
signs-alike = thousands and decimal are the same sign, { $text }
    .help = write thousands = "{ $other }" or thousands = "" for none, as the files have it
damaged-text = { $what ->
        [misread] “{ $text }” is letters that were read in the wrong encoding
        [lost] a letter is lost in “{ $text }”
        [field] “{ $text }” is an error of the document that the text was copied from
        [formula] “{ $text }” is a formula of the workbook that fails
       *[sign] here is a sign that only the fonts Symbol and Wingdings have: readers see an empty box
    }
    .help = { $what ->
        [lost] write the letter, and look through the rest of the file; save it as UTF-8
        [field] delete it, or write what it refers to; look through the rest of the file
        [formula] correct the formula in the workbook, or write what should stand there
       *[other] write the sign that is meant, such as - for a bullet of a list; look through the rest of the file
    }
    .help-suggestion = write { $suggestion }, and look through the rest of the file
not-a-choice = `{ $key }` cannot be `{ $text }`
    .help = { $hides ->
        [yes] if it shall be hidden, write visibility = "closed", "internal" or "draft" among the fields of the file; else choose among { $words }
        [row] a row cannot be hidden: remove it if not everybody may see it; else choose among { $words }
       *[no] choose among { $words }
    }
    .help-suggestion = did you mean `{ $suggestion }`? The choices are { $words }
unknown-committee = there is no committee `{ $id }`
    .help = { $form ->
        [one] only one committee can stand here: write the code of one
        [name] write fremdrift new committee CODE "{ $id }", with the code it is known by for CODE; write that code here, or correct the name
       *[id] write fremdrift new committee { $id } "Name", which adds the committee to { -committees }, or correct the name
    }
    .help-suggestion = { $form ->
        [list] several stand in quotation marks of their own: { $suggestion }
        [name] did you mean `{ $suggestion }`? Else fremdrift new committee CODE "{ $id }" adds the committee to { -committees }, with the code it is known by for CODE
       *[id] did you mean `{ $suggestion }`? Else fremdrift new committee { $id } "Name" adds the committee to { -committees }
    }
unknown-owner = there is no owner `{ $id }`
    .help = { $form ->
        [one] only one owner can stand here: write the id of one
        [name] write fremdrift new owner "{ $id }", and write here the id that the owner gets in { -owners }, or correct the name
       *[id] write fremdrift new owner --id { $id } "Title", which adds the owner to { -owners }, or correct the name
    }
    .help-suggestion = { $form ->
        [list] several stand in quotation marks of their own: { $suggestion }
        [name] did you mean `{ $suggestion }`? Else fremdrift new owner "{ $id }" adds the owner to { -owners }
       *[id] did you mean `{ $suggestion }`? Else fremdrift new owner --id { $id } "Title" adds the owner to { -owners }
    }
empty-level = there is no level
    .help = write a level ({ $choices }), or remove the line if nothing is new
unknown-level = `{ $word }` is not a level of the scale { $scale }
    .help = { $hides ->
        [yes] if it shall be hidden, write visibility = "closed", "internal" or "draft" among the fields of the file; else choose among { $choices }
       *[no] choose among { $choices }
    }
    .help-suggestion = did you mean `{ $suggestion }`? The levels are { $choices }
unknown-scale = there is no scale `{ $id }`
    .help = add [scales.{ $id }] to site.toml, or correct the name
    .help-suggestion = did you mean `{ $suggestion }`? The scales stand in site.toml
unknown-revision = the edition `{ $id }` is cut from `{ $revision }`, which git does not have
    .help = correct revision in site.toml to a tag or a commit, or fetch the tags with `git fetch --tags`
moving-revision = the edition `{ $id }` is cut from `{ $revision }`, which moves: a branch is another commit tomorrow
    .help = write a tag or a commit in revision, such as revision = "udgave/{ $id }", and cut the edition with fremdrift edition cut { $id }
edition-without-site = the edition `{ $id }` is cut from `{ $revision }`, where the site did not lie in this folder
    .help = name in revision a commit in which it lay here, or put the site back where it lay; one that was moved further down is found
edition-to-come = the edition `{ $id }` is left out: its date is { $when }, and the site shows how things stood { $since }
    .help = it comes with a site that is built on that day or later
edition-not-fetched = the edition `{ $id }` cannot be made: the files of `{ $revision }` were not fetched into this clone
    .help = fetch all files: git fetch --refetch --no-filter, or clone anew without --filter
edition-with-errors = the edition `{ $id }` has { $count ->
        [one] one error
       *[other] { $count } errors
    } in its content of then; it is shown as far as it can be read
    .help = name a newer commit in revision, or leave the edition be; what cannot be read is left out
redact-unknown = `{ $entry }` below redact is nothing that the site knows: neither an id that something has or had, nor a commit
    .help = write an id as fremdrift log takes it (plan/measure), or the first seven digits or more of a commit; where git has it no longer, take the line out
    .help-suggestion = did you mean `{ $suggestion }`? Write an id as fremdrift log takes it, or the first seven digits or more of a commit
redact-unknown-field = `{ $entry }` has no field called `{ $field }`, so redact withholds nothing
    .help = write the field as it is called in the file (`#title`), `#text` for the text, or the id alone for all of it
    .help-suggestion = did you mean `{ $suggestion }`? Write the field as it is called in the file, or the id alone for all of it
redact-ambiguous = `{ $entry }` below redact may mean several things: several commits begin so, or something has it as its id too
    .help = write more digits of the commit, or the id of the plan before the id (plan/measure)
redact-off-branch = the commit `{ $entry }` below redact is no step of the site's history, so there is nothing to withhold
    .help = write the commit that brought it into the branch, often a merge; git log --first-parent shows them
edition-redacted = the edition `{ $id }` is not shown: it says in site.toml, a scale or a register what redact withholds, and that cannot be taken out of it
    .help = cut a new edition after the correction, or take the edition out of site.toml
unknown-history-start = history is to count from `{ $revision }`, which git does not have, so it is not told
    .help = correct since below [history] in site.toml to a tag or a commit that exists
edition-without-repository = the edition `{ $id }` cannot be made: the folder lies in no git repository
    .help = build from a clone that has `{ $revision }`; the rest of the site is built without it
unknown-measure = there is no measure `{ $id }` in the plan
    .help = a measure is known by its file name in the folder measures; correct the name, or write the file; a measure that was given up keeps its file and gets lifecycle = "dropped" in a status
    .help-suggestion = did you mean `{ $suggestion }`? A measure is known by its file name in the folder measures
unknown-indicator = there is no indicator `{ $id }` in the plan
    .help = add [{ $id }] to the plan's indicators.toml, or correct the name
    .help-suggestion = did you mean `{ $suggestion }`? The indicators stand in the plan's indicators.toml
unknown-series = the indicator { $indicator } has no series `{ $id }`
    .help = add { $id } = "its title" below [{ $indicator }.series] in the plan's indicators.toml, or correct the name; total stands for the indicator's own readings
    .help-suggestion = did you mean `{ $suggestion }`? The series stand below [{ $indicator }.series] in the plan's indicators.toml
unknown-milestone = there is no milestone `{ $id }` in the plan
    .help = add [milestones.{ $id }] to the plan's milestones.toml, or correct the name
    .help-suggestion = did you mean `{ $suggestion }`? The milestones stand in the plan's milestones.toml
unknown-decision = there is no decision `{ $id }` in the plan
    .help = add [decisions.{ $id }] to the plan's milestones.toml, or correct the name
    .help-suggestion = did you mean `{ $suggestion }`? The decisions stand in the plan's milestones.toml
unknown-table = the table `{ $id }` is not declared in the plan
    .help = write tables/{ $id }.toml with its columns and unit, or correct the name; readings of an indicator lie in a file of the indicator's name
    .help-suggestion = did you mean `{ $suggestion }`? Tables are declared in the plan's folder tables, indicators in its indicators.toml
unknown-section = there is no section `{ $id }` in the plan
    .help = { $choices ->
        [none] write sections = ["{ $id }"] in plan.md, or remove the line
       *[other] choose among { $choices }, or add the section under sections in plan.md
    }
unknown-row = there is no row `{ $id }` in the table
    .help = correct the name, or add the row
    .help-suggestion = did you mean `{ $suggestion }`?
unknown-theme = there is no theme `{ $id }`
    .help = put the theme into the folder themes/{ $id }, or correct theme in site.toml
unknown-check = there is no check `{ $id }`
    .help = remove the line; fremdrift check --list shows all checks
    .help-suggestion = did you mean `{ $suggestion }`?
unknown-schema = there is no schema `{ $id }`
    .help = there are { $known }
    .help-suggestion = did you mean `{ $suggestion }`?
unknown-code = there is no code `{ $id }`
    .help = fremdrift check --list -v shows them all
    .help-suggestion = did you mean `{ $suggestion }`?
fixed-severity = `{ $id }` cannot be changed: it says that something cannot be read, or is not shown as it is written
    .help = remove the line and mend what it tells of; fremdrift check --list shows what can be changed
duplicate-id = the id `{ $id }` is already used in { $other }
    .help = give one of them another id
duplicate-number = the number { $number } is already used by { $other }
    .help = give one of them another number
scale-without-levels = the scale `{ $scale }` has no levels
    .help = write its levels under levels from best to worst, each with id, word and tone

## Text, links and pictures.

mark-without-note = the mark { $mark } has no note
    .help = write the words of the note under [notes] as "{ $mark }" = "…", or remove the mark
note-without-mark = the note { $mark } has no mark
    .help = put { $mark } behind the figure or name that the note is about, or remove the note
broken-link = the link to { $target } leads nowhere
    .help = correct the address so that it points to a file in content
    .help-suggestion = did you mean { $suggestion }?
unpublished-link = the link leads to { $target }, and files of that kind are not published
    .help = save the file as one of these kinds, and correct the link: { $known }
broken-fragment = the page has no place called { $target }
    .help = correct what stands behind # to a heading of the page, or remove it
missing-picture = there is no picture { $target }
    .help = put the picture beside the text, or correct its name
picture-without-alt = the picture { $target } lacks words for those who cannot see it
    .help = write what the picture shows between the square brackets: ![Bars of spending 2017-2020]({ $target })
unsafe-link = a link cannot begin with { $scheme }:
    .help = use an address that begins with https:, mailto: or tel:, or a file of the site
not-an-address = `{ $key }` is no address on the web: { $text }
    .help = write the whole address, from https:// or http:// and without a user name, such as https://www.kommune.dk/side
    .help-suggestion = write { $suggestion }
remote-picture = the picture { $target } lies on another server
    .help = put a copy beside the text, so that the site fetches nothing from outside
raw-html = the text holds HTML that cannot be shown: { $tag }
    .help = { $hides ->
        [comment] a comment is not published; delete it and nothing more is said
        [yes] without the tag it would be shown: delete what is to be hidden, or put it on a page of its own with visibility = "closed"
       *[no] write it in Markdown, or put it between ` and ` if it shall be seen as it is
    }
html-open = what is hidden here does not end: { $tag }
    .help = end a comment with --> and an element like <script> with its </script> before the next blank line, or write \<, or put it between ` and ` if it shall be seen as it is
near-markdown = { $what ->
    [fence-open] the block of code does not end, so the rest of the text is shown as code: { $text }
    [link] the link is shown with its brackets: { $text }
    [definition] the line is read as the address of a link that nothing uses, and is not shown: { $text }
    [link-around-mark] a link cannot have the mark of a footnote among its words: { $text }
    [mark-as-link] the mark of the footnote becomes a link, since a bracket stands right behind it: { $text }
    [link-in-link] a link cannot stand in another: { $text }
    [heading] it does not become a heading: { $text }
    [footnote] the footnote { $text } has no words and is shown as it is written
    [footnote-mark] the words of the footnote { $text } have no mark in the text
    [cells] the row has more cells than the head of the table, and the last are not shown: { $text }
    [table] it does not become a table: { $text }
    [bullets] the list is shown as one long line: { $text }
    [stars] the signs between the digits are gone: { $text }
    [underline] the text becomes a heading, since a line of signs stands right below it: { $text }
   *[date] the day of the date becomes the number of a list: { $text }
}
    .help = { $cure ->
        [none] { $what ->
            [fence-open] end the block with a line of only the signs it begins with
            [link-in-link] write the two links one after the other
            [footnote] write a line that begins with { $text }: and has the words of the note
            [footnote-mark] write { $text } in the text where the note belongs
            [bullets] begin each line with - in place of the other sign
            [cells] give the head one more cell, or remove what is too much; a bar within a cell is written \|
            [underline] write an empty line above the line of signs
           *[table] write the names of the columns at the top, and below them a line such as | --- | --- |
        }
       *[other] { $what ->
            [link] an address with blanks stands in angle brackets; write { $cure }
            [underline] write an empty line above the line of signs
           *[other] write { $cure }
        }
    }

## The theme.

template-error = the template cannot be used
    .label = { $detail }
    .help = correct the template in the theme, or remove it to use that of the default theme
bad-colour = the colour { $colour } cannot be read
    .help = write it as # and six digits, such as "#0059b3"
contrast = text on the colour { $colour } is too faint: its contrast is { $ratio }, but must be at least 4.5
    .help = use { $cure }, the nearest colour that can be read

## The report held against itself.

overdue-measure = measure { $number } was due { $due }, but is not reported as done
    .help = write lifecycle = "done" in the next status, or give the measure a new due date
overdue-milestone = the milestone { $number } was due { $due }, but is not reported as reached
    .help = write lifecycle = "done" or a new due under [milestones.{ $number }] in the next report
missing-status = measure { $number } has { $since ->
    [never] no status yet
   *[other] had no status since { $since }
}
    .help = put a status file into the folder of the report, or write lifecycle = "done" or "dropped"
overdue-report = the report { $report } has not come
    .help = make its folder in updates, or move it in the plan's milestones.toml
green-but-behind = measure { $number } is reported as on track, but { $what ->
    [forecast] is expected to achieve
   *[achieved] has achieved
} only { $achieved } of { $required }
    .help = choose another level, or write in the status how the rest will be achieved: the remark stays until the figures follow
complete-but-open = measure { $number } is reported as “{ $level }”, but not as done
    .help = write lifecycle = "done" in the status, or choose another level
red-without-action = measure { $number } is critical, but its status does not say what is being done
    .help = write it in the status under the heading Action
out-of-scale = { $size ->
    [large] { $what } has { $amount }, at least 300 times { $other-amount }
   *[small] { $what } has { $amount }, and beside it stands { $other-amount }, at least 300 times as much
}
    .help = if its unit is missing, write it, as in "2.5 mio. kr."; else correct the figure, or write out-of-scale = "off" under [checks] in site.toml once it was looked at
stale-text = measure { $number } has had the same status text in { $count } reports
    .help = write what is new, or leave the file empty when nothing is
forecast-below-achieved = measure { $number } is expected to come to { $amount }, but has achieved { $achieved } already
    .help = mend the figure that is wrong; if a part of what is achieved will be lost, say so in the status
achieved-above-required = measure { $number } has achieved { $achieved }, and { $required } is required
    .help = if that is right it is good news; otherwise mend the figure or its unit
red-but-on-target = measure { $number } is critical, but its indicator “{ $name }” meets its target
    .help = choose another level, or say in the status what is wrong beside the indicator
green-above-red = “{ $name }” is reported as on track, but measure { $number } below it is critical
    .help = choose another level, or say why the whole is on track all the same
dates-out-of-order = { $what ->
    [due] milestone { $number } begins { $begins }, after its date, { $ends }
    [done] milestone { $number } begins { $begins }, after it was reached, { $ends }
   *[finished] the plan was begun { $begins }, after it was finished, { $ends }
}
    .help = correct the one of the two dates that is wrong
missing-but-read = { $when } stands under missing for { $name }, and has a reading
    .help = remove the period under missing, or remove the reading
newer-reading = { $when } stands among the older readings of { $name }, and ends after the plan's first report, { $report }
    .help = move the reading to [readings] of the report that tells it; pages of earlier reports show it otherwise as if it had been known then
milestone-cycle = milestones wait for each other: { $names }
    .help = take one of them out of after
unlinked-file = no text links to { $name }, so that the file is not published
    .help = link to it: [what it says]({ $name }), or write its content into the index.md of the report and take the file out
copied-plan = the plan { $id } has the title, the year and content of the plan { $other }: “{ $title }”
    .help = if it is a copy, delete the folder { $id }, or move it out of plans; else give it a title or a year that tells them apart
copied-measure = the measure “{ $title }” stands in { $other } too, with the same required saving
    .help = if the file is a copy, delete it, for both are counted; else give the measures titles that tell them apart
empty-report = the report { $report } says nothing: all its files are empty
    .help = write how things are going, or take the folder of the report out; if there is nothing new, say so in its index.md
unused-owner = nothing names the owner `{ $id }`
    .help = take it out, or write owner = "{ $id }" where it belongs
unused-committee = nothing names the committee `{ $id }`
    .help = take it out, or write committee = "{ $id }" where it belongs
unportable-name = { $what ->
    [device] `{ $name }` is the name of a device in Windows, so that the file cannot be fetched there
    [end] `{ $name }` ends in a dot or a blank, which Windows does not take
    [long] the path has more than 200 characters: programs on Windows cannot open the file
   *[sign] `{ $name }` has a character that Windows does not take
}
    .help = give the file or the folder another and short name
heading-jump = the heading “{ $text }” leaves out a level
    .help = write fewer # before it, or put in the heading that is missing
vague-link = the link “{ $text }” does not say where it leads
    .help = write between [ and ] what is to be read there, such as [the accounts of 2020](address)
colour-alone = “{ $text }” is a colour, and there is nothing else
    .help = write the word of the scale, such as Critical; the colour comes by itself

## More fields and files.

misplaced-key = the field `{ $key }` has strayed into the table [{ $table }]
    .label = the field belongs above the table
    .help = move the line above the first line that begins with [
key-needs-quotes = the name `{ $key }` needs quotation marks
    .label = names with æ, ø, å, a space or a dot want quotation marks
    .help = write "{ $key }" with the quotation marks
too-many-keys = the file has too many keys: at most { $limit } can be read
    .help = split the file
not-a-mark = `{ $key }` is not a footnote mark
    .help = write "*", "**", "***" or "****" as the name of the note
month-without-year = `{ $key }` stands right below [{ $table }], but months belong to a year
    .help = write the year in the name above them: [{ $table }.{ $year }]
not-a-year = `{ $text }` is not a year in { $key }
    .help = write four digits as in 2020, or "2020/21" where the year begins in another month than January
not-a-number = "{ $text }" cannot be a number in { $key }
    .help = write a number of at most 40 characters, such as "2.a.1"
not-a-sign = "{ $text }" cannot part numbers in { $key }
    .help = write one sign, such as { $key } = "{ $sign }"
unsafe-svg = the picture { $target } is refused: { $what ->
        [encoding] it is not UTF-8
        [syntax] it is no valid SVG
        [size] it is too deep or too large
        [doctype] it has a document type or an entity of its own: { $name }
        [instruction] it has a processing instruction: { $name }
        [element] the element { $name } is not allowed
        [attribute] the attribute { $name } is not allowed
        [address] the reference { $name } leads out of the picture
        [hidden] what is not shown holds words or a picture that anybody can read in the file: { $name }
       *[style] the style { $name } is not allowed
    }
    .help = { $what ->
        [hidden] delete the layer, or what is hidden, in the drawing program, or show it, and save again
        [encoding] save the picture as plain SVG in UTF-8, not compressed
       *[other] save the picture without scripts, events and references to other places: in Inkscape as Plain SVG, in draw.io without formatted text and without a copy of the diagram; else as PNG
    }

## What stops a run.

no-site = { $path } is no fremdrift site: there is no site.toml
    .help = go to the site's folder, or write --root FOLDER
no-repository = the folder lies in no git repository and so has no history
    .help = put it into git: git init, git add . and git commit
no-commit = nothing is committed yet, so there is no history
    .help = make the first commit: git add . and git commit
no-site-then = in commit { $commit } no fremdrift site lay in the folder “{ $folder }”
    .help = choose a commit from after the site was put there
no-such-revision = git does not have `{ $revision }`
    .help = write a tag, a branch or at least seven digits of a commit; tags are fetched with git fetch --tags
no-such-version = { $version } is no folder that holds a fremdrift site, and { $path } lies in no git repository
    .help = name the folder where the other site.toml lies, or put the site into git
unknown-edition = { $known ->
    [none] there is no edition `{ $id }`; site.toml has none that can be made
   *[other] there is no edition `{ $id }`; those that can be made are { $known }
}
    .help = see the editions with fremdrift edition list
edition-not-there = the edition `{ $id }` cannot be made: git does not have `{ $revision }`
    .help = fetch the tags with git fetch --tags, or cut it with fremdrift edition cut { $id }
edition-too-late = the edition `{ $id }` cannot be made: it is later than the date of the site, { $date }
    .help = build it as of a later date: --as-of, or as_of in site.toml
edition-is-cut = the edition `{ $id }` is cut already: `{ $revision }` is commit { $commit }
    .help = a tag that is shared is never moved; write a new edition in site.toml with another name in revision
edition-is-open = the edition { $id } is not cut yet, and has no version of its own
    .help = compare it with another edition, or cut it first with fremdrift edition cut { $id }
tag-exists = the tag `{ $revision }` cannot be made: there is a tag `{ $known }` already
    .help = write another name in revision; what is there already is never changed
bad-tag-name = `{ $revision }` cannot be a tag of git
    .help = the name of a tag has no blanks, control characters or signs ~ ^ : ? * [ \ in it, nor .. or // or @{"{"}; it does not begin with - or /, no part of it begins with . or ends in .lock, and it does not end in . or /. Write for example revision = "udgave/{ $id }"
not-in-git = { $count ->
    [one] the file is not in git as it stands, and its page says so
   *[other] { $count } files are not in git as they stand, and their pages say so; the first is this one
}
    .help = git add and git commit them before the pages are published; build --strict publishes only what is committed
submodule-not-fetched = the folder { $path } belongs to another repository (submodule), which was not fetched
    .help = fetch it: git submodule update --init
shallow-clone = { $path } is a shallow clone: older commits are missing
    .help = fetch all of its history: in GitHub Actions fetch-depth: 0 under actions/checkout, in GitLab CI the variable GIT_DEPTH: 0, in Azure Pipelines fetchDepth: 0, and elsewhere git fetch --unshallow
partial-clone = { $path } is a partial clone: old files are missing
    .help = fetch all of its files: git fetch --refetch --no-filter, or clone anew without --filter; in GitHub Actions remove filter under actions/checkout, in GitLab CI take --filter out of GIT_CLONE_EXTRA_FLAGS, in Azure Pipelines remove fetchFilter
missing-object = part of the repository is missing: { $cause }
    .help = run git fsck to see what, and git fetch --refetch or a new git clone to get it back; in a pipeline, fetch all of its history (GitHub fetch-depth: 0, GitLab GIT_DEPTH: 0, Azure fetchDepth: 0)
reftable = { $path } keeps its references in a reftable, which cannot be read
    .help = keep the references as files: git refs migrate --ref-format=files, or clone anew with --ref-format=files
repository-failed = the repository cannot be read or written: { $cause }
    .help = see what git status and git fsck say of the repository; if they find nothing wrong, fetch it anew with git clone
failed = it did not succeed: { $cause }
    .help = what was published stands untouched; mend the cause, and try again
disk-full = there is no room for { $path }: the disk is full
    .help = make room on the disk, or write somewhere else; what was published stands untouched
no-such-file = there is no { $path }
    .help = see whether the name is spelt right, and in which folder the command is run
not-permitted = { $path } may not be read or written by the user who runs fremdrift
    .help = give that user access to the file and its folder, or write somewhere else; what was published stands untouched
read-only-disk = { $path } cannot be written: the disk can only be read
    .help = write somewhere else, such as with --out, or make the disk writable
locked = { $process ->
    [none] { $path } is held by another build
   *[other] { $path } is held by another build, process { $process }
}
    .help = wait until the other build is done, or stop it, and try again
foreign-files = { $path } holds { $count ->
    [one] a file
   *[other] { $count } files
} that fremdrift did not publish: { $names }
    .help = choose an empty folder with --out, or move the files named; fremdrift never deletes files of others
changed-files = { $path } holds { $count ->
    [one] a file
   *[other] { $count } files
} changed since publication: { $names }
    .help = choose an empty folder with --out, or move the files named; fremdrift never deletes what others wrote
files-left = the new site is published, but { $path } has files that came into the old one meanwhile: { $names }
    .help = move the files named, and build again; fremdrift never deletes files of others
output-no-folder = { $path } is no folder
    .help = remove it, or choose a folder with --out
output-no-name = { $path } names no folder
    .help = choose a folder by its name with --out
old-site-left = the new site is published, but not all of the old one could be removed from { $path }: { $cause }
    .help = remove the folder, or build again: it is tried each time
output-own-disk = { $path } is a disk of its own, so that no site can be put in its place in one step
    .help = choose a folder within it with --out
output-damaged = { $path } is damaged or of a newer fremdrift, so nobody can tell what was published here
    .help = remove the folder, or choose another with --out
no-published-folder = the folder { $path } is not there, so there is no published site to look through
    .help = name the folder behind --published, or build the site first
unknown-page = the site has no page `{ $page }`
    .help = write the path of the page as its address has it: planer/voksne-2020/index.html
    .help-suggestion = did you mean `{ $suggestion }`?
no-pdf = this program makes no PDF
    .help = ask the IT department for a program with PDF; in the source of fremdrift this makes it: cargo install --locked --path . --features pdf. Where downloads in site.toml has "pdf", it can be taken out instead
pdf-failed = the meeting pack cannot be made a PDF: { $cause }
    .help = report it as a bug in fremdrift, with this text
no-such-committee = there is no committee `{ $id }`; there are { $known }
    .help = write the committee's code as content/committees.toml has it
no-meeting-pack = { $id ->
    [none] no committee has a meeting pack
   *[other] the committee `{ $id }` has no meeting pack
}
    .help = a committee has a meeting pack when a plan that is shown belongs to it; an edition with committee has only that committee's
pack-name-taken = two meeting packs would both be called { $name }: { $first } and { $second }
    .help = give one of the committees or editions another id; a committee's old id can stand in formerly

output-in-sources = { $path } lies in { $folder }/, which is not for pages
    .help = choose a folder outside of what the site is made of with --out
output-other-purpose = { $path } was built with { $found } and is not replaced by a site built with { $asked }
    .help = build to another folder with --out FOLDER, or remove { $path } first
site-too-large = { $what ->
        [file] { $path } becomes larger than { $limit } MiB
        [files] the site gets more than { $limit } files; the first too many is { $path }
       *[bytes] the site becomes larger than { $limit } MiB; the first file too many is { $path }
    }
    .help = { $what ->
        [file] split the plan or the table, so that the page becomes smaller
       *[other] split the site, or let the history begin later with [history] in site.toml
    }
output-unwritten = standard output cannot be written to: { $cause }
    .help = see whether the disk is full, and run the command again
no-threads = the system gives no more threads: { $cause }
    .help = raise the limit of processes or memory, and run the command again
no-port = port { $port } cannot be used, nor any of the next: { $cause }
    .help = choose another with --port, such as --port 8080
folder-not-empty = { $path } is not empty
    .help = choose a folder that is empty or not there yet; fremdrift never writes over files of others

## What the commands say.

say-built = Built { $pages ->
    [one] 1 page
   *[other] { $pages } pages
} from { $plans ->
    [one] 1 plan
   *[other] { $plans } plans
}: { $measures ->
    [one] 1 measure
   *[other] { $measures } measures
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statuses
}, { $charts ->
    [one] 1 chart
   *[other] { $charts } charts
} as of { $date } in { $seconds } s
say-checked = Checked { $plans ->
    [one] 1 plan
   *[other] { $plans } plans
}: { $measures ->
    [one] 1 measure
   *[other] { $measures } measures
}, { $updates ->
    [one] 1 status
   *[other] { $updates } statuses
} as of { $date } in { $seconds } s
say-looked = Looked through { $files ->
    [one] 1 file
   *[other] { $files } files
} for { $texts ->
    [one] 1 hidden piece of text
   *[other] { $texts } hidden pieces of text
} and for personal numbers
say-findings = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
say-notes = { $notes ->
    [one] 1 note
   *[other] { $notes } notes
}
say-strict = --strict: warnings count as errors
say-more-alike = … and { $count } more of the kind [{ $code }] in { $path }; -v shows them all
say-more-of-a-code = … and { $count } more [{ $code }] that are not shown, as there are so many: mend the first and run again
say-clean = no errors or warnings
list-code = code
list-default = default
list-site = here
list-meaning = what it finds
list-off = off
list-set-with = set with { $code }
list-more = All other codes say that something cannot be read, or is not shown as it is written; they cannot be changed. -v shows them too, and fremdrift explain CODE explains one
explain-meaning = meaning
explain-in-english = {" "}(in English)
explain-example = example
explain-where-near = where something is like it
explain-settable = On this site: { $severity }. It is changed under [checks] in site.toml: { $code } = "off", "note", "warning" or "error"
explain-fixed = It cannot be turned off: it says that something cannot be read or done, or is not shown as it is written
say-no-repository = The folder lies in no git repository: the site has no history
say-no-commit = Nothing is committed yet: the site has no history
say-unchanged = Nothing has changed since last time; the published site is as it was
say-open = Open { $path }
say-written-for = { $path } shows { $what ->
    [edition] the edition { $value } alone
    [audience] also what is not for everybody ({ $value }); show it only where that may be seen
   *[as-of] the site as it stood on { $value }
}
say-took = It took { $seconds } s
usage-no-command = there is no command called { $given }
usage-no-option = { $given } does not belong in this command
usage-no-value = { $option } lacks its value
usage-bad-value = { $option } cannot be { $value }
usage-missing = something is missing in the command: { $what }
usage-conflict = { $one } and { $other } cannot be used together
usage-nearest = did you mean { $names }?
usage-values = choose one of: { $values }
usage-line = The command is written like this: { $usage }
    Add --help to see examples and all options
usage-expected-language = write da, en, sv or nb
usage-expected-id = write an id, such as 2020-06: letters, digits and hyphens
usage-expected-date = write a day that exists, such as 2020-06-30
usage-expected-field = write a field and its value, such as required=1,75; if it is a part of the title, put the title in quotation marks
usage-expected-column = write the head of the column and what it is, such as "Notes=ignore"
say-refused = Nothing is published: mend { $errors ->
    [one] the error
   *[other] the { $errors } errors
} first. What was published stands untouched in { $path }
say-refused-strictly = Nothing is published, for --strict takes warnings as errors: look at { $warnings ->
    [one] the warning
   *[other] the { $warnings } warnings
} first. What was published stands untouched in { $path }
say-unrecorded-strictly = Nothing is published, for --strict publishes only what is committed to git: { $count ->
    [one] { $path } is not committed
   *[other] { $count } files are not committed, the first is { $path }
}. Commit with git add and git commit. What was published stands untouched in { $folder }
say-foreign-owner = the repository in { $path } belongs to somebody else; it is read, and nothing in it is run
say-cache-refused = { $path } is not used: { $why ->
    [tracked] git tracks it, so it came with a clone and not from a build here; `git rm -r --cached { $path }` takes it out
    [not-a-folder] it is a link or a file and no folder
    [not-a-file] a link, a folder or a pipe has the name of one of its files
    [too-large] one of its files is larger than any that is written
   *[foreign] it belongs to, or can be written by, somebody who cannot write the site's folder
}; the history is read anew
say-odd-times = { $count ->
    [one] one commit has a clock that cannot be right
   *[other] { $count } commits have clocks that cannot be right
}; the order of the commits is what counts
say-progress = building plans

## What a change makes the report say (diff and log).

diff-title = { $count ->
    [one] 1 change in the report
   *[other] { $count } changes in the report
}
diff-here = the files as they lie here
diff-shared = Shared by all plans
diff-none = No changes
diff-totals = Totals
diff-levels = Measures by level
diff-findings = { $count ->
    [one] 1 new thing to look at
   *[other] { $count } new things to look at
}
diff-unreadable = Cannot be read and was not compared
diff-more = { $count ->
    [one] 1 more change
   *[other] { $count } more changes
}
diff-change = Change
diff-before = Before
diff-after = Now
diff-as-of = as of { $date }
diff-not-given = not given
diff-withheld = not shown here
diff-withheld-other = another figure, not shown here either
diff-direction = { $direction ->
    [worse] worse
    [later] later
    [earlier] earlier
   *[better] better
}
diff-added = { $kind ->
    [status] status added
    [milestone-update] status added
    [reading] reading added
   *[other] new
}
diff-removed = { $kind ->
    [status] status removed
    [milestone-update] status removed
    [reading] reading removed
   *[other] removed
}
diff-renamed = new id
diff-more-figures = { $count } figures beyond those told here
diff-several = { $what }: { $count } figures
diff-count = number at { $level }
diff-count-all = number in all
diff-month = { $what } in { $month }
diff-site = The site
diff-record = { $kind ->
    [scale] Scale { $name }
    [level] Level { $name }
    [edition] Edition { $name }
    [committee] { $name }
    [owner] Owner { $name }
    [page] { $name ->
        [index] Front page
       *[other] Page { $name }
    }
    [plan] Plan { $name }
    [indicator] Indicator { $name }
    [milestone] Milestone { $name }
    [milestone-update] Milestone { $name }
    [decision] Decision { $name }
    [report-due] Expected report { $name }
    [table] Table { $name }
    [column] Column { $name }
    [report] Report on { $name }
    [reading] Indicator { $name }
    [figures] Table { $name }
    [row] Row { $name }
   *[other] { $name }
}
diff-words = { $part ->
    [objective] objective, the text
    [action] action, the text
    [consequences] consequences, the text
    [timetable] timetable, the text
   *[body] the text
}
diff-flag = { $flag ->
    [yes] yes
   *[no] no
}
diff-visibility = { $visibility ->
    [public] public
    [internal] internal
   *[closed] closed
}
diff-field = { $field ->
    [finished] finished
    [year_begins] month in which years begin
    [accessibility] accessibility statement
    [achieved] achieved
    [after] waits for
    [as_of] as of
    [at_least] at least
    [at_most] at most
    [baseline] baseline
    [between] between
    [breaks] break
    [case] case number
    [checks] check
    [columns] order of columns
    [committee] committee
    [contact] contact
    [csv] CSV
    [date] date
    [decided] decided
    [decision] decision
    [definition] definition
    [department] department
    [direction] direction
    [done] reached
    [due] due
    [effect] effect
    [embargo] embargo until
    [forecast] forecast
    [formula] formula
    [funding] funding
    [gross] gross
    [headline] leading series
    [investment] investment
    [kind] kind
    [language] language
    [level] status
    [levels] order of levels
    [lifecycle] lifecycle
    [meaning] meaning
    [measure] measure
    [meetings] meetings
    [method] method
    [missing] missing
    [name] name
    [next] next reading
    [note] remark
    [notes] note
    [number] number
    [of] of which below
    [organisation] organisation
    [originally] original date
    [overruled] changed by the committee:
    [overspend] forecast overspend
    [owner] owner
    [public_title] public title
    [label] name
    [required] required
    [reviewed] reviewed
    [revision] revision
    [row] row
    [rows] order of rows
    [overall_scale] scale of the plan as a whole
    [counts] measures by level
    [areas] measures by level and area
    [scale] scale
    [section] section
    [sections] sections
    [share_of] share of
    [sign] sign
    [source] source
    [start] start
    [started] started
    [stated] stated
    [target] target
    [targets] target
    [text] column of words
    [theme] theme
    [title] title
    [tone] colour
    [total] total
    [trend] trend
    [unit] unit
    [url] address
    [value] reading
    [visibility] visibility
    [word] word
    [words] in words
    [year] year
    [all] all
    [allowed] allowed
    [colour] colour
    [confidentiality] confidentiality
    [decimal] decimal sign
    [decimals] number of decimals
    [decisions] decisions
    [delimiter] delimiter
    [downloads] downloads
    [editions] editions
    [encoding] encoding
    [formerly] former name
    [frequency] frequency
    [hash] checksum
    [head] line of the head
    [heads] names in the head
    [history] history
    [id] id
    [ignore] columns left out
    [licence] licence
    [logo] logo
    [many] word for several measures
    [meeting] meeting
    [milestones] milestones
    [negative] writing of negative numbers
    [one] word for one measure
    [period] period
    [personal_numbers] personal numbers
    [readings] readings
    [reason] reason
    [redact] withheld of the past
    [remarks] remarks to readers
    [reports] reports
    [row_ids] column that tells rows apart
    [salt] salt
    [scales] scales
    [series] series
    [short] short name
    [show] what is shown
    [shown] shown
    [since] from
    [suppress_below] limit of small counts
    [thousands] thousands sign
   *[other] { $field }
}
log-none = Nothing is said of { $id } in the history
log-correction = correction
log-unreadable = Could not be read: { $path }

## Editions (edition) and the demonstration (init).

edition-none = site.toml has no editions
edition-open = open: follows the content
edition-cut = cut: { $commit }, recorded { $date }
edition-later = cannot be made: later than the date of the site, { $date }
edition-no-repository = cannot be made: the folder lies in no git repository
edition-no-site = cannot be made: the site did not lie in this folder in { $revision }
edition-unfetched = cannot be made: its files were not fetched into this clone
edition-moves = cannot be made: { $revision } moves; write a tag or a commit in revision
edition-unknown = cannot be made: there is no { $revision }. Fetch the tags with git fetch --tags, or cut it with fremdrift edition cut { $id }
cut-unrecorded = { $count ->
    [one] { $path } is not in git as it stands
   *[other] { $count } files are not in git as they stand, the first is { $path }
}. Record the changes with git commit, or put them aside with git stash
cut-undeclared = site.toml has no edition { $id } in what is committed; it has: { $known }
cut-without-revision = the edition { $id } has no name to be cut under. Write in site.toml below its id: revision = "udgave/{ $id }", commit, and try again
cut-shallow = the edition { $id } is not cut: the clone is shallow and may lack tags, so it may be cut already. Fetch all with git fetch --unshallow --tags, and try again
cut-errors = the edition { $id } is not cut: mend { $errors ->
    [one] the error
   *[other] the { $errors } errors
} first
cut-done = The edition { $id } is cut: the tag { $revision } names { $commit }. Share it with git push origin { $revision }
log-incomplete = The history is not whole: the clone lacks older versions
log-redacted = Something of the history is withheld, since redact below [history] in site.toml says so, or since counts are too small to be shown
log-nearest = did you mean: { $ids }?
init-done = Wrote the demonstration in { $path }: { $commits } commits and { $editions } editions that are cut. Now try:
init-next = {"  "}fremdrift build --root { $path }
    {"  "}fremdrift diff HEAD~1 --root { $path }

## Drafts (new).

draft-field-title = its name
draft-field-short = a short name for lists and menus
draft-field-kind = what kind of plan it is
draft-field-language = the language of the plan, where it is not that of the site
draft-field-year = the year its figures are about
draft-field-year-begins = the month in which a school year or financial year begins
draft-field-started = when the plan was begun
draft-field-finished = when it was finished
draft-field-case = the journal number of the case
draft-field-source = where its figures come from: an address, or words
draft-field-committee = the code of the committee; several in ["A", "B"], the leading one first
draft-field-owner = who owns it, as in owners.toml
draft-field-unit = what its figures count in
draft-field-decimals = how many decimals are shown at most
draft-field-scale = the scale its levels are of
draft-field-overall-scale = the scale for the plan as a whole
draft-field-sections = its sections, in order
draft-field-overspend = the forecast overspend
draft-field-stated = the totals that the document itself states
draft-field-notes = the words of its footnotes, by mark
draft-field-visibility = who may see it; draft is for those who write alone
draft-field-embargo = the day before which it is not shown
draft-field-public-title = all that is shown while it is closed
draft-field-formerly = ids it had before, so that its history goes on
draft-field-id = what it is known by; else the name of the file
draft-field-number = its number in the document
draft-field-section = the section of the plan it stands in
draft-field-required = the required saving; an investment is negative
draft-field-investment = whether it is an investment
draft-field-due = when it is to be done: a day, "end of 2026", "2026-Q2"
draft-field-funding = the money granted to it, year by year
draft-field-effect = the economic effect, month by month
draft-field-level = status: a level of the scale
draft-field-trend = which way it moves
draft-field-counts = how many measures stand at each level, where that alone is counted
draft-field-areas = the same, area by area
draft-field-milestones = what this report says of milestones
draft-field-readings = readings of the plan's indicators
draft-field-lifecycle = how far it has come
draft-field-overruled = a level that a committee set instead
draft-field-decision = the number of the decision behind it
draft-field-achieved = the saving achieved so far
draft-field-forecast = the saving expected at the end of the year
draft-field-name = the name of the committee
draft-field-note = a remark of one line
draft-field-department = where the role works
draft-field-contact = where to write or call; a shared mailbox rather than a person's
draft-field-measure = the id of the measure it belongs to
draft-field-direction = which way it should go
draft-field-baseline = where it began
draft-field-target = where it should get, and when
draft-field-targets = a target for each period
draft-field-indicator-readings = readings older than the first report
draft-field-series = parts that are counted apart, such as districts
draft-field-headline = the series that stands first
draft-field-shown = the series that are drawn beside it
draft-field-missing = periods without a reading, and why
draft-field-breaks = where the way of counting changed, and how
draft-field-next = when the next reading is expected
draft-field-frequency = how often it is read
draft-field-definition = what is counted, and what is not
draft-field-method = how it is counted
draft-field-suppress-below = counts from 1 up to this number are not published
draft-field-start = when work on it begins
draft-field-originally = its date before a move older than the first report
draft-field-after = the milestones it waits for
draft-field-sign = which sign is good: cost is expenses, saving is savings
draft-field-columns = its columns
draft-field-csv = how numbers are written in its file of figures
draft-head-plan =
    A plan. Lines with # are explanations: take away the # before what is to be used.
    Its cause and introduction are written at the bottom of the file.
draft-head-measure =
    A measure, as it was decided. Lines with # are explanations: take away the # before what is to be used.
    Its text is written at the bottom of the file; the headings ## Objective, ## Action, ## Consequences and ## Timetable fill a column each.
draft-head-table = A table of figures. They lie in { $id }.csv in the folder of each report: the first column is called row, the others as here.
draft-head-report =
    The report { $date } on the plan as a whole. Lines with # are explanations: take away the # before what is to be used.
    Its text is written at the bottom of the file.
draft-mark = a draft: only those who write see the report. Delete the line when it is to go out
draft-head-status =
    The status of { $name }, { $date }. Take away the # before level and write the level; write at the bottom of the file how things stand.
    While all lines begin with #, the file says nothing and the measure keeps its last status.
draft-last-time = Last time ({ $date }) it said:
draft-indicators = Indicators that may stand in readings: { $names }
draft-site-title = Status
draft-organisation = Example Council
draft-plan-title = Action plan { $year }
draft-front-page = Here you can follow how { $organisation } meets its goals: what was agreed, how far the work has come, and what has been achieved.
draft-head-site = The site as a whole. Write your own words for the levels and what they mean.
draft-head-committees = The committees. Add one with: fremdrift new committee USB "Social Committee"
draft-head-owners = Who owns plans and measures: roles, not persons. Add one with: fremdrift new owner "Head of Adult Services"
draft-level-ok = On track
draft-level-ok-one = is on track
draft-level-ok-many = are on track
draft-level-ok-meaning = On time and within budget
draft-level-watch = Needs attention
draft-level-watch-one = needs attention
draft-level-watch-many = need attention
draft-level-watch-meaning = A deviation that can be made up for
draft-level-critical = Critical
draft-level-critical-one = is critical
draft-level-critical-many = are critical
draft-level-critical-meaning = The goal will not be met without new action
draft-level-unknown = Cannot be assessed
draft-level-unknown-one = cannot be assessed
draft-level-unknown-many = cannot be assessed
draft-level-unknown-meaning = There is no basis for it
new-wrote = Wrote { $path }
new-changed = Added to { $path }
new-nothing = nothing is written
new-next = Fill in what is missing, and look with fremdrift check
init-ask-organisation = Who publishes the site? [{ $default }]
init-ask-title = What is the site called? [{ $default }]
init-ask-language = Which language is it in: da, en, sv or nb? [{ $default }]
init-ask-plan = What is the first plan called? [{ $default }]
init-kept = { $path } is there already and was not touched
init-site-next = There is a site now. Try:
    {"  "}fremdrift build --root { $path }
    {"  "}fremdrift new measure { $plan } "The first measure" number=1 --root { $path }
write-conflict = { $what ->
    [changed] { $path } was changed meanwhile
    [no-folder] { $path } is no folder, or is a link to one
   *[exists] { $path } is there already
}
    .help = { $what ->
        [changed] run the command again
        [no-folder] remove or rename it, and try again
       *[exists] remove or rename the file, and try again
    }
draft-exists = { $path } is there already
    .help = { $what ->
        [report] each open measure has its file in the report: write in those, or choose another date
        [entry] edit what is there, or choose another code or another name
        [site] choose another folder, or go on with the site that is there
       *[record] give the new one another id with --id, or edit what is there
    }
draft-without-id = no id can be made of “{ $title }”
    .help = give one with --id: letters, digits and hyphens
draft-unknown-field = `{ $key }` is no field here
    .help = the fields are: { $known }
    .help-suggestion = did you mean `{ $suggestion }`?
register-unreadable = { $path } cannot be read as TOML: { $cause }
    .help = run fremdrift check, mend the file, and try again
not-a-report-date = “{ $text }” is no date and no period
    .help = write 2026-06-30, 2026-06 or 2026-Q2
    .help-suggestion = did you mean { $suggestion }?
no-such-plan = there is no plan { $id }
    .help = the plans are: { $known }
    .help-suggestion = did you mean { $suggestion }?
serve-at = See the site at { $url } – it follows whenever a file is saved. Stop with Ctrl-C
serve-made = { $pages } pages ready in { $seconds } s
serve-broken = This page is the latest that could be made: there is a mistake in what is saved now
serve-bug = a bug in fremdrift: what is saved now could not be shown. It is our fault; please report it with the files that cause it
serve-looks = the system does not tell when a file is saved; it is looked for every second
import-form = { $what ->
    [indicators] Indicators
    [valueless] Rows without a value
    [hidden-pages] Pages that are not published there: they are drafts here
    [untranslated] Texts whose translation is not there
    [without-data] Indicators without data
    [left-out] Not taken
    [draft] The report is new and a draft: nothing of it is shown until the line visibility is deleted in
    [gone] Stands here and not in the file; it is kept: delete it here where it holds no more
    [encoding] Encoding
    [delimiter] Sign between cells
    [decimal] Sign before decimals
    [sheet] Sheet
    [table] Table number
    [wordless] Rows without a word for their status; a colour alone is not read
    [computed] Computed cells, of which the latest result is taken
   *[rounded] Numbers that are taken as the spreadsheet shows them, with fewer decimals
}: { $value }
import-kept = The words of { $path } were kept: they are others than those of the table
import-nothing-new = There is nothing new to write
import-ask = Write it? yes or no [{ $default }]
import-yes = yes
import-no = no
import-not-written = Nothing is written yet. If it looks right, run it again with --write
import-unreadable = the file cannot be read: { $cause }
    .help = save it again from the spreadsheet as CSV (UTF-8) or as .xlsx (from Word as a web page, .htm), and try again
import-too-large = the file is too large: at most { $limit } { $what ->
    [rows] rows
    [columns] columns
    [cell] bytes of a cell
    [parts] parts
    [depth] elements within each other
   *[megabytes] MB
} are read
    .help = copy the table alone to a new workbook, and import that
import-hidden = the file hides something with content: { $names }
    .help = show it in the file, or name it with --hidden (a sheet or a table with --sheet) if it is to be read
import-sheet = the file has several sheets or tables, or not the one that was named
    .help = write --sheet and the name of the sheet or the number of the table: { $known }
import-ambiguous = the number { $text } on line { $line } can be read in two ways: { $decimals } or { $thousands }
    .help = write --decimal "{ $decimal }" if it is { $decimals }, or --decimal "{ $thousand }" if it is { $thousands }
import-numbers-differ = “{ $text }” on line { $line } is no number like the others
    .help = { $style ->
        [none] mend the cell, or say what the column is with --column "Head=field" (ignore, if it is not to be read)
       *[other] where negative numbers are written so, write negative = "{ $style }" under [csv] in site.toml (or in the table's .toml file); else mend the cell
    }
import-delimiter = the lines do not show which sign stands between cells
    .help = say it: --delimiter ";"
import-no-head = no line names the columns
    .help = give the table a head, or say what the columns are with --column "A=title"; the fields are: { $known }
import-column = it is not known what the column “{ $name }” is
    .help = write --column "{ $name }=ignore", or one of the fields in place of ignore: { $known }
import-row = the row “{ $name }” on line { $line } is unknown, or there twice
    .help = mend the row in the file, or add it to the CSV file of the table in the folder tables; where only two columns together tell rows apart, say so of both: --column "Area=row" --column "Kind=row"
import-unit = it is not certain what the figures of the column “{ $name }” count in: { $units }
    .help = write the unit in the head of the column, such as (mio. kr.), or say what the column is, as with --column "{ $name }=actual"; say it for all amounts without: --unit "mio. kr."; where it holds codes that rows are known by, give --column "{ $name }=row", and where it is not wanted "{ $name }=ignore"; where the table here counts in another unit, convert the figures of the file, or correct unit in the table's .toml file
import-cell = { $what ->
    [formula] cell { $cell } is a formula without a kept result
    [percent] cell { $cell } is shown in per cent, and the column holds amounts
    [percent-column] the column “{ $cell }” is in per cent, and measures have amounts
    [format] the number format of cell { $cell } shortens the number in words
    [merged] the cells { $cell } are merged, so that one value stands for several
    [hidden] cell { $cell } hides a part of its text
    [struck] cell { $cell } has text that is struck out
    [struck-page] cell { $cell } has text that is struck out
    [picture] cell { $cell } shows a picture or a sign that is no text
    [personal] cell { $cell } looks like a personal number that has lost its nought
    [unshown] cell { $cell } holds something that the sheet does not show
    [format-words] the number format of cell { $cell } shows something else than the number: words, signs or a time of day
    [date] cell { $cell } is a date, where a number or a name is expected
    [quotes] a quotation mark in line { $cell } is not closed where its cell ends
    [field] cell { $cell } has a field that is filled in
    [remark] cell { $cell } has a comment of Word
   *[error] cell { $cell } shows an error
}
    .help = { $what ->
        [formula] open the file in a spreadsheet program, save it, and try again
        [percent] write the amount in the cell, or leave the column out with --column "Head=ignore"
        [percent-column] leave the column out with --column "{ $cell }=ignore": how much of what is required was achieved is computed; other per cent belong in a table of their own (--table)
        [format] show the whole number in the sheet, or write the unit in the head of the column and the number as it is to stand
        [merged] unmerge them, and write the value in each cell
        [hidden] delete the hidden text, or show it, and try again
        [struck] delete what is struck out, and try again
        [struck-page] delete what is struck out (accept the changes in Word), and try again
        [picture] write in the cell in words what it shows
        [personal] take it out of the file, or leave the column out with --column "Head=ignore"
        [unshown] delete it, or choose a number format that shows it, and try again
        [format-words] write in the cell what is to stand there, as text, or choose a plain number format and write the unit in the head of the column
        [date] the spreadsheet made it a date: write it again as text (with ' before it), and try again
        [quotes] close the quotation mark, or delete it; one within a text is written twice
        [field] write the value as plain text on the page, and save it again
        [remark] delete the comments in Word, and save it again
       *[error] mend the cell in the spreadsheet
    }
import-open-sdg = { $what ->
    [head] { $file } does not have exactly one column { $text }
    [nameless] a column of { $file } has something in it and no name
    [option] { $text } says nothing of a folder of Open SDG
    [multiplier] the numbers of { $file } are multiplied with { $text } (line { $line })
    [alike] two groups of { $file } cannot be told apart: { $text }
    [renamed] what is hidden is no longer in { $file }, and there is something new: { $text }
    [unit] { $text }: the numbers of { $file } count in something else than before
    [year] “{ $text }” is no year and no period ({ $file }, line { $line })
    [value] “{ $text }” is no number ({ $file }, line { $line })
    [twice] two numbers for { $text } ({ $file }, line { $line })
    [two-files] two files or parts make the same indicator: { $text } ({ $file })
    [no-data] the folder has no data: { $file } lacks files such as indicator_1-2-1.csv
   *[unreadable] { $file } cannot be read: { $text }
}
    .help = { $what ->
        [head] the first line must name the columns, Year and Value among them; where they are called otherwise, say so: --column "Period=Year"
        [nameless] write a name above the column
        [option] leave { $text } out; what a column is can be said with --column
        [multiplier] write the numbers out, and leave the column empty
        [alike] write them alike if they are one, and else in other words
        [renamed] if the new is the same, give what is hidden the new id in indicators.toml; else delete it there
        [unit] set unit in indicators.toml, and delete the line below [units] in imports/
        [year] write the year as 2024; where years go over the end of a year (2024/25), write year_begins in the plan or in site.toml
        [value] write the number with a point before decimals and no sign between thousands
        [twice] a column that tells the two apart must have a name above it; if it was called ignore, take it back
        [two-files] give one of them another name
        [no-data] name the folder in which data/ and meta/ lie
       *[unreadable] save the file again as UTF-8; YAML must have a field on each line, and no * or &
    }
import-renumbered = { $what ->
    [title] “{ $title }” is no. { $number } in the file, and no. { $known } in the plan ({ $path })
   *[number] no. { $number } is “{ $title }” in the file, and “{ $known }” in the plan ({ $path })
}
    .help = where the plan was numbered anew, write --known-by title; where it is the same measure under a new title, --known-by number; else mend one of the two
import-kept-unreadable = the file cannot be read: { $cause } ({ $path })
    .help = mend it, or delete it and say it again with the options of the command
import-said = { $what ->
    [column] the file has no column “{ $text }”
    [field] “{ $text }” is nothing that a column can be
    [year] “{ $text }” is no year
    [hidden] a CSV file hides nothing: --hidden { $text }
   *[sheet] a CSV file has no sheets: --sheet { $text }
}
    .help = { $what ->
        [column] write the head of the column as it stands, or its letter: --column "D=ignore"
        [field] write a field such as title, required, achieved, level, status or ignore (in a table: row, label, ignore or the id of the column)
        [year] write it with four digits: --year 2026
       *[other] leave it out, or use import xlsx or import html
    }
import-needs = the import lacks { $what ->
    [year] the year its months are of
    [report] the date of the report
    [unit] a unit that is money
   *[table] the name of the table
}
    .help = { $what ->
        [year] write --year 2026, or year = 2026 in plan.md
        [report] write --report 2026-06-30
        [unit] write --unit "mio. kr." or --unit "1.000 kr."
       *[table] write --table and a name of letters, digits and hyphens
    }
