# What a check finds wrong, and what to do: one message per code of words/findings.py.
finding-of-act = { $act }: { $finding }
finding-no-article = article not stated
finding-with-article = { $finding } ({ $article })
finding-unknown-unit = There is no unit { $unit }. Correct the code, or found the unit first.
finding-unknown-person = There is no person { $person }. Correct the code, or enter the person first.
finding-unknown-post = There is no post { $post }. Correct the code, or establish the post first.
finding-unknown-act = There is no act { $value }. Correct its number and issuer.
finding-unknown-act-type = The rules know no type of act { $act_type }. Choose a type from the rules of that day.
finding-unknown-effect = There is no effect { $effect }. Choose one of the kinds of effect.
finding-unknown-office = The rules know no office { $value }. Choose an office from the rules of that day.
finding-unknown-kind = The rules know no kind of unit { $kind }. Choose a kind from the rules of that day.
finding-unknown-relation = The rules know no relation between acts { $value }. Choose a relation from the rules of that day.
finding-unknown-provider = The rules know no provider of training { $value }. Choose a provider from the rules.
finding-unknown-reason = The rules know no reason { $value }. Choose a reason from the rules.
finding-unknown-form = The rules know no report form { $value }. Choose a form from the rules of that day.
finding-unknown-level = The rules know no level { $value }. Choose a level from the rules.
finding-unknown-class = The rules know no class of confidentiality { $confidentiality } on that day ({ $article }). Choose a class from the rules.
finding-duplicate-code = The code { $value } is already taken. Choose another code.
finding-malformed-day = { $field }: { $value } is not a day. Write the day as year-month-day, such as 2024-06-30.
finding-malformed-json = File { $file } is not well-formed JSON at line { $line }. Correct that line.
finding-malformed-yaml = File { $file } is not well-formed YAML at line { $line }. Correct that line.
finding-missing-field = The field { $field } is missing. Fill it in.
finding-unexpected-field = The field { $field } is not known here. Remove it or correct its name.
finding-wrong-type = { $field }: { $value } is not a value of the right kind. Correct it.
finding-period-malformed = { $value } is not a reporting period. Write a year, half-year, quarter or month, such as 2024, 2024-H1, 2024-Q3 or 2024-05.
finding-stage-unknown = { $value } is not a stage of membership. Choose probationary or full.
finding-text-has-nul = The field { $field } contains a NUL character, which cannot be kept. Remove it.
finding-text-malformed = The field { $field } contains half of a character, which cannot be kept. Write the text anew.
finding-text-turns-direction = The field { $field } contains an unseen mark that turns the direction of writing, so that it would read otherwise than it is recorded. Remove it or type the text anew.
finding-text-too-long = The field { $field } is too long (characters: { $number }; limit: { $limit }). Shorten it.
finding-malformed-code = { $field }: { $value } cannot be a code. Begin with a letter or digit and use only letters, digits and . _ - + /, at most { $limit } characters.
finding-day-not-after = { $field }: { $until } does not come after { $day }. Correct one of the two days.
finding-unit-not-there = Unit { $unit } does not exist on { $day }. Choose a day on which it exists, or another unit.
finding-unit-without-day = Unit { $unit } would begin and end on { $day } and exist on no day. Choose a later day for its end, or remove both effects.
finding-unit-already-founded = Unit { $unit } has already been founded. Choose another code.
finding-unit-exists-later = Unit { $unit } is already founded with effect from { $day }. Choose another code, or withdraw the later founding first.
finding-unit-without-issuer = Unit { $unit } has no organ that may issue acts. Name the organ that issues this act.
finding-unit-without-members = Unit { $unit } of kind { $kind } has no members of its own ({ $article }). Admit the person to a unit that has members.
finding-kind-not-under-parent = Unit { $unit } of kind { $kind } may not stand directly under { $other_unit } ({ $article }). Choose another superior unit or another kind.
finding-tree-cycle = Unit { $unit } would stand under itself through { $other_unit }. Choose a superior unit that is not below it.
finding-unit-has-members = Unit { $unit } still has members on { $day } (number: { $count }). Name the unit they go to.
finding-unit-has-units = Units still stand under { $unit } on { $day } (number: { $count }). Merge, move or dissolve them first.
finding-same-unit = Unit { $unit } is named on both sides. Name two different units.
finding-successor-not-there = The receiving unit { $other_unit } does not exist on { $day }. Found it first, or name another unit.
finding-post-not-there = Post { $post } does not exist on { $day }. Establish it first, or choose another day.
finding-post-already-established = Post { $post } is already established. Choose another code.
finding-post-not-for-unit = Post { $post } may not be established in { $unit }, a unit of kind { $kind } ({ $article }). Choose an office that the rules give to this kind.
finding-post-over-seats = Post { $post } would have more holders than seats on { $day } (seats: { $limit }). Relieve a holder first, or raise the number of seats.
finding-post-occupied = Post { $post } is held by { $person } on { $day }. Relieve that person first.
finding-seats-below-holders = Post { $post } would have fewer seats than holders on { $day } (seats: { $number }, holders: { $count }). Relieve holders first.
finding-person-in-two-places = { $person } would be a member of { $unit } and of { $other_unit } on { $day }. End one of the two memberships first.
finding-not-a-member = { $person } is not a member on { $day }. Admit the person first, or choose another day.
finding-already-full-member = { $person } is already a full member on { $day }. Remove this confirmation.
finding-already-member = { $person } is already a member of { $unit } on { $day }. Remove this admission.
finding-personal-data-differ = The data given for { $person } ({ $field }) differ from those on record. Remove them to admit the same person again, or choose a new code for another person.
finding-still-holds-posts = { $person } still holds { $post } on { $day }. Relieve the person of every post first.
finding-probation-too-short = The probation of { $person } does not end before { $until } ({ $article }). Confirm on that day or later.
finding-already-holds-post = { $person } already holds { $post } on { $day }. Remove this effect, or use a reappointment.
finding-does-not-hold-post = { $person } does not hold { $post } on { $day }. Correct the person, the post or the day.
finding-same-post = { $person } would be moved from { $post } to the same post. Name two different posts.
finding-plan-too-many-persons = The pool of { $post } would hold more people than allowed (limit: { $limit }; { $article }). Remove an entry first.
finding-plan-too-many-posts = { $person } would be in the pools of more posts than allowed (limit: { $limit }; { $article }). Remove an entry first.
finding-plan-not-higher = Post { $post } is not higher than the posts { $person } already holds ({ $article }). Choose a higher post.
finding-not-granted = The right is missing to { $right }: no post you hold grants it over { $unit } ({ $article }). Ask somebody who holds it.
finding-not-cleared = Papers of { $unit } in the class { $confidentiality } are above what you are cleared for. Choose a lower class, or ask somebody who is cleared.
finding-four-eyes = Whoever drafted an act of type { $act_type } may not issue it ({ $article }). Let another person check and issue it.
finding-not-authorised = Unit { $unit } of kind { $kind } may not issue an act of type { $act_type } ({ $article }). Choose another type of act or another issuer.
finding-signer-not-in-office = { $person } does not hold the post { $post } on { $day }. Choose a signatory who is in office on that day.
finding-signer-may-not-sign = { $person }, holding { $post }, may not sign an act of type { $act_type } ({ $article }). Choose a signatory whom the rules allow.
finding-effect-not-allowed = An act of type { $act_type } may not have the effect { $effect } ({ $article }). Choose another type of act, or remove the effect.
finding-effect-before-unit = The effect { $effect } on { $day } comes before unit { $unit } exists. Choose a later day.
finding-effect-outside-unit = The effect { $effect } concerns { $other_unit }, which does not stand under the body of { $unit }. Let a superior organ issue the act.
finding-person-out-of-reach = { $person } is not within your reach, so this cannot be drafted by you. Ask the unit that keeps the record of this person, or a superior one.
finding-no-rule = The rules have no value for { $value } on { $day }. Add a dated value to the rules, or choose another day.
finding-signed-before-unit = The act is signed on { $day }, before its issuer { $unit } exists. Correct the day or the issuer.
finding-in-force-before-signed = The act would enter into force on { $day }, before it is signed on { $until }. Correct one of the two days.
finding-number-taken = Number { $number } of { $unit } is already borne by { $value }. Leave the number out: the next one is then allotted.
finding-recorded-out-of-order = The last record of { $unit } bears a later time ({ $day }) than this one. Set the clock right and try again.
finding-attachment-missing = The attached file { $file } is not there. Correct its name or attach it.
finding-attachment-unreadable = The attached file { $file } cannot be read. Attach a file that may be read, not a folder.
finding-attachment-too-large = The attached file { $file } is too large ({ $number }; limit: { $limit }). Attach a smaller file.
finding-attachment-by-path = { $file }: a draft made here cannot name files of the machine it runs on. Choose the file and add it to the draft.
finding-attachment-empty = { $file } is empty. Choose another file.
finding-attachment-of-other-kind = { $file } is not a kind of file an act may carry. Choose a document, table, picture, signature or archive such as PDF, DOCX, XLSX, PNG or ZIP.
finding-attachment-not-what-it-says = The content of { $file } is not what its name says. Save it anew in the program it comes from, or choose another file.
finding-task-without-unit = Task { $number } names no unit that is to carry it out. Name the unit or the level.
finding-training-without-topics = The training { $value } names no topic. Name at least one topic with its provider.
finding-award-without-work = The award names neither a work nor a person. Name what is awarded.
finding-nothing-to-do = Nothing would change. Correct the request, or leave it.
finding-relation-target-not-issued = Act { $value } is not issued yet, so no act can refer to it. Issue it first, or remove the reference.
finding-relation-to-itself = The act refers to itself. Name another act.
finding-concretises-lower = Act { $value } of { $unit } does not come from a higher organ and cannot be concretised ({ $article }). Choose another relation.
finding-already-withdrawn = Act { $value } was already withdrawn on { $day }. Remove this withdrawal.
finding-may-not-withdraw = Unit { $unit } may not withdraw act { $value } ({ $article }). Let its issuer or a superior organ withdraw it.
finding-withdraw-would-break = Without act { $act } this would no longer hold: { $value }. Withdraw or correct the later acts first.
finding-already-voided = The effect { $effect } was already voided by { $value }. Remove this voiding.
finding-void-by-relation = A draft cannot undo a single effect. Withdraw the whole act: name it under the relations with the kind withdraws.
finding-may-not-change = Unit { $unit } may not correct, amend or repeal act { $value } ({ $article }). Let its issuer or a superior organ do it.
finding-may-not-be-part = Unit { $unit } may not make this act part of act { $value } ({ $article }): whoever leads a plan must be able to withdraw all of it. Let a common superior organ lead the plan, or remove this relation.
finding-withdraw-corrected = Act { $value } was corrected or amended by act { $act }. Withdraw that act first, or both in one act.
finding-no-such-effect = Act { $value } has no effect number { $number }. Number its effects as `fasti act show` lists them.
finding-amends-the-past = Effect { $number } of act { $value } took hold before { $day } and cannot be amended any more. If it was wrong from the beginning, correct it; otherwise decide what shall hold from now on.

