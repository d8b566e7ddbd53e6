# Acts: the register, the page of an act, and what lists of acts say.
web-acts-register = Register of acts
web-acts-lead = Nothing changes without an act; every figure comes from this register.
web-acts-draft = Draft an act
web-acts-views = Views
web-acts-view-all = All I may see
web-acts-view-own = Of my unit
web-acts-view-superior = From above, to concretise
web-acts-view-late = Recorded long after signing
web-acts-view-withdrawn = Withdrawn
web-acts-buckets = Groups of acts
web-acts-all-buckets = All acts
web-acts-newest = The newest { $n }
web-acts-narrow = Narrow the list
web-acts-search = Find in number, title and text
web-acts-search-example = for example: appointment deputy chair
web-acts-search-hint = Every word must be found; marks may be left out. Words in quotation marks stand together; * ends the beginning of a word.
web-acts-find = Find
web-acts-issuer = Issuing unit, with all beneath it
web-acts-issuer-hint = name or code
web-acts-issuer-which = “{ $words }” may mean several units. Choose one:
web-acts-issuer-unknown = No unit is called “{ $words }”. Check the name, or leave the field empty.
web-acts-no-day = “{ $words }” is no day. Write it as 14.07.2025 or 2025-07-14.
web-acts-any = Any
web-acts-from = Signed from
web-acts-to = Signed until
web-acts-only-late = { $n ->
    [one] Recorded more than a day after signing
   *[other] Recorded more than { $n } days after signing
 }
web-acts-narrowed = What narrows the list
web-acts-drop = , drop
web-acts-drop-all = Drop all conditions
web-acts-is-words = Words: { $words }
web-acts-is-unit = Issued under: { $unit }
web-acts-is-from = Signed from { $day }
web-acts-is-to = Signed until { $day }
web-acts-is-late = Recorded long after signing
web-acts-is-related = Related to { $act }
web-acts-list = Acts found
web-acts-count = { $n ->
    [one] One act, the last signed first
   *[other] { $n } acts, the last signed first
 }
web-acts-many = More than { $n } acts, the last signed first
web-acts-too-long = Too long to be taken out as a table: narrow the list.
web-acts-behind = { $n ->
    [one] One act is not yet in the full-text index and cannot be found by its words.
   *[other] { $n } acts are not yet in the full-text index and cannot be found by their words.
 }
web-acts-none-filtered = No act fits all conditions
web-acts-none-filtered-why = Drop one of the conditions above, or all of them.
web-acts-none-all = No act yet
web-acts-none-why-all = An act is drafted, checked and signed; once issued it stands here for good.
web-acts-none-own = Your unit has issued no act
web-acts-none-why-own = Acts of your unit and its organs stand here once they are issued.
web-acts-none-superior = Nothing from above waits to be concretised
web-acts-none-why-superior = Acts of units above yours that others have concretised or that give tasks stand here until an act of yours concretises them.
web-acts-none-late = No act was recorded long after its signing
web-acts-none-why-late = Acts recorded more than thirty days after their signing stand here.
web-acts-none-withdrawn = No act was withdrawn
web-acts-none-why-withdrawn = An act is withdrawn by another act; both stay in the register.
web-acts-changed = Changed
web-acts-late = { $n ->
    [one] Recorded after a day
   *[other] Recorded after { $n } days
 }
web-acts-path = Where you are
web-acts-signed = signed on { $day }
web-acts-print = Print
web-acts-amend = Amend by a new act
web-acts-correct = Correct
web-acts-withdraw = Withdraw…
web-acts-sheet = Document { $act }
web-acts-articles-more = The first { $n } of { $all } effects. The PDF has them all.
web-acts-tasks = Tasks given
web-acts-tasks-count = { $n ->
    [one] One task
   *[other] { $n } tasks
 }
web-acts-task = Task
web-acts-task-unit = For
web-acts-task-level = all of this level beneath it: { $level }
web-acts-task-person = Responsible
web-acts-task-due = Due
web-acts-task-evidence = Evidence
web-acts-files = Attachments
web-acts-files-count = { $n ->
    [one] One file
   *[other] { $n } files
 }
web-acts-file-size = { $n ->
    [one] One byte
   *[other] { $n } bytes
 }
web-acts-about = About this act
web-acts-changed-amends = Amended by
web-acts-changed-corrects = Corrected by
web-acts-ended-withdraws = This act was withdrawn; its effects hold no longer.
web-acts-ended-replaces = This act was replaced by another.
web-acts-ended-repeals = This act was repealed.
web-acts-signer = Signed by
web-acts-code = Code
web-acts-effect-n = effect { $n }
web-acts-void = Holds no longer, by
web-acts-effects-more = The first { $n } of { $all } effects; the document beside has more, the PDF all.
web-acts-relations = Relations
web-acts-relations-count = { $n ->
    [one] One other act
   *[other] { $n } other acts
 }
web-acts-relations-none = It rests on no other act, and none rests on it yet.
web-acts-also-rests = It also rests on
web-acts-here-is = This act: { $relation }
web-acts-after = { $n ->
    [0] { $day }, the same day
    [one] { $day }, a day later
   *[other] { $day }, { $n } days later
 }
web-acts-more = { $n ->
    [one] One more act
   *[other] { $n } more acts
 }
web-acts-rules = Rules it was judged by
web-acts-rule-type = There is this type of act
web-acts-rule-authority = This kind of unit may issue it, and the signer may sign it
web-acts-rule-numbering = It bears the next number of its series
web-acts-rule-effects = An act of this type may have these effects
web-acts-version-current = Rule book in the present version
web-acts-version-earlier = Rule book in an earlier version
web-acts-proof = Chain of proof
web-acts-proof-broken = Does not fit
web-acts-proof-sound = Worked out anew: fits
web-acts-proof-linked = Links fit
web-acts-proof-before = Before:
web-acts-proof-first = The first act of its issuer
web-acts-proof-this = This act,
web-acts-proof-after = After:
web-acts-proof-last = No later act of its issuer yet
web-acts-proof-differs = differs
web-acts-proof-covers = content; effects: { $effects }, tasks: { $tasks }, files: { $files }
web-acts-proof-whole = The whole hash
web-acts-verify = Verify this act
acts-list = Register of acts
acts-column-symbol = Number
acts-column-title = Title
acts-column-type = Type
acts-column-issuer = Issued by
acts-column-issuer-code = Code of the issuer
acts-column-signed = Signed
acts-column-in-force = In force from
acts-column-recorded = Recorded
acts-column-days-late = Days late
acts-column-higher = Concretises
acts-column-state = State
acts-column-ended-by = Ended by
acts-column-confidentiality = Confidentiality
acts-column-code = Code
acts-state-in-force = In force
acts-state-not-yet = Not yet in force
acts-state-ended = Ended
acts-state-withdraws = Withdrawn
acts-state-replaces = Replaced
acts-state-repeals = Repealed
document-withdrawn-unnamed = Withdrawn
document-effect-of-unseen = an effect of another act
cli-act-found = { $n ->
    [one] One act found.
   *[other] { $n } acts found.
 }
cli-act-more = Only the last signed { $n } are shown; narrow the search.
cli-act-behind = { $n ->
    [one] One act is not yet in the full-text index; fasti rebuild takes it in.
   *[other] { $n } acts are not yet in the full-text index; fasti rebuild takes them in.
 }
