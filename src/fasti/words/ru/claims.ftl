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
cli-reconcile-agrees = В реестре { $value }: совпадает.
cli-reconcile-differs = В реестре { $value } (разница { $difference }).
cli-reconcile-part = Это часть или данные другой организации: показателя реестра для сравнения нет.
cli-reconcile-unmatched = Такого показателя в реестре нет.
cli-reconcile-because-period = В предложении назван другой период.
cli-reconcile-because-nothing = В реестре об этом нет ни одного акта: возможно, не внесено или учтено в другом месте.
cli-reconcile-because-acts = Возможно, в реестре нет части актов или они внесены позже, либо границы иные.
cli-reconcile-because-untold = Возможно, отчёт не называет акты, которые есть в реестре, или считает по другим правилам.
cli-reconcile-left-out = Нет в отчёте: { $indicator }, в реестре { $value }.
cli-reconcile-end = { $file }: { $n ->
    [one] с реестром сопоставлен { $n }~показатель
    [few] с реестром сопоставлены { $n }~показателя
    *[many] с реестром сопоставлено { $n }~показателей
}, { $differing ->
    [one] расходится { $differing }.
    *[other] расходятся { $differing }.
}
