# Какие данные называет отчёт.
cli-claims-found = { $n ->
    [one] В файле { $file } назван { $n }~показатель.
    [few] В файле { $file } названы { $n }~показателя.
    *[many] В файле { $file } названо { $n }~показателей.
}
cli-claims-none = В файле { $file } не названо ни одного показателя.
cli-claims-exact = точно
cli-claims-approx = около
cli-claims-at_least = не менее
cli-claims-at_most = не более
cli-claims-page = страница { $page }
cli-claims-line = строка { $line }
cli-claims-row = таблица { $table }, строка { $row }
cli-claims-passage = место { $passage }