# Persons entered twice.
finding-same-entry = { $person } is named on both sides. Name the entry to give up and the entry to keep.
finding-entry-given-up = The entry { $person } was given up: it stands for { $other_person }. Name that entry instead.
finding-entries-in-a-circle = { $person } and { $other_person } would stand for each other. Withdraw the earlier merger of the two entries first.
finding-entries-do-not-fit = With the two entries as one person, { $value } does not fit any more. Take that effect back in the same act, by a relation of the kind “corrects” that names it, or let the act end one of the two memberships or tenures.
finding-malformed-document-number = The number of the document is not one: 4 to 64 letters and digits, at least one of them a digit, written as text. Correct it, or leave it out.
finding-document-key-missing = The key { $file } is not in the data folder, so numbers of documents cannot be compared. Put the key back from where it was kept safe, or leave the number out.
# The pool, and posts exchanged.
finding-already-planned = { $person } is already in the succession pool of { $post } on { $day }. Remove this entry, or end the earlier one first.
finding-not-planned = { $person } is not in the succession pool of { $post } on { $day }. Correct the person, the post or the day.
finding-swap-with-oneself = { $person } is named on both sides of the exchange. Name two different people.
# Moves of units and of members.
finding-organ-moves-with-unit = { $unit } is an organ of kind { $kind } and stays with the unit it serves ({ $article }). Move that unit, or found a new organ.
finding-shares-above-whole = { $unit } would give away more than the whole of itself on { $day } (per cent: { $number }). Lower the shares to 100 in all.
finding-not-member-of = { $person } is not a member of { $unit } on { $day }. Name the unit the person belongs to on that day.
finding-was-a-member = { $person } was a member before, until { $day }. Use a readmission (READMIT).
finding-never-a-member = { $person } was not a member before { $day }. Use an admission (ADMIT).
finding-readmit-too-early = { $person } may not be readmitted before { $until } ({ $article }). Choose that day or a later one.
# Ratings and sanctions.
finding-unknown-grade = The rules know no grade { $value } ({ $article }). Choose a grade from the rules of that day.
finding-unknown-ground = The rules know no ground of sanction { $value } ({ $article }). Choose a ground from the rules of that day.
finding-unknown-sanction = The rules know no form of sanction { $value }. Choose a form from the rules of that day.
finding-sanction-not-for = The sanction { $value } is not for such a subject ({ $article }). Choose a form that the rules allow for a unit, a probationary or a full member.
finding-sanction-without-end = The sanction { $value } takes effect only together with the end of the membership, the post or the unit it takes away ({ $article }). Add that end to the same act, on the same day.
finding-sanction-not-there = No sanction { $value } is open on { $day }. Correct the form or the day.
# An import that finds more than it shows
finding-findings-left-out = More was found than is shown here (findings left out: { $count }). Correct what is shown and check again.
# Importing sheets.
finding-file-not-tables = { $file } is neither a workbook (.xlsx) nor a table (.csv), nor a folder of tables. Save it in one of these formats.
finding-workbook-unreadable = { $file } cannot be read as a workbook: it is damaged, protected by a password or of another format. Open it in a spreadsheet program and save it anew as .xlsx.
finding-workbook-too-large = { $file } would unpack to an unreasonable size. Save the sheets as CSV files and import these.
finding-encoding-undecided = The encoding of { $file } cannot be told: { $value } are possible. Name it with --encoding, or save the file as UTF-8.
finding-encoding-wrong = { $file } is not written in { $value } from this row on. Name another encoding with --encoding, or save the file as UTF-8.
finding-csv-malformed = In { $file } a quotation mark is not closed or stands within a cell. Double the marks within a cell and put the cell between marks.
finding-folder-not-empty = { $file } is already there and not an empty folder. Name another folder.
finding-sheet-unknown = The sheet { $sheet } is none of those that are imported. Rename it as in the template, or remove it.
finding-sheet-missing = The sheet { $sheet } is missing. Add it: every row belongs to an act.
finding-sheet-without-headings = The sheet { $sheet } has no headings that are known. Copy the first row from the template.
finding-sheet-hidden = The sheet { $sheet } is hidden and yet has rows. Show it or remove it.
finding-nothing-to-import = { $file } holds no acts. Fill in the sheet of acts.
finding-heading-unknown = No column is called { $value }. Correct the heading as in the template, or remove the column.
finding-heading-twice = The column { $value } is there twice. Remove one of the two.
finding-heading-missing = The column { $field } is missing. Add it as in the template.
finding-cell-without-heading = { $value } stands in a column without a heading. Give the column its heading, or empty the cell.
finding-cell-formula = The cell holds a formula: { $value }. Put the value itself in its place.
finding-cell-error = The cell holds an error: { $value }. Put the right value in its place.
finding-cells-merged = The cells { $value } are merged, so only the first has a value. Unmerge them and fill in each.
finding-row-hidden = The row is hidden and yet filled in. Show it or remove it.
finding-day-unreadable = { $value } is not a day. Write it as 2024-06-30.
finding-day-impossible = { $value } is a day that the calendar does not have, or its year is not whole. Write the day first and the year with four digits, such as 30/06/2024.
finding-day-ambiguous = { $value } may mean { $first } or { $second }. Write the one that is meant in this way.
finding-day-with-time = { $value } is a day with a time of the clock. Leave the day alone.
finding-cell-day-for-text = { $field }: the spreadsheet has made a day of it ({ $value }). Format the cell as text and write it again.
finding-cell-number-for-code = { $field }: { $value } stands here as a number, so leading zeros may be lost. Format the cell as text and write the code again.
finding-cell-not-whole = { $field }: { $value } is not a whole number. Write it with digits alone.
finding-choice-unknown = { $field }: { $value } is not on the list. Choose one of: { $choices }.
finding-choice-unclear = { $value } is the name of several values. Write the code: { $choices }.
finding-field-not-of-kind = The effect { $effect } has no { $field }. Empty the cell, or choose another kind of effect.
finding-act-key-twice = The key { $value } already belongs to another act. Give each act a key of its own.
finding-act-key-unknown = No act has the key { $value }. Correct the key, or add the act to the sheet of acts.
finding-order-twice = The place { $number } is taken twice within the act. Give each row a place of its own, or leave them empty.
finding-list-malformed = { $field }: { $value } is not a list as it should be. Write it as the note at the heading says.
finding-signed-in-future = The act is signed on { $day }, a day still to come. State the day on which it was signed; let it come into force later by in_force_on.
finding-attachment-elsewhere = The file { $file } lies outside the folder of the import. Put it into that folder and name it from there.
finding-unknown-account = There is no account { $value }. Correct the name; fasti account list shows all.
finding-account-closed = The account { $value } is closed. Open it again first.
finding-account-name-malformed = { $value } cannot be the name of an account. Use 2 to 64 small letters, digits and . _ - and begin with a letter or digit.
finding-account-name-taken = The name { $value } is taken. Choose another name.
finding-account-of-person = { $person } already has the account { $value }. Use that one; if it is closed, open it again under this name.
finding-account-above = The account { $value } is cleared for more than yours and is in use. Let the operator set its password at the machine.
finding-return-accepted = The return of { $unit } ({ $return_form }, { $period }) was accepted on { $day } and is locked ({ $article }). { $by ->
        [top] Ask the top unit to open it again.
       *[recipient] Ask its recipient, or one above, to open it again.
    }
