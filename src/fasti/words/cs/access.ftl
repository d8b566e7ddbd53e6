# Rights, as the rule book grants them.
right-structure = vidět jednotky a funkce
right-acts = vidět akty
right-people = vidět osoby
right-personal = vidět osobní údaje
right-figures = vidět ukazatele v~plném rozsahu
right-shared_figures = vidět sdílené ukazatele
right-draft = navrhovat akty
right-check = kontrolovat návrhy
right-issue = vydávat akty
right-import = importovat
right-export = exportovat
right-log = vidět protokol přístupů
right-accounts = otevírat a uzavírat účty
