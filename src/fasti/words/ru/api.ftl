# Отказы API как описания проблем: в чём отказано и почему. И слова о ключах доступа в командной строке.
api-problem-unauthenticated = Неизвестно, кто спрашивает
api-problem-unauthenticated-why = Передайте ключ в заголовке Authorization или войдите. Ключ действует, пока занимается должность, для которой он создан.
api-problem-not-granted = Нет права
api-problem-not-granted-why = Право «{ $right }» здесь не предоставлено. Есть ли что-нибудь по этому адресу, не сообщается.
api-problem-not-there = Нет такого адреса
api-problem-not-there-why = По этому адресу ничего нет.
api-problem-not-allowed = Так не делается
api-problem-not-allowed-why = Этот адрес принимает только другие методы. Они названы в заголовке Allow.
api-problem-findings = Есть замечания
api-problem-findings-why = Ничего не изменено. Каждое замечание говорит, что неверно.
api-problem-malformed = Это невозможно прочитать
api-problem-malformed-why = Прислано не то, что читает этот адрес: JSON в UTF-8 или файл в форме. Ничего не изменено.
api-problem-too-large = Слишком много данных
api-problem-too-large-why = Прислано больше, чем принимает этот адрес. Ничего не изменено.
api-problem-too-long = Слишком длинный адрес
api-problem-too-long-why = Адрес вместе с запросом длиннее, чем здесь читается.
api-problem-too-many = Слишком много неудач
api-problem-too-many-why = Отсюда пришло слишком много недействительных ключей. Подождите { $n ->
    [one] { $n }~минуту
    [few] { $n }~минуты
   *[many] { $n }~минут
}.
api-problem-stale = Изменено другим
api-problem-stale-why = Черновик уже не такой, каким вы его прочли. Он показан в нынешнем виде; ничего не изменено.
api-problem-issued = Уже издано
api-problem-issued-why = Черновик стал актом; изменить его или издать ещё раз нельзя.
api-problem-key-reused = Ключ принадлежит другому запросу
api-problem-key-reused-why = С этим ключом повтора уже приходил запрос с другим содержанием. Выберите новый ключ. Ничего не изменено.
api-problem-needs-session = Для этого нужно войти
api-problem-needs-session-why = Ключи доступа создают и отзывают вошедшие люди, а не другие ключи.
api-problem-no-tenure = Должность не занята вами
api-problem-no-tenure-why = Ключ связан с должностью, которую вы занимаете сегодня. Эту должность вы не занимаете.
api-problem-too-many-tokens = Слишком много ключей
api-problem-too-many-tokens-why = У вашей учётной записи уже столько действующих ключей, что для нового нет места. Отзовите неиспользуемый.
api-problem-stale-form = Не с наших страниц
api-problem-stale-form-why = Для изменения от имени сеанса страницы нужна метка её форм в заголовке X-CSRFToken. Ничего не изменено.
api-problem-not-ready = Ещё не готово
api-problem-not-ready-why = Работа ещё не завершена. Спросите позже.
api-problem-no-body = Здесь ещё нет организации
api-problem-no-body-why = Начните с «fasti init». Если она есть, её база данных сейчас недоступна.
api-problem-failed = Сбой на нашей стороне
api-problem-failed-why = Ничего не изменено: каждое изменение делается целиком или не делается вовсе.
token-made = Ключ { $token } для { $post }. Он показывается один раз:
token-revoked = Ключ { $token } отозван.
token-no-such = У учётной записи { $account } нет действующего ключа { $token }.
token-none = Ключей нет.
token-unknown-account = Нет учётной записи { $account }.
token-no-tenure = { $account } сегодня не занимает должность { $post }.
token-too-many-tokens = У учётной записи { $account } слишком много действующих ключей. Отзовите неиспользуемый.
token-works = действует
token-ended = должность больше не занимается
token-is-revoked = отозван { $day }
token-used-on = последнее использование { $day }
token-never-used = не использовался
