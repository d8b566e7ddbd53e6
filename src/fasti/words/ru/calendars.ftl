# Календари: окончание сроков и крайние сроки, по строке на каждое.
calendar-title = Сроки полномочий и исполнения: { $unit }
calendar-term = Окончание срока полномочий: { $post }, { $person }
calendar-report = Срок представления отчёта: { $form }, { $period }, { $unit }
calendar-task = Срок исполнения поручения: { $text } ({ $unit })
calendar-sanction = Окончание срока взыскания: { $sanction }, { $subject }
calendar-pool = Окончание срока в кадровом резерве: { $post }, { $person }
calendar-act = Акт: { $act }
calendar-responsible = Ответственное лицо: { $person }
