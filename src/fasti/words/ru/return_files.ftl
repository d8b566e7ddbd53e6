# Отчёты в виде файлов: форма для заполнения без связи, форматы других систем.
return-form-title = { $unit }: { $form }, { $period }
return-form-sheet-guide = Указания
return-form-sheet-figures = Показатели
return-form-sheet-texts = Тексты
return-form-step-1 = Заполните жёлтые ячейки на листах показателей и текстов. Их требует свод правил ({ $article }).
return-form-step-2 = Числа на сером фоне берутся из реестра и закрыты. Если число кажется неверным, напишите об этом в примечании, а реестр исправьте актом.
return-form-step-3 = Пишите целые числа. Для доли часть и целое пишутся в две ячейки. Значения, а не формулы.
return-form-step-4 = Что неизвестно: выберите «неизвестно» и объясните в примечании. Пустая ячейка — это пропуск, а не ноль.
return-form-step-5 = Число, ставшее красным, нарушает обязательное правило. Правила стоят рядом с показателем; где нужно примечание, напишите его.
return-form-step-6 = Мелкие серые слова в первом столбце не меняйте: по ним данные находят своё место.
return-form-step-7 = Отправьте файл на странице отчёта или командой: fasti return fill … FILE.xlsx. Принимается всё или ничего; сдача отчёта — после этого.
return-form-about-unit = Организация
return-form-about-form = Форма
return-form-about-period = Период
return-form-about-rules = Версия свода правил
return-form-about-known-on = Реестр прочитан
return-form-about-version = Последняя сданная версия
return-form-about-draft = Версия заполняемого листа
return-form-about-stamp = Печать над числами реестра
return-form-column-figure = Показатель
return-form-column-value = Значение
return-form-column-whole = из (всего)
return-form-column-unknown = Неизвестно?
return-form-column-before = Прошлый период
return-form-column-remark = Примечание
return-form-column-rule = Что считается; правила
return-form-column-section = Раздел
return-form-column-text = Текст
return-form-not-known = неизвестно
return-form-whole-number = Целое число от { $low }.
return-form-between = Целое число от { $low } до { $high }.
return-form-proposal = Предложение { $n }
return-form-sent-back = Возвращено: { $reason }
return-form-taken = Форма принята: { $unit } ({ $form }, { $period }). Отчёт ещё не сдан.
return-form-lacks = Прежде чем его можно сдать:
return-form-notices = К сведению:
return-form-refused = Ничего не принято. Что мешает:
return-files-taken = { $n ->
    [one] Из файла заполнен { $n } отчёт. Он ещё не сдан.
    [few] Из файла заполнены { $n } отчёта. Они ещё не сданы.
   *[other] Из файла заполнено { $n } отчётов. Они ещё не сданы.
}
return-files-left-out = { $n ->
    [one] В файле нет { $n } отчёта: он не принят, или его показатели вам не открыты.
   *[other] В файле нет { $n } отчётов: они не приняты, или их показатели вам не открыты.
}
return-data-part = часть
return-data-whole = целое
return-data-t = без разбивки
return-data-list-figures = Показатели
return-data-list-units = Организации
return-data-list-forms = Формы
return-data-list-shares = Стороны доли
web-return-form-title = Форма отчёта в виде книги
web-return-form-lead = Заполните её без связи и пришлите обратно сюда. Отчёт этим не сдаётся.
web-return-form-download = Скачать форму
web-return-form-file = Заполненная форма
web-return-form-file-hint = Книга (.xlsx), скачанная здесь, не более { $n } МБ.
web-return-form-send = Заполнить из файла
web-return-form-send-marked = Заполнить и выдать копию с замечаниями
web-return-form-choose = Выберите файл.
web-return-form-too-large = Файл слишком велик: не более { $n } МБ.
web-return-form-all-or-nothing = Принимается всё или ничего. Заполненное здесь раньше заменяется.
web-return-form-place = Место
web-return-form-finding = Что сделать
web-return-message-title = Отчёты из другой системы (ADX)
web-return-message-lead = Сообщение ADX заполняет отчёты, о которых в нём говорится. Отчёты этим не сдаются.
web-return-message-file = Сообщение
web-return-message-file-hint = Файл XML в формате ADX, не более { $n } МБ.
web-return-message-form = Форма для групп, в которых она не названа
web-return-message-as-said = как сказано в сообщении
web-return-message-all-or-nothing = Принимается всё сообщение или ничего. Заполненное помимо него остаётся; показатели реестра сравниваются, но не берутся.
