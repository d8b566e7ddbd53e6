# Что сообщают команды в терминале.
cli-checked-clean = { $act }: замечаний нет.
cli-findings = { $n ->
    [one] { $n }~замечание
    [few] { $n }~замечания
    *[many] { $n }~замечаний
}; ничего не применено.
cli-issued = Издан акт: { $act }
cli-withdrawn = Отозван акт: { $act }
cli-drafted = Черновик { $draft } сохранён; проверьте его и издайте.
cli-preview = Правовые последствия при издании:
cli-no-effects = Правовых последствий нет.
cli-verified = Запись актов цела: { $unit }, { $n ->
    [one] { $n }~акт
    [few] { $n }~акта
    *[many] { $n }~актов
}.
cli-not-verified = Запись актов нарушена: { $unit }, акт { $act }.
cli-rebuilt = Реестр восстановлен по актам, число актов: { $n }.
cli-rebuild-same = Восстановленный реестр совпадает с хранимым: { $n ->
    [one] { $n }~строка
    [few] { $n }~строки
    *[many] { $n }~строк
}.
cli-rebuild-differs = Восстановленный реестр отличается от хранимого: { $n ->
    [one] { $n }~строка
    [few] { $n }~строки
    *[many] { $n }~строк
}.
cli-report-written = Записано в { $file }.
cli-vacant = вакантно
cli-superior = в подчинении: { $unit }
cli-progress = { $done } из { $all }: { $what }

# Serving
cli-serving = Fasti работает по адресу { $address } (Ctrl+C — остановить)
cli-cannot-listen = { $where }: порт недоступен ({ $detail }). Выберите другой ключом --port.
cli-serve-https = { $host } доступен с других компьютеров, а пароли не должны передаваться открыто. Поставьте перед Fasti сервер с https и задайте FASTI_HTTPS=1 и FASTI_HOSTS либо используйте 127.0.0.1.
cli-demo-accounts = Войдите под одной из этих учётных записей; пароль у всех: { $password }
cli-demo-technical = обслуживает систему, содержания не видит
cli-demo-member = член без должности
cli-sample-done = Образец общенациональной организации записан в { $file }. Организаций: { $num_unit }; лиц: { $num_person }; актов: { $num_act }; правовых последствий: { $num_effect }.
cli-sample-not-empty = Папка { $file } не пуста. Укажите другую с помощью --out.

# Измерения
cli-bench-absent = Измерения находятся в папке «bench» рабочей копии, которой здесь нет. Вместе с пакетом они не устанавливаются.
cli-bench-unknown = Измерения «{ $name }» нет. Можно провести: { $known }.
cli-bench-running = Идёт измерение: { $name }
cli-bench-failed = Измерение «{ $name }» не дошло до конца: { $detail }
cli-bench-done = { $num ->
    [one] Достигнуто целей: { $met } из { $num } измеренной.
    [few] Достигнуто целей: { $met } из { $num } измеренных.
   *[other] Достигнуто целей: { $met } из { $num } измеренных.
}
trouble-absent = такого файла или папки нет
trouble-forbidden = нет прав доступа
trouble-folder = это папка
trouble-no-folder = часть пути не является папкой
trouble-full = диск заполнен
trouble-read-only = диск доступен только для чтения
