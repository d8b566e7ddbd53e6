# Pages: reports.
web-reports-lead = Choose a form, a unit or peer group and a period. Every figure opens its acts.
web-reports-choose = Choose a report
web-reports-form = Form
web-reports-beside = Other boundaries
web-reports-against = Compare with
web-reports-none = none
web-reports-language = Language of files
web-reports-show = Show report
web-reports-quick = Begin with
web-reports-quick-why = the last period that is over
web-reports-not-for-period = { $form } is not given for { $period }. Choose another period.
web-reports-large = The record is large: this report is made as a job, in every format. The page can be left meanwhile.
web-reports-as-job = Make every format at once
web-reports-suppressed = Counts under { $n } of units that are not yours are not shown, nor what would give them away.
web-reports-more-tables = More tables side by side
web-reports-headline = Main figures
web-reports-compared = Two periods compared
web-reports-why = { $figure }: { $value }. Which acts say so?
web-reports-all-acts = All acts and parts of this figure
web-reports-left-out = { $n ->
    [one] { $n } more unit is in the files.
   *[other] { $n } more units are in the files.
}
