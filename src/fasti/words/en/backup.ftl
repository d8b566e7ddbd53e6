# Backing up and restoring, and a disk without room.
backup-done = { $file } holds the whole body { $unit }: { $n ->
    [one] { $n } act
    *[other] { $n } acts
}.
backup-without = An attachment is missing from the data folder and therefore from the backup: { $file }. Look for it in an earlier backup.
backup-file-exists = { $file } exists already, and a backup overwrites nothing. Choose another name.
backup-cannot-write = The backup { $file } could not be written ({ $detail }). No file was left behind. Make room, or choose another folder.
restore-done = The body { $unit } is restored from { $file } and proved: { $n ->
    [one] { $n } act
    *[other] { $n } acts
}.
restore-body-here = There is a body here already ({ $pack }, in { $place }), and a restore overwrites nothing. Restore into another data folder (FASTI_HOME) or another database.
restore-not-empty = { $place } is not empty: { $table } is there already. Restore into a new data folder (FASTI_HOME) or a new database.
restore-no-backup = { $file } is not a backup of Fasti. Name a file written by fasti backup.
restore-foreign = { $file } is not a backup of Fasti (what does not belong there: { $member }). Name a file written by fasti backup.
restore-cut-short = { $file } is cut short: its end is missing. Fetch it again from where it was kept, or use an earlier backup.
restore-changed = { $file } is not as it was written; changed: { $member }. Fetch it again from where it was kept, or use an earlier backup.
restore-unreadable = { $file } cannot be read: { $member }. Check the name and the permissions.
restore-newer = { $file } was written by a newer version of Fasti ({ $detail }). Bring Fasti up to date, then restore.
restore-faulty = The record in { $file } does not stand its proof (faults: { $n }; first: { $fault }, { $act }). Nothing was restored. Use an earlier backup, or look into this one with --with-faults.
restore-fault = { $act }: { $code } { $subject }
backup-without-upload = A file of an open draft is missing from the data folder and therefore from the backup: { $file }. Attach it to the draft again.
restore-closed = Authenticator apps and recovery codes of these accounts were sealed with the key of another installation, so no code fits: { $accounts }. Put its web.key into the data folder (or set its FASTI_SECRET), or make sure of each holder and run fasti account forget.
cli-disk-full = The disk has no room left ({ $detail }). What was not finished was not recorded. Make room, then try again.
