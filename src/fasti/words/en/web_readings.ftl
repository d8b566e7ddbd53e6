# Pages: narrative reports that were read.
web-job-reading = Reading of a report
web-readings = Reports read
web-readings-lead = A narrative report is read, and each figure it claims is set beside the register.
web-readings-read = Read the report
web-readings-silent = The rule book of this body does not say what reports count, so none can be read here.
web-readings-file = Report
web-readings-file-hint = Text (.txt), Word (.docx) or PDF with text, at most { $n } MB, in Vietnamese, Russian, Czech or English
web-readings-written = Day of the report
web-readings-written-own = as it says itself
web-readings-language = Language of the report
web-readings-told = told by its words
web-readings-encoding = Encoding of a text file
web-readings-working = The file is removed once it is read. What was read is no part of the record: you see it, and those of your unit who may see all its figures. It is kept until you remove it, { $n } days at most.
web-readings-own = Readings
web-readings-none = No report was read yet
web-readings-none-why = Choose a file, the unit and the period it is about.
web-readings-open = See the report beside the register
web-readings-remove = Remove
web-readings-found = { $n ->
    [one] { $n } figure is claimed.
    *[other] { $n } figures are claimed.
}
web-readings-counts = { $n ->
    [one] { $n } stands beside a figure of the register
    *[other] { $n } stand beside a figure of the register
}, { $differing ->
    [0] none differs.
    [one] { $differing } differs.
    *[other] { $differing } differ.
}
web-readings-only = Only what differs
web-readings-whole = The whole text
web-readings-notes = How it was read
web-readings-totals = Totals that do not add up
web-readings-text = The text
web-readings-text-why = Each figure it claims leads to what the register has.
web-readings-look = See it
web-readings-no-text = Nothing to show
web-readings-left-out = What the report leaves out
web-readings-left-out-why = Figures of the register that the report does not mention.
