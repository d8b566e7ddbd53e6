# Calendars: ends of terms and deadlines, one line each.
calendar-title = Terms and deadlines: { $unit }
calendar-term = Term ends: { $post }, { $person }
calendar-report = Report due: { $form }, { $period }, { $unit }
calendar-task = Task due: { $text } ({ $unit })
calendar-sanction = Sanction runs out: { $sanction }, { $subject }
calendar-pool = Succession planning ends: { $post }, { $person }
calendar-act = Act { $act }
calendar-responsible = Responsible: { $person }
