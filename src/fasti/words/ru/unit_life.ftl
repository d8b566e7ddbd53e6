# Хронология организации, сначала новое.
unit-life-founded = Создана: { $kind }, в составе: { $parent }.
unit-life-founded-root = Создана: { $kind }.
unit-life-renamed = Переименована: «{ $was }» стала «{ $now }».
unit-life-moved = Перешла в состав: { $parent }.
unit-life-ended = Деятельность прекращена.
unit-life-merged = { $n ->
    [one] Вошла организация { $others }.
    [few] Вошли организации: { $others }.
   *[other] Вошли организации: { $others }.
}
unit-life-absorbed = { $n ->
    [one] { $n } нижестоящая организация вошла в саму организацию.
    [few] { $n } нижестоящие организации вошли в саму организацию.
   *[other] { $n } нижестоящих организаций вошли в саму организацию.
}
unit-life-went-over = Вошла в состав: { $other }.
unit-life-gave = Передано { $n } %: { $other }.
unit-life-got = Получено { $n } % от: { $other }.
unit-life-beneath = { $went ->
    [0] { $came ->
        [one] Прибавилась { $came } нижестоящая организация.
        [few] Прибавились { $came } нижестоящие организации.
       *[other] Прибавилось { $came } нижестоящих организаций.
    }
   *[other] { $came ->
        [0] { $went ->
            [one] Прекратилась или ушла { $went } нижестоящая организация.
            [few] Прекратились или ушли { $went } нижестоящие организации.
           *[other] Прекратилось или ушло { $went } нижестоящих организаций.
        }
       *[other] Нижестоящие: прибавилось { $came }, прекратилось или ушло { $went }.
    }
}
unit-life-return = { $version ->
    [0] { $form }, { $period }: { $state }.
    [1] { $form }, { $period }: { $state }.
   *[other] { $form }, { $period }, сдача № { $version }: { $state }.
}
unit-life-leader = { $person }: { $office }.
