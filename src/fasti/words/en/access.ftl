# Rights, as the rule book grants them.
right-structure = see units and posts
right-acts = see acts
right-people = see people
right-personal = see personal fields
right-figures = see figures in full
right-shared_figures = see shared figures
right-draft = draft acts
right-check = check drafts
right-issue = issue acts
right-import = import
right-export = export
right-log = see the access log
right-accounts = open and close accounts