finding-return-closed = The return of { $unit } ({ $return_form }, { $period }) could be handed in until { $day }; since then it is closed ({ $article }). { $by ->
        [top] Ask the top unit to open it again.
       *[recipient] Ask its recipient, or one above, to open it again.
    }
finding-return-not-submitted = No return of { $unit } ({ $return_form }, { $period }) waits for an answer. Wait until it is handed in.
finding-return-other-version = The return of { $unit } ({ $return_form }, { $period }) stands at version { $version }, not { $number }. Look at that version and answer it.
finding-return-not-locked = The return of { $unit } ({ $return_form }, { $period }) is not locked. Answer it, or wait until it is handed in.
finding-return-not-owed = { $unit } owes no return on this form for this period ({ $return_form }, { $period }). Choose the form that its level owes.
finding-return-form-not-handed-in = Reports on the form { $return_form } of { $day } are not handed in as returns ({ $article }). Issue a report instead.
finding-return-wrong-period = The form { $return_form } is not for a period such as { $period } ({ $article }). Choose a period of its kind.
finding-return-to-other = { $unit } hands its return in to { $other_unit } ({ $article }). Address it there.
finding-return-other-day = A return of { $unit } ({ $return_form }, { $period }) is handed in or answered on the day the act is signed, { $day }. Leave the day of the effect out.
finding-return-other-form = The act must name the form and the period of the return of { $unit }: { $return_form }, { $period }. Write them into the act.
finding-return-of-other-unit = The return of { $unit } ({ $return_form }, { $period }) cannot be handed in by { $other_unit }. Let { $unit }, or whoever took over from it, hand it in.
finding-return-signed-by-other = The return of { $unit } ({ $return_form }, { $period }) must be signed by the holder of an office that the form names ({ $article }). Let such a holder sign.
finding-return-answered-by-other = The return of { $unit } ({ $return_form }, { $period }) is answered by { $other_unit } or a unit above ({ $article }). Let that unit issue the act.
finding-return-figure-unknown = “{ $figure }” has no place in the form { $return_form }. Remove it.
finding-return-figure-missing = “{ $figure }” is missing. Give the figure; if it is not known, write none and say why in a remark.
finding-return-figure-malformed = “{ $figure }”: { $value } is no such figure. Write a whole number; for a share, the part and the whole, such as 12/14.
finding-return-sum-differs = “{ $figure }” is { $value }, but the figures it is made of give { $sum }. { $strict ->
        [yes] Correct it.
       *[no] Correct it, or explain it in a remark.
    }
