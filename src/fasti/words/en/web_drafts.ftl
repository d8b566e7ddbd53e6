# Drafting, checking, issuing and withdrawing acts.
web-drafts-title = Drafts
web-drafts-lead = What is being written, what waits to be checked, and what waits to be signed.
web-drafts-path = Path
web-drafts-views = Which drafts
web-drafts-view-all = All I may see
web-drafts-view-mine = Mine
web-drafts-view-check = To check
web-drafts-view-sign = To sign
web-drafts-begin = Begin a draft
web-drafts-changed = Last change
web-drafts-state = State
web-drafts-state-open = being written
web-drafts-state-checked = checked
web-drafts-shown = { $n ->
    [one] { $n } draft
    *[other] { $n } drafts
}
web-drafts-to-first = To the newest
web-drafts-none-all = No drafts
web-drafts-none-why-all = Drafts of the units you write, check or sign for stand here until they are issued or given up.
web-drafts-none-mine = No drafts of yours
web-drafts-none-why-mine = What you begin or change stands here until it is issued or given up.
web-drafts-none-check = Nothing to check
web-drafts-none-why-check = Drafts that others have written for units within your reach stand here until somebody has found them ready.
web-drafts-none-sign = Nothing to sign
web-drafts-none-why-sign = Drafts that were found ready stand here until you issue them.
web-drafts-new = New draft
web-drafts-new-lead = Who issues what, and when. Which effects it may have follows from that.
web-drafts-begin-draft = Begin the draft
web-drafts-back-to-list = Back to the drafts
web-drafts-not-begun = The draft was not begun:
web-drafts-h = Draft: { $kind }
web-drafts-h-untyped = Draft
web-drafts-form = Draft
web-drafts-rail = Findings and issuing
web-drafts-document = Document
web-drafts-saved = Saved { $day }, { $time } UTC
web-drafts-optional = (may be left empty)
web-drafts-choose = Choose
web-drafts-more = Day in force, language, number given on paper
web-drafts-meant = Who or what is meant?
web-drafts-language = English
web-drafts-effects = Effects
web-drafts-effects-lead = What the act changes in the register
web-drafts-no-effects = No effect yet. An act without effects is a document alone.
web-drafts-rows-of = { $first } to { $last } of { $n }
web-drafts-rows-kept = Going to another page saves the draft. All of it is checked and issued, whatever page is shown.
web-drafts-row-number = Number
web-drafts-go = Go there
web-drafts-next-finding = { $n ->
    [one] { $n } finding on another page
    *[other] { $n } findings on other pages
}
web-drafts-more-findings = { $n ->
    [one] and { $n } more finding, shown once these are settled
    *[other] and { $n } more findings, shown once these are settled
}
web-drafts-same-rows = { $n ->
    [one] { $n } other row is the same in both texts.
    *[other] { $n } other rows are the same in both texts.
}
web-drafts-effect-n = Effect { $n }
web-drafts-up = Up
web-drafts-down = Down
web-drafts-remove = Remove
web-drafts-up-n = Move effect { $n } up
web-drafts-down-n = Move effect { $n } down
web-drafts-remove-n = Remove effect { $n }
web-drafts-new-kind = Kind of effect
web-drafts-add-effect = Add effect
web-drafts-sealed = The number of the document is kept as a keyed hash. Type it anew to change it.
web-drafts-relations = Relations to other acts
web-drafts-relations-lead = What it carries out, amends, corrects or withdraws
web-drafts-no-relations = It stands in no relation to another act.
web-drafts-relation-n = Relation { $n }
web-drafts-new-relation = Relation
web-drafts-add-relation = Add relation
web-drafts-remove-relation-n = Remove relation { $n }
web-drafts-tasks = Tasks
web-drafts-tasks-lead = Work it gives, with a day and somebody responsible
web-drafts-task-n = Task { $n }
web-drafts-add-task = Add task
web-drafts-remove-task-n = Remove task { $n }
web-drafts-files = Files
web-drafts-files-lead = Part of the act once it is issued
web-drafts-add-files = Add files
web-drafts-add-files-hint = PDF, Word, Excel, OpenDocument, pictures, signatures, archives; up to 64 MB each. They are taken in when you save.
web-drafts-remove-file = Remove file { $file }
web-drafts-save = Save draft
web-drafts-drop = Give up draft
web-drafts-not-saved = { $n ->
    [one] Not saved: one thing has to be put right. All you typed is below.
    *[other] Not saved: { $n } things have to be put right. All you typed is below.
}
web-drafts-came-back = Your session had ended. Here is the form as you had typed it; it is not saved yet. Files have to be chosen again.
web-drafts-also-open = { $person } has this draft open too. If both of you save, the two texts are compared part by part; nobody loses a word.
web-drafts-named-field = “{ $label }”
web-drafts-findings = Findings
web-drafts-num-findings = { $n ->
    [one] { $n } thing stands in the way
    *[other] { $n } things stand in the way
}
web-drafts-ready = Nothing stands in the way
web-drafts-ok-authority = The issuer may issue this type of act.
web-drafts-ok-number = The next number of the series:
web-drafts-ok-effects = { $n ->
    [one] { $n } effect was tried on the register; nothing contradicts it.
    *[other] { $n } effects were tried on the register; nothing contradicts them.
}
web-drafts-step-write = Write
web-drafts-step-settle = Settle findings
web-drafts-step-check = Another person checks
web-drafts-step-issue = Sign and issue
web-drafts-gate = Issuing
web-drafts-drafter = Drafted by
web-drafts-checker = Checked by
web-drafts-issuer = Issued by
web-drafts-changed-by = last changed by { $person }
web-drafts-not-checked = not checked yet
web-drafts-not-issued = not signed yet
web-drafts-not-yet = Cannot be issued yet, because:
web-drafts-issue = Issue act
web-drafts-to-issue = Go on to issuing
web-drafts-check = Confirm as checked
web-drafts-waits-for-check = It waits for another person to check it: they find it under Drafts, “To check”.
web-drafts-not-checked-why = Not confirmed, because:
web-drafts-preview = What would change
web-drafts-preview-lead = If it were issued as it stands
web-drafts-preview-since = From { $day }, if it were issued as it stands
web-drafts-preview-show = Show what would change
web-drafts-preview-not-yet = Shown as soon as nothing stands in the way.
web-drafts-changes = Register
web-drafts-figures = Figures of closed periods
web-drafts-what = What
web-drafts-before = Before
web-drafts-after = After
web-drafts-figure = Figure
web-drafts-difference = Difference
web-drafts-no-changes = Nothing in the register changes.
web-drafts-no-figures = No figure of a closed period changes.
web-drafts-more-rows = { $n ->
    [one] and { $n } more row
    *[other] and { $n } more rows
}
web-drafts-more-figures = { $n ->
    [one] and { $n } more figure
    *[other] and { $n } more figures
}
web-drafts-from = from { $day }
web-drafts-from-until = { $day } to { $last }
web-drafts-issue-h = Issue { $symbol }?
web-drafts-issue-symbol = Issue { $symbol }
web-drafts-will = What will happen
web-drafts-final = An issued act is never edited or deleted. It can be amended, corrected or withdrawn by another act.
web-drafts-back = Back to the draft
web-drafts-was-changed = The draft was changed meanwhile. Below it is shown as it stands now; nothing was done.
web-drafts-not-issued-why = Not issued, and nothing was recorded, because:
web-drafts-num-effects = Effects
web-drafts-num-persons = People concerned
web-drafts-num-posts = Posts concerned
web-drafts-num-units = Units concerned
web-drafts-num-tasks = Tasks given
web-drafts-num-figures = Closed figures changed
web-drafts-drop-h = Give up this draft?
web-drafts-drop-lead = Its text, { $effects ->
    [one] { $effects } effect
    *[other] { $effects } effects
} and { $files ->
    [one] { $files } file
    *[other] { $files } files
} are removed and cannot be brought back. The record does not change.
web-drafts-withdraw = Withdraw
web-drafts-withdraw-h = Withdraw { $act }
web-drafts-withdraw-lead = An act is withdrawn by another act. Look at what would be undone, then begin the draft. Nothing changes before it is issued.
web-drafts-undone = What would be undone
web-drafts-num-undone = { $n ->
    [0] no effect
    [one] { $n } effect no longer holds
    *[other] { $n } effects no longer hold
}
web-drafts-withdrawing = The withdrawing act
web-drafts-withdraw-begin = Begin the withdrawing draft
web-drafts-back-to-act = Back to the act
web-drafts-title-withdraws = On the withdrawal of { $act }
web-drafts-stale = Two texts
web-drafts-stale-h = Somebody else changed this draft
web-drafts-stale-lead = { $person } saved this draft while you were writing. Choose for each part which text stays. Nothing you typed is lost.
web-drafts-stale-lead-nobody = This draft was saved elsewhere while you were writing. Choose for each part which text stays. Nothing you typed is lost.
web-drafts-mine = My text
web-drafts-theirs = Text of { $person }
web-drafts-theirs-nobody = The other text
web-drafts-nothing = Nothing
web-drafts-same = Both texts are the same.
web-drafts-save-chosen = Save what I chose
web-drafts-keep-theirs = Keep the other text whole
web-drafts-sex-f = female
web-drafts-sex-m = male
# Fields
web-drafts-field-issuer = Issued by
web-drafts-field-type = Type of act
web-drafts-field-signed_on = Day of signing
web-drafts-field-in_force_on = Day in force
web-drafts-field-title = Title
web-drafts-field-text = Text
web-drafts-field-signed_by = Signed by
web-drafts-field-signer = Signed by
web-drafts-field-signer_post = Post of the signer
web-drafts-field-confidentiality = Confidentiality
web-drafts-field-language = Language of the document
web-drafts-field-number = Number given on paper
web-drafts-field-capacity = Capacity
web-drafts-field-relations = Relations
web-drafts-field-effects = Effects
web-drafts-field-tasks = Tasks
web-drafts-field-attachments = Files
web-drafts-field-relation = Relation
web-drafts-field-act = Act
web-drafts-field-places = Which of its effects
web-drafts-field-kind = Effect
web-drafts-field-person = Person
web-drafts-field-other_person = Other person
web-drafts-field-post = Post
web-drafts-field-other_post = Post left
web-drafts-field-SWAP-other_post = Post of the other
web-drafts-field-unit = Unit
web-drafts-field-other_unit = Receiving unit
web-drafts-field-parent = Superior unit
web-drafts-field-FOUND-unit = Code of the new unit
web-drafts-field-ADMIT-person = Code of the new person
web-drafts-field-ESTABLISH_POST-post = Code of the new post
web-drafts-field-TRANSFER_MEMBER-unit = To unit
web-drafts-field-TRANSFER_MEMBER-other_unit = From unit
web-drafts-field-SAME_PERSON-person = Entry given up
web-drafts-field-SAME_PERSON-other_person = Entry kept
web-drafts-field-on = From day
web-drafts-field-ends_planned_on = Planned end
web-drafts-field-until = Planned until
web-drafts-field-since = Imposed on
web-drafts-field-born_on = Born on
web-drafts-field-sex = Sex
web-drafts-field-family_name = Family name
web-drafts-field-given_name = Given name
web-drafts-field-document_number = Number of identity document
web-drafts-field-document_hash = Hash of the document number
web-drafts-field-stage = Stage
web-drafts-field-reason = Reason
web-drafts-field-grade = Grade
web-drafts-field-ground = Ground
web-drafts-field-form = Report form
web-drafts-field-SANCTION-form = Form of sanction
web-drafts-field-LIFT-form = Form of sanction
web-drafts-field-period = Period
web-drafts-field-unit_kind = Kind of unit
web-drafts-field-office = Office
web-drafts-field-seats = Seats
web-drafts-field-share = Share in per cent
web-drafts-field-name = Name
web-drafts-field-abbreviation = Abbreviation in numbers of acts
web-drafts-field-term = Term
web-drafts-field-election = Election
web-drafts-field-course = Course
web-drafts-field-topics = Topics, one in a line
web-drafts-field-edition = Edition
web-drafts-field-category = Category
web-drafts-field-prize = Prize
web-drafts-field-work = Work
web-drafts-field-authors = Authors, one in a line
web-drafts-field-task-text = Task
web-drafts-field-task-unit = Given to unit
web-drafts-field-task-level = To all units of a level beneath
web-drafts-field-task-responsible = Responsible person
web-drafts-field-task-due_on = Due on
web-drafts-field-task-group = Group of tasks
web-drafts-field-task-evidence = What shows it is done
web-drafts-field-due_on = Due on
web-drafts-field-responsible = Responsible person
web-drafts-field-evidence = What shows it is done
web-drafts-field-group = Group of tasks
web-drafts-field-level = Level
# Hints
web-drafts-hint-issuer = Name or code; marks may be left out.
web-drafts-hint-signed_on = Day first, such as 14/07/2025.
web-drafts-hint-text = People are named by reference, [person:CODE], so that a name can be corrected later.
web-drafts-hint-in_force_on = Empty: the day of signing.
web-drafts-hint-number = Only for an act numbered on paper before the register began.
web-drafts-hint-period = Such as 2024, 2024-H1, 2024-Q3, 2024-05.
web-drafts-hint-act = Number, words of the title, or code.
web-drafts-hint-places = Numbers of the effects, such as 1, 3.
web-drafts-hint-on = Empty: the day the act comes into force.
web-drafts-hint-term = Such as 2025-2030.
web-drafts-hint-ADMIT-person = A code that means nothing; it stays for life.
# Forms that are too large, or too old
web-drafts-open-again = Open the form again, as typed
web-refusal-too-large = Too much at once
web-refusal-too-large-why = The form, or its files together, are larger than is taken in at once, and nothing was saved. Go back: what you typed is still there. Make the text shorter, or send fewer files.
web-drafts-field-return_form = Form of the return
web-drafts-field-known_on = Register as known on
web-drafts-field-computed = Figures from the register
web-drafts-field-declared = Figures declared
web-drafts-field-remarks = Remarks on figures
web-drafts-field-narrative = Text of the return
web-drafts-field-proposals = Proposals
web-drafts-field-version = Version of the return
web-drafts-field-reasons = Reasons for sending back
web-drafts-field-explanation = Explanation
web-drafts-field-answer = Answer
web-drafts-field-position = Place of the proposal
web-drafts-field-included = Units in the totals
web-drafts-field-missing = Units not in the totals
web-drafts-field-consolidated = Totals of those beneath
web-drafts-field-lacking = Not given by
web-drafts-field-differences = Differences from the register
