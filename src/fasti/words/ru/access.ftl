# Rights, as the rule book grants them.
right-structure = видеть организации и должности
right-acts = видеть акты
right-people = видеть людей
right-personal = видеть личные сведения
right-figures = видеть показатели полностью
right-shared_figures = видеть общие показатели
right-draft = составлять акты
right-check = проверять черновики
right-issue = издавать акты
right-import = загружать данные
right-export = выгружать данные
right-log = видеть журнал доступа
right-accounts = открывать и закрывать учётные записи
