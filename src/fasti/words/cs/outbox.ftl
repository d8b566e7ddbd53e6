# Pošta k odeslání: zprávy o výkazech a co říkají její příkazy.
notice-kind-before-due = připomínka před termínem
notice-kind-after-grace = připomínka po termínu
notice-kind-sent-back = výkaz vrácen
notice-kind-accepted = výkaz přijat
notice-subject-before-due = Blíží se termín: { $form }, { $period }, { $unit }
notice-subject-after-grace = Po termínu: { $form }, { $period }, { $unit }
notice-subject-sent-back = Vráceno: { $form }, { $period }, { $unit }
notice-subject-accepted = Přijato: { $form }, { $period }, { $unit }
notice-body-before-due = Výkaz má termín { $day } a ještě nebyl podán: { $unit }, { $form }, { $period }.
notice-body-after-grace = Výkaz měl termín { $day } a nebyl podán: { $unit }, { $form }, { $period }.
notice-body-sent-back = Výkaz byl { $day } vrácen: { $unit }, { $form }, { $period }. Důvody stojí u ukazatelů.
notice-body-accepted = Výkaz byl { $day } přijat: { $unit }, { $form }, { $period }.
notice-article = Předpis: { $article }
notice-why = Zprávu dostáváte, protože připravujete nebo podepisujete akty této jednotky. Odeslal ji systém Fasti; neodpovídejte na ni.
outbox-reminded = { $n ->
    [one] K odeslání byla připravena { $n } připomínka; dříve vytvořené: { $m }.
    [few] K odeslání byly připraveny { $n } připomínky; dříve vytvořené: { $m }.
   *[other] K odeslání bylo připraveno { $n } připomínek; dříve vytvořené: { $m }.
}
outbox-unreachable = { $n ->
    [one] U { $n } výkazu nemá nikdo, kdo připravuje nebo podepisuje, e-mailovou adresu. Nastavte ji příkazem fasti account email.
   *[other] U { $n } výkazů nemá nikdo, kdo připravuje nebo podepisuje, e-mailovou adresu. Nastavte ji příkazem fasti account email.
}
outbox-sent = { $n ->
    [one] Odeslána { $n } zpráva; ještě čeká: { $m }.
    [few] Odeslány { $n } zprávy; ještě čeká: { $m }.
   *[other] Odesláno { $n } zpráv; ještě čeká: { $m }.
}
outbox-refused = { $n ->
    [one] { $n } zpráva byla odmítnuta a zkusí se znovu. Důvod ukáže fasti outbox list.
    [few] { $n } zprávy byly odmítnuty a zkusí se znovu. Důvod ukáže fasti outbox list.
   *[other] { $n } zpráv bylo odmítnuto a zkusí se znovu. Důvod ukáže fasti outbox list.
}
outbox-away = Poštovní server nebo složka nejsou dostupné. Nic se neztratilo; odešlete později znovu.
outbox-no-server = Není určen poštovní server. Nastavte FASTI_SMTP, například smtp+tls://user:password@mail.example.org, nebo uveďte --folder.
outbox-empty = K odeslání nic nečeká.
outbox-waiting-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, komu: { $value }; čeká
outbox-sent-one = { $number }: { $kind }, { $unit }, { $form }, { $period }, komu: { $value }; odesláno
outbox-failed-one = { $n ->
    [one] { $number }: { $kind }, { $unit }, { $form }, { $period }, komu: { $value }; { $n } pokus: { $detail }
    [few] { $number }: { $kind }, { $unit }, { $form }, { $period }, komu: { $value }; { $n } pokusy: { $detail }
   *[other] { $number }: { $kind }, { $unit }, { $form }, { $period }, komu: { $value }; { $n } pokusů: { $detail }
}
cli-account-email = { $kind ->
    [none] Zprávy pro { $value } už nemají adresu.
   *[set] Zprávy pro { $value } jdou na uvedenou adresu.
}
log-email-set = nastavena adresa pro zprávy
web-own-email = Zprávy e-mailem
web-own-email-why = Na tuto adresu chodí připomínky výkazů a zprávy, zda byly přijaty nebo vráceny. Nechte prázdné, pokud je nechcete.
web-own-email-address = E-mailová adresa
web-own-email-keep = Uložit adresu
web-own-said-email = Adresa je uložena.
