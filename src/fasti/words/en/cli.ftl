# What the commands tell in the terminal.
cli-checked-clean = { $act }: nothing to object.
cli-findings = { $n ->
    [one] { $n } finding
    *[other] { $n } findings
}; nothing was applied.
cli-issued = Issued: { $act }
cli-withdrawn = Withdrawn: { $act }
cli-drafted = Draft { $draft } is kept; check it, then issue it.
cli-preview = Effects when issued:
cli-no-effects = No effects.
cli-verified = The record of { $unit } is whole: { $n ->
    [one] { $n } act
    *[other] { $n } acts
}.
cli-not-verified = The record of { $unit } is broken at { $act }.
cli-rebuilt = The register was rebuilt from { $n ->
    [one] { $n } act
    *[other] { $n } acts
}.
cli-rebuild-same = The rebuilt register equals the kept one: { $n ->
    [one] { $n } row
    *[other] { $n } rows
}.
cli-rebuild-differs = The rebuilt register differs from the kept one in { $n ->
    [one] { $n } row
    *[other] { $n } rows
}.
cli-report-written = Written to { $file }.
cli-vacant = vacant
cli-superior = under { $unit }
cli-progress = { $done } of { $all }: { $what }

# Serving
cli-serving = Fasti answers at { $address } (Ctrl+C stops it)
cli-cannot-listen = { $where }: cannot be listened on ({ $detail }). Choose another port with --port.
cli-serve-https = { $host } can be reached from other machines, and passwords must not travel in clear. Put a server that speaks https before Fasti and set FASTI_HTTPS=1 and FASTI_HOSTS, or listen on 127.0.0.1.
cli-demo-accounts = Sign in as one of these; the password of all is { $password }
cli-demo-technical = runs the system, sees no content
cli-demo-member = a member without a post
cli-sample-done = A national body was written into { $file }. Units: { $num_unit }; persons: { $num_person }; acts: { $num_act }; effects: { $num_effect }.
cli-sample-not-empty = The folder { $file } is not empty. Name another one with --out.

# Measuring
cli-bench-absent = The measurements stand in the folder “bench” of the checkout, which is not here. They are not installed with the package.
cli-bench-unknown = There is no measurement “{ $name }”. These can be made: { $known }.
cli-bench-running = Measuring: { $name }
cli-bench-failed = The measurement “{ $name }” did not come to its end: { $detail }
cli-bench-done = { $num ->
    [one] { $met } of { $num } goal measured is met.
   *[other] { $met } of { $num } goals measured are met.
}
trouble-absent = there is no such file or folder
trouble-forbidden = there is no permission
trouble-folder = it is a folder
trouble-no-folder = a part of the path is no folder
trouble-full = the disk is full
trouble-read-only = the disk is read-only
