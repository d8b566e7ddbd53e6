# What the doors tell about acts, units and persons.
cli-usage-unknown-body = Здесь ещё нет данных организации. Запустите fasti demo или fasti init --charter PACK.
cli-begun = Реестр начат по своду правил { $pack }. Первый акт создаст организацию.
cli-database-told = О базе данных через --database знает только эта команда. Для всех остальных задайте тот же адрес в FASTI_DATABASE.
cli-already-begun = Эта база данных уже содержит реестр ({ $pack }).
cli-cannot-read = Не удаётся прочитать { $file }: { $detail }. Исправьте и повторите.
cli-no-text = { $file } — не текстовый файл. Запишите черновик в JSON или YAML, в кодировке UTF-8.
cli-no-folder = Папки { $folder } нет. Сначала создайте её или укажите другой файл.
cli-no-such-draft = Открытого черновика { $draft } нет.
cli-malformed-argument = { $value } не является днём (ГГГГ-ММ-ДД) или периодом (2024, 2024-H1, 2024-Q2, 2024-05).
cli-database-failed = База данных не смогла это сделать: { $detail }. Ничего не записано. Повторите, когда она освободится.
cli-made-by-older = Реестр { $unit } в { $where } создан более старой версией Fasti и ещё не приведён к этой версии. Ничего не записано. Сохраните резервную копию, сделанную старой версией, остановите работающий сервер и выполните: fasti upgrade
cli-made-by-newer = Реестр { $unit } в { $where } создан более новой версией Fasti, чем эта. Ничего не записано. Обновите эту установку или работайте в той версии, которой он создан.
cli-upgraded = { $n ->
    [0] Реестр { $unit } соответствует этой версии.
    [one] Реестр { $unit } приведён к этой версии: в таблицы внесено { $n } изменение.
    [few] Реестр { $unit } приведён к этой версии: в таблицы внесено { $n } изменения.
   *[other] Реестр { $unit } приведён к этой версии: в таблицы внесено { $n } изменений.
}
cli-upgrade-missing = { $n ->
    [0] Реестр { $unit } соответствует этой версии.
    [one] Реестр { $unit } создан более старой версией: не хватает { $n } изменения. Сохраните резервную копию и выполните: fasti upgrade
   *[other] Реестр { $unit } создан более старой версией: не хватает { $n } изменений. Сохраните резервную копию и выполните: fasti upgrade
}
cli-not-text = { $value } — не текст в кодировке UTF-8. Исправьте и повторите.
cli-relations = Связь с другими актами:
cli-tasks = Задачи:
cli-effects = Правовые последствия:
cli-attachment = { $file }, { $n }~Б, SHA-256 { $hash }
cli-chain = Место { $n } в цепочке, хеш { $hash }
cli-members = Собственных членов: { $n }
cli-from = с { $day }
cli-from-until = { $day } — { $until }
cli-change-gone = более не действует: { $what }
cli-change-new = новое: { $what }
cli-voided = утратило силу по акту { $act }
cli-line-alias = запись того же лица
cli-line-unit = организация
cli-line-lineage = преемство
cli-line-membership = членство
cli-line-establishment = места
cli-line-tenure = пребывание в должности
cli-line-pool = кадровый резерв
cli-line-topic = пройденная тема
cli-line-rating = оценка
cli-line-unit_rating = оценка организации
cli-line-sanction = взыскание
cli-line-unit_sanction = взыскание на организацию
cli-line-return = отчёт по форме
cli-line-vacancy = вакансия
cli-left-out = не учтено: { $what }, отозвано актом { $act } { $day }
# Plans: several acts issued together.
cli-plan = План: { $title }
cli-plan-clean = { $n ->
    [one] { $n } акт плана может быть издан
    [few] { $n } акта плана могут быть изданы
   *[other] { $n } актов плана могут быть изданы
 } одновременно.
cli-plan-issued = Изданы одновременно:
cli-plan-leading = Отзыв акта { $act } отменяет весь план.

# Лица, внесённые дважды.
cli-stands-for = Запись закрыта: { $person }. Вместо неё действует запись: { $other_person }.
cli-duplicates-none = Нет записей, похожих на одно и то же лицо.
cli-duplicates-more = Далее: --after { $value }
cli-duplicate-pair = { $person } → { $other_person }: { $grounds } ({ $n } из 100)
cli-ground-document = один документ
cli-ground-name = одно имя
cli-ground-birth = один день рождения
cli-ground-other-document = но разные документы
cli-compare-oneself = { $person } — указано дважды. Укажите две разные записи.
cli-compare-code = Код
cli-compare-name = Имя
cli-compare-sex = Пол
cli-compare-born = Дата рождения
cli-compare-document = Документ
cli-compare-document-same = тот же номер
cli-compare-document-different = другой номер
cli-compare-document-there = внесён
cli-compare-acts = Акты
cli-compare-spans = Реестр
cli-merged = Объединено: { $person } → { $other_person }. Акт: { $act }.
