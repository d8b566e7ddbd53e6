# Слова отчёта и официальных документов помимо report.ftl и documents.ftl.
report-skip = К отчёту
report-data-table = Таблица данных
report-side-note = В установленном порядке, без ранжирования.
report-before = годом ранее: { $value }
report-now = { $figure }: по данным, известным сейчас, { $value }.
report-recorded = зарегистрировано { $day }
report-article = Основание: { $article }
report-stands-on = { $indicator }: вычислено с помощью { $engine }; основа: { $acts }.
report-not-additive = Вычислено по всем организациям вместе; сумма показателей организаций может отличаться.
report-left-out = Не учтено: { $what } ({ $reason })
report-left-out-more = не учтено ещё: { $n } ({ $reason })
report-reason-withdrawn = отозвано актом { $act }, { $day }
report-sheet-late = Внесённые позднее
report-sheet-annex = Приложение
report-known-everything = по всем зарегистрированным данным
report-days-early = на { $n ->
    [one] { $n }~день
    [few] { $n }~дня
    *[other] { $n }~дней
} раньше срока
report-late-lead = { $n ->
    [0] После { $day } не зарегистрировано, не исправлено и не отозвано ни одного акта, относящегося к отчётному периоду.
    [one] После { $day } зарегистрирован, исправлен или отозван { $n }~акт, относящийся к отчётному периоду.
    [few] После { $day } зарегистрированы, исправлены или отозваны { $n }~акта, относящиеся к отчётному периоду.
    *[other] После { $day } зарегистрировано, исправлено или отозвано { $n }~актов, относящихся к отчётному периоду.
}
report-late-title = Акты, внесённые или исправленные позднее
report-late-everything = Отчёт составлен по всем зарегистрированным данным, поэтому внесённых позднее актов нет.
report-table-section = { $section }: сопоставление
report-chart-acts = { $acts } по видам, { $period }
report-chart-personnel = Кадровые решения: { $n }, { $period }
report-chart-timeliness = Дней до или после срока
report-chart-stock = { $total } { $as_of }
act-article = Статья { $n }.
act-decides = { $body } постановляет:
act-archive = Архив: { $issuer }
act-task-of = { $unit }: { $text }
act-person-erased = (имя удалено)
report-title = Сводный отчёт { $period }
report-withdraws = отзывает акт { $act }
report-coverage-late = с опозданием, не учтено отчётов: { $n }
report-chart-personnel-by = Кадровые решения по { $noun ->
    [province] провинциям
    *[unit] организациям
}
report-chart-members-by = { $figure } по { $noun ->
    [province] провинциям
    *[unit] организациям
}
report-chart-vacancies-by = Вакантные должности по { $noun ->
    [province] провинциям
    *[unit] организациям
}
report-beside = Старые и новые границы: { $first } и { $last }
report-beside-note = Под каждой организацией более поздней даты указаны те, чьи показатели в неё вошли.
report-total-on = Всего, { $day }
report-sheet-beside = Старые и новые
report-returns-accepted = Принято отчётов: { $n } из { $m }
report-returns-accepted-without = Принято отчётов: { $n } из { $m }; ещё нет: { $units }{ $more ->
        [0] {""}
        [one] {" "}и ещё { $more }
        [few] {" "}и ещё { $more }
        [many] {" "}и ещё { $more }
       *[other] {" "}и ещё { $more }
    }
report-returns = Принятые отчёты
report-returns-lead = { $n ->
    [0] Ни один отчёт не принят; сдать следовало: { $m }.
   *[other] В итогах отчётов: { $n } из { $m }. Вместо недостающих ничего не подставлено.
}
report-returns-figure = показатель
report-returns-difference = расхождение
report-returns-stated = в отчёте
report-returns-declared = Показатели, заявленные организациями
report-returns-beside = Сданные показатели рядом с данными учёта
report-returns-departures = Где отчёт расходится с данными учёта
report-returns-without = { $given }, нет данных: { $units }{ $more ->
        [0] {""}
        [one] {" "}и ещё { $more }
        [few] {" "}и ещё { $more }
       *[other] {" "}и ещё { $more }
    }
report-returns-reason-late-act = после { $day } записаны другие документы
report-returns-reason-boundaries = границы организаций не те, что в отчёте от { $day }
report-returns-reason-definition = после { $day } изменились правила
report-returns-reason-unexplained = причина не известна; учёт читался { $day }
report-returns-owed = следовало сдать
