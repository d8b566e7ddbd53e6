# The life of a unit, newest first.
unit-life-founded = Founded: { $kind }, under { $parent }.
unit-life-founded-root = Founded: { $kind }.
unit-life-renamed = Renamed: “{ $was }” is now “{ $now }”.
unit-life-moved = Moved under { $parent }.
unit-life-ended = Ended.
unit-life-merged = { $n ->
    [one] { $others } went over into this unit.
   *[other] { $others } went over into this unit.
}
unit-life-absorbed = { $n ->
    [one] { $n } unit beneath went over into this unit itself.
   *[other] { $n } units beneath went over into this unit itself.
}
unit-life-went-over = Went over into { $other }.
unit-life-gave = Gave { $n } % to { $other }.
unit-life-got = Got { $n } % of { $other }.
unit-life-beneath = { $went ->
    [0] { $came ->
        [one] { $came } unit came to stand beneath.
       *[other] { $came } units came to stand beneath.
    }
   *[other] { $came ->
        [0] { $went ->
            [one] { $went } unit beneath ended or left.
           *[other] { $went } units beneath ended or left.
        }
       *[other] Units beneath: { $came } came, { $went } ended or left.
    }
}
unit-life-return = { $version ->
    [0] { $form }, { $period }: { $state }.
    [1] { $form }, { $period }: { $state }.
   *[other] { $form }, { $period }, version { $version }: { $state }.
}
unit-life-leader = { $person }: { $office }.