finding-return-figure-above = “{ $figure }” is { $value } and cannot be more than { $limit }. { $strict ->
        [yes] Correct it.
       *[no] Correct it, or explain it in a remark.
    }
finding-return-figure-outside = “{ $figure }” is { $value }; the form takes { $low } to { $high }. { $strict ->
        [yes] Correct it.
       *[no] Correct it, or explain it in a remark.
    }
finding-return-not-carried = “{ $figure }” is { $value }, but the period before ended with { $before }. { $strict ->
        [yes] Correct it.
       *[no] Correct it, or explain it in a remark.
    }
finding-return-far-from-previous = “{ $figure }” is { $value }; in the period before it was { $before }. { $strict ->
        [yes] Correct it.
       *[no] Correct it, or explain it in a remark.
    }
finding-return-figure-unusual = “{ $figure }” is { $value }; the unit usually gives about { $before }. { $strict ->
        [yes] Correct it.
       *[no] Correct it, or explain it in a remark.
    }
finding-return-narrative-missing = The section “{ $figure }” is empty. Write it.
finding-claims-format-unknown = { $file } is not read: reports are taken as text (.txt), Word (.docx) or PDF with text. Save it as one of these.
finding-claims-empty = { $file } holds no text; nothing was read. Send the file with its text.
finding-claims-broken = { $file } is not written in { $value }; nothing was read. Name another encoding, or save the file as UTF-8.
finding-claims-cut = { $file } is too long: { $limit } of { $number } pages or letters were read, the rest was not. Split the report.
finding-claims-unreadable = { $file } is damaged and was not read to the end ({ $detail }). Save it anew.
finding-claims-locked = { $file } is locked with a password; nothing was read. Save it without one.
finding-claims-tables = Tables in { $file }: { $number }. They were read row by row, each number with its row and column; check them.
finding-claims-pictures = { $file } holds pictures and no text; nothing was read. Send the text of the report.
finding-claims-pages-without-text = Pages of { $file } without text, perhaps scanned: { $pages } ({ $number } in all). They were not read. Send their text.
finding-claims-language-unknown = The language of { $file } cannot be told, or is none of the four that are read; nothing was read. Name it if it is Vietnamese, Russian, Czech or English.
finding-claims-passages-unread = Passages of { $file } that were not read because their language or letters cannot be told: { $number }. Check them by hand.
finding-claims-languages-mixed = { $file } is written in several languages ({ $value }). Each passage was read in its own; check the borders.
finding-claims-pack-silent = The rule book { $value } does not say what reports count. Add claimed.yaml and claims/ to it, or name another.
finding-claims-total = In “{ $value }” the text states { $number }, but the parts add up to { $total }. Check the figures, the difference is { $difference }.
