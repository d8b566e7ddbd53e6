# Výkazy: jejich stavy a co se o nich říká.
return-state-submitted = podán
return-state-sent_back = vrácen
return-state-accepted = přijat
return-state-reopened = znovu otevřen
