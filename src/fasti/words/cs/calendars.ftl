# Kalendáře: konce období a lhůty, každá na jednom řádku.
calendar-title = Funkční období a lhůty: { $unit }
calendar-term = Konec funkčního období: { $post }, { $person }
calendar-report = Lhůta pro zprávu: { $form }, { $period }, { $unit }
calendar-task = Lhůta úkolu: { $text } ({ $unit })
calendar-sanction = Konec trvání sankce: { $sanction }, { $subject }
calendar-pool = Konec zařazení do kádrové rezervy: { $post }, { $person }
calendar-act = Akt: { $act }
calendar-responsible = Odpovídá: { $person }
