# What the doors tell about acts, units and persons.
cli-usage-unknown-body = There is no body here yet. Run fasti demo, or fasti init --charter PACK.
cli-begun = The record of a body is begun by the pack { $pack }. Its first act founds it.
cli-database-told = Only this command was told of the database by --database. Set FASTI_DATABASE to the same address for every other command.
cli-already-begun = This database already holds the record of a body ({ $pack }).
cli-cannot-read = { $file } cannot be read: { $detail }. Correct it and try again.
cli-no-text = { $file } is not a text. Write the draft in JSON or YAML, encoded as UTF-8.
cli-no-folder = The folder { $folder } does not exist. Create it first, or name another file.
cli-no-such-draft = There is no open draft { $draft }.
cli-malformed-argument = { $value } is not a day (YYYY-MM-DD) or a period (2024, 2024-H1, 2024-Q2, 2024-05).
cli-database-failed = The database could not do this: { $detail }. Nothing was recorded. Try again when it is free.
cli-made-by-older = The body { $unit } in { $where } was made by an older version of Fasti and has not been brought to this one. Nothing was recorded. Keep a backup made with the older version, stop what serves the body, then run: fasti upgrade
cli-made-by-newer = The body { $unit } in { $where } was made by a newer version of Fasti than this one. Nothing was recorded. Bring this installation up to date, or go on with the version that made it.
cli-upgraded = { $n ->
    [0] The body { $unit } has the shape this version works with.
    [one] The body { $unit } is of this version now: one change was made to its tables.
   *[other] The body { $unit } is of this version now: { $n } changes were made to its tables.
}
cli-upgrade-missing = { $n ->
    [0] The body { $unit } has the shape this version works with.
    [one] The body { $unit } was made by an older version: one change is missing. Keep a backup, then run: fasti upgrade
   *[other] The body { $unit } was made by an older version: { $n } changes are missing. Keep a backup, then run: fasti upgrade
}
cli-not-text = { $value } is not text in UTF-8. Correct it and try again.
cli-relations = Relations:
cli-tasks = Tasks:
cli-effects = Effects:
cli-attachment = { $file }, { $n } B, SHA-256 { $hash }
cli-chain = Place { $n } in the chain, hash { $hash }
cli-members = Members of its own: { $n }
cli-from = from { $day }
cli-from-until = { $day } to { $until }
cli-change-gone = no longer: { $what }
cli-change-new = new: { $what }
cli-voided = no longer holds, by { $act }
cli-line-alias = entry of the same person
cli-line-unit = unit
cli-line-lineage = succession
cli-line-membership = membership
cli-line-establishment = seats
cli-line-tenure = tenure
cli-line-pool = succession planning
cli-line-topic = topic completed
cli-line-rating = rating
cli-line-unit_rating = rating of the unit
cli-line-sanction = sanction
cli-line-unit_sanction = sanction on the unit
cli-line-return = return
cli-line-vacancy = vacancy
cli-left-out = left out: { $what }, withdrawn by { $act } on { $day }
# Plans: several acts issued together.
cli-plan = Plan: { $title }
cli-plan-clean = { $n ->
    [one] { $n } act
   *[other] { $n } acts
 } of the plan can be issued together.
cli-plan-issued = Issued together:
cli-plan-leading = Withdrawing { $act } undoes the whole plan.

# Persons entered twice.
cli-stands-for = { $person } was given up and stands for { $other_person }.
cli-duplicates-none = No two entries look like the same person.
cli-duplicates-more = More: --after { $value }
cli-duplicate-pair = { $person } → { $other_person }: { $grounds } ({ $n } of 100)
cli-ground-document = same document
cli-ground-name = same name
cli-ground-birth = same birth day
cli-ground-other-document = but different documents
cli-compare-oneself = { $person } is named twice. Name two different entries.
cli-compare-code = Code
cli-compare-name = Name
cli-compare-sex = Sex
cli-compare-born = Born
cli-compare-document = Document
cli-compare-document-same = same number
cli-compare-document-different = another number
cli-compare-document-there = recorded
cli-compare-acts = Acts
cli-compare-spans = Register
cli-merged = Merged: { $person } now stands for { $other_person }, by { $act }.
