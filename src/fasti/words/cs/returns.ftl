# Výkazy: jejich stavy a co se o nich říká.
return-state-submitted = podán
return-state-sent_back = vrácen
return-state-accepted = přijat
return-state-reopened = znovu otevřen
return-title-submit-return = { $form }, { $period }
return-title-accept-return = Přijetí výkazu: { $form }, { $period }
return-title-send-back-return = Vrácení výkazu: { $form }, { $period }
return-title-reopen-return = Znovuotevření výkazu: { $form }, { $period }
