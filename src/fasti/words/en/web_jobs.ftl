# Pages: jobs.
web-jobs = Long work
web-jobs-all = All
web-jobs-lead = It goes on when the page is left. Nobody but you gets its files.
web-job-report = Report
web-job-import = Import
web-job-export = Export
web-jobs-kind = Work
web-jobs-by = Account
web-jobs-asked = Asked for
web-jobs-asked-on = asked for on
web-jobs-state-waiting = waiting
web-jobs-state-running = going on
web-jobs-state-done = done
web-jobs-state-refused = refused
web-jobs-state-failed = failed
web-jobs-none = No long work yet
web-jobs-none-why = A report in every format, an import or an export is done here while you do other things.
web-jobs-progress = How far it is
web-jobs-begins = It begins.
web-jobs-done-of = { $n } of { $m }.
web-jobs-done-so-far = { $n } so far.
web-jobs-may-leave = You may leave this page; it is found again under “Open now”.
web-jobs-refresh = Refresh
web-jobs-files = Files
web-jobs-files-why = Only for you, until removed
web-jobs-remove = Remove with its files
web-jobs-checked = Nothing stands in the way. { $acts ->
    [one] { $acts } act would be recorded
    *[other] { $acts } acts would be recorded
}, effects: { $effects }.
web-jobs-imported = { $acts ->
    [one] { $acts } act is recorded
    *[other] { $acts } acts are recorded
}, effects: { $effects }.
web-jobs-findings = { $n ->
    [one] { $n } finding stands in the way
    *[other] { $n } findings stand in the way
}
web-jobs-more-findings = { $n ->
    [one] And { $n } more in the annotated workbook.
    *[other] And { $n } more in the annotated workbook.
}
web-jobs-why-error = Something failed on our side. Nothing was half done: ask for it once more, or tell your administrator the time.
web-jobs-why-stopped = The system was stopped while this went on. Ask for it once more.
web-jobs-gone = What came of it is not here any more: backups leave out what can be made again. Ask for it once more.
web-jobs-why-not-granted = Your posts do not grant this.
web-jobs-why-no-report = This report cannot be made as asked: choose another unit, period or day.
web-jobs-why-busy = Others recorded acts all the while. Nothing was recorded: import once more.
web-jobs-why-attachments = An upload may name no files of the machine. Leave the attachments out and add them to the acts in a draft.
web-jobs-why-out-of-reach = Nothing was recorded: some acts are of issuers beyond your reach ({ $units }). Leave them out.
web-jobs-why-findings = Nothing was recorded. The annotated workbook has a note in each cell concerned.
web-jobs-import = Import acts
web-jobs-import-lead = From a workbook or a table. Every row is read and every act judged, then all is recorded or nothing.
web-jobs-template = Empty workbook
web-jobs-file = File
web-jobs-file-hint = Workbook (.xlsx) or table (.csv), at most { $n } MB
web-jobs-encoding = Encoding of a table
web-jobs-encoding-hint = Only for .csv, where letters come out wrong
web-jobs-encoding-found = found by trial
web-jobs-check-only = Only check; record nothing yet
web-jobs-all-or-nothing = What stands in the way comes back in a copy of your workbook, with a note in each cell concerned.
web-jobs-begin-import = Import the file
web-jobs-import-again = Import a mended file
web-jobs-no-file = Choose a file.
web-jobs-not-tables = This is no workbook and no table: choose an .xlsx or a .csv file.
web-jobs-too-large = The file is larger than { $n } MB: split it, or import it at the machine with “fasti import”.
web-jobs-empty = The file is empty: choose another.
web-jobs-export = Export the register
web-jobs-format = Format
web-jobs-format-xlsx = Acts and all they say as a workbook, personal data too
web-jobs-format-csv = The same as tables
web-jobs-format-popolo = Units, posts and who holds them, without names (Popolo JSON)
web-jobs-begin-export = Export
web-jobs-no-export = Nothing to export here
web-jobs-no-export-why = A file holds every act and personal field of the unit, so it is given only to whoever may see all of them.
