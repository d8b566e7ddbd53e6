# Returns as files: the form to be filled in without a connection, other systems’ formats.
return-form-title = { $unit }: { $form }, { $period }
return-form-sheet-guide = Guide
return-form-sheet-figures = Figures
return-form-sheet-texts = Texts
return-form-step-1 = Fill in the yellow cells of the sheets of figures and of texts. The rule book asks for them ({ $article }).
return-form-step-2 = Figures on grey ground come from the register and are locked. If one seems wrong, say so in a remark, and have the register put right by an act.
return-form-step-3 = Write whole numbers. Of a share, write the part and the whole into two cells. Values, not formulas.
return-form-step-4 = What is not known: choose “not known” and say why in the remark. An empty cell is missing, not zero.
return-form-step-5 = A figure that turns red breaks a rule that refuses. The rules stand beside each figure; where one asks for a remark, write it.
return-form-step-6 = Leave the small grey words in the first column as they are: by them your entries find their place.
return-form-step-7 = Send the file back on the page of the return, or with: fasti return fill … FILE.xlsx. All of it is taken, or nothing; handing in comes afterwards.
return-form-about-unit = Unit
return-form-about-form = Form
return-form-about-period = Period
return-form-about-rules = Version of the rule book
return-form-about-known-on = Register read on
return-form-about-version = Version handed in last
return-form-about-draft = Version of the sheet in work
return-form-about-stamp = Stamp over the figures of the register
return-form-column-figure = Figure
return-form-column-value = Value
return-form-column-whole = of (whole)
return-form-column-unknown = Not known?
return-form-column-before = Period before
return-form-column-remark = Remark
return-form-column-rule = What is counted; rules
return-form-column-section = Section
return-form-column-text = Text
return-form-not-known = not known
return-form-whole-number = A whole number from { $low } up.
return-form-between = A whole number from { $low } to { $high }.
return-form-proposal = Proposal { $n }
return-form-sent-back = Sent back: { $reason }
return-form-taken = The form of { $unit } was taken in ({ $form }, { $period }). It is not handed in yet.
return-form-lacks = Before it can be handed in:
return-form-notices = To be known:
return-form-refused = Nothing was taken in. What stands in the way:
return-files-taken = { $n ->
    [one] { $n } return was filled in from the file. It is not handed in yet.
   *[other] { $n } returns were filled in from the file. They are not handed in yet.
}
return-files-left-out = { $n ->
    [one] { $n } return is not in the file: it is not accepted, or its figures are not granted to you.
   *[other] { $n } returns are not in the file: they are not accepted, or their figures are not granted to you.
}
return-data-part = the part
return-data-whole = the whole
return-data-t = undivided
return-data-list-figures = Figures
return-data-list-units = Units
return-data-list-forms = Forms
return-data-list-shares = Sides of a share
web-return-form-title = Form of the return as a workbook
web-return-form-lead = Fill it in without a connection and send it back here. Nothing is handed in by it.
web-return-form-download = Download the form
web-return-form-file = The form, filled in
web-return-form-file-hint = A workbook (.xlsx) that was downloaded here, of { $n } MB at most.
web-return-form-send = Fill in from the file
web-return-form-send-marked = Fill in, and give me a copy with the findings
web-return-form-choose = Choose the file.
web-return-form-too-large = The file is too large: { $n } MB at most.
web-return-form-all-or-nothing = All of it is taken in, or nothing. What was filled in here before is replaced.
web-return-form-place = Place
web-return-form-finding = What is to be done
web-return-message-title = Returns from another system (ADX)
web-return-message-lead = An ADX message fills the sheets of the returns it speaks of. Nothing is handed in by it.
web-return-message-file = The message
web-return-message-file-hint = An XML file in ADX, of { $n } MB at most.
web-return-message-form = Form of groups that name none
web-return-message-as-said = as the message says
web-return-message-all-or-nothing = All of the message is taken in, or nothing. What the sheets hold beside it stays; figures of the register are compared, never taken.
