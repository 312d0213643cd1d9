# The tables of the plan.

table-people = People
table-problems = Problems
table-others = Others
table-columns = Columns
table-search = Search the table
table-filter = Filter
table-filter-of = Filter: { $column }
table-choices-of = Values: { $column }
table-too-many-choices = Too many different values: filter by a text
table-no-text = (empty)
table-clear-filters = Clear filters
table-sort-hint = Click: sort; Shift+click: sort by this column too
table-rows = { $all ->
    [one] { $all-text } row
   *[other] { $all-text } rows
}
table-rows-of = { $all ->
    [one] { $shown-text } of { $all-text } row
   *[other] { $shown-text } of { $all-text } rows
}
table-empty = The plan has none; paste rows of a spreadsheet to add some
table-none-found = No row passes the filters
table-copied = { $count ->
    [one] { $count-text } row copied
   *[other] { $count-text } rows copied
}
table-sets = Sets all { $count-text } selected rows

table-not-typed = This column is not typed here
table-no-column = The table has no column of this name
table-no-room = There is no column left at the right for this value
table-twice = The same item stands in several lines
table-bad-id = An id is made of small letters without accents, digits and hyphens
table-id-taken = Another item of the plan has this id
table-refused = Line { $row } – { $column } – “{ $text }”: { $reason }
table-refused-line = Line { $row }: { $reason }
table-refused-title = Nothing was changed: some values do not fit
table-refused-more = { $count ->
    [one] and { $count-text } other
   *[other] and { $count-text } others
}

paste-title = Paste new rows
paste-adds = { $count ->
    [one] { $count-text } item will be added to the plan.
   *[other] { $count-text } items will be added to the plan.
}
paste-changes = { $count ->
    [one] { $count-text } item will be changed.
   *[other] { $count-text } items will be changed.
}
paste-do = Paste

step-rows-edited = { $count ->
    [one] typing in { $count-text } row
   *[other] typing in { $count-text } rows
}
step-rows-pasted = { $count ->
    [one] pasting { $count-text } row
   *[other] pasting { $count-text } rows
}

keys-table-type = type into the cell
keys-table-next = keep and go on to the next cell
keys-table-range = select several rows
keys-table-all = select all rows
keys-table-copy = copy rows, paste from a spreadsheet
keys-table-fill = copy the first selected row into the others
keys-table-delete = remove the selected items
menu-tables = Tables
