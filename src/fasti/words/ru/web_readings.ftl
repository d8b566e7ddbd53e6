# Страницы: прочитанные отчёты.
web-job-reading = Чтение отчёта
web-readings = Прочитанные отчёты
web-readings-lead = Текст отчёта читается, и каждое названное в нём число ставится рядом с реестром.
web-readings-read = Прочитать отчёт
web-readings-silent = В пакете устава этой организации не сказано, что считают отчёты, поэтому читать их здесь нельзя.
web-readings-file = Отчёт
web-readings-file-hint = Текст (.txt), Word (.docx) или PDF с текстом, не больше { $n } МБ, на вьетнамском, русском, чешском или английском языке
web-readings-written = День отчёта
web-readings-written-own = как указано в нём
web-readings-language = Язык отчёта
web-readings-told = определяется по словам
web-readings-encoding = Кодировка текстового файла
web-readings-working = Файл удаляется сразу после чтения. Прочитанное не входит в учётные записи: его видите вы и те в вашей организации, кому открыты все её показатели. Оно хранится, пока вы его не удалите, но не дольше { $n } дн.
web-readings-own = Прочитанное
web-readings-none = Отчётов ещё не читали
web-readings-none-why = Выберите файл, организацию и период, о которых он говорит.
web-readings-open = Открыть отчёт рядом с реестром
web-readings-remove = Удалить
web-readings-found = { $n ->
    [one] Названо { $n } число.
    [few] Названо { $n } числа.
    *[many] Названо { $n } чисел.
}
web-readings-counts = { $n ->
    [one] { $n } стоит рядом с показателем реестра
    *[many] { $n } стоят рядом с показателями реестра
}, { $differing ->
    [0] ни одно не расходится.
    [one] { $differing } расходится.
    *[many] { $differing } расходятся.
}
web-readings-only = Только расхождения
web-readings-whole = Весь текст
web-readings-notes = Как прочитано
web-readings-totals = Итоги, которые не сходятся
web-readings-text = Текст
web-readings-text-why = Каждое названное число ведёт к показателю реестра.
web-readings-look = Посмотреть
web-readings-no-text = Показывать нечего
web-readings-left-out = О чём отчёт не говорит
web-readings-left-out-why = Показатели реестра, которых в отчёте нет.
