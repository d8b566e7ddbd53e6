# Signing in, and how one signs in: password, authenticator app, passkeys, recovery codes.
web-account-motto = Nothing changes without an act.
web-account-sign-in-by = With the account that was opened for you.
web-account-sign-in-on = Sign in to go on to the page you asked for.
web-account-name = Account name
web-account-password = Password
web-account-by-key = Use a passkey
web-account-needs-script = Passkeys need JavaScript. Password and code work without it.
web-account-key-failed = The passkey was not used: it was cancelled, took too long, or belongs to another address. Try once more, or choose another way.
web-account-lost = No account, or the password lost? Whoever keeps the accounts of your unit opens one or gives you a new first password.
web-account-code-title = Enter the code
web-account-step = Step 2 of 2, for { $name }.
web-account-code = Six digits from your authenticator app
web-account-code-hint = The code changes every 30 seconds.
web-account-recovery-title = Enter a recovery code
web-account-recovery = One of your recovery codes
web-account-recovery-hint = Eight digits. Each code works once.
web-account-key-title = Confirm with your passkey
web-account-with-recovery = Use a recovery code
web-account-with-app = Use the authenticator app
web-account-with-password = Use the password
web-account-with-code = Use the app or a recovery code
web-account-code-or-recovery = A recovery code will do as well; it works once.
web-account-remember = Remember this machine for 7 days
web-account-not-you = Sign in as somebody else
web-account-app-closed = The codes of your app and your recovery codes cannot be checked here: this installation was restored without the key they were sealed with. Use a passkey, or ask whoever keeps the accounts of your unit.
web-account-lost-device = Device lost and no recovery code left? Whoever keeps the accounts of your unit makes sure that it is you and lets you set up a new one.
web-account-closed = This account is closed
web-account-closed-why = Name and password are right, but the account was closed. If that is a mistake, ask whoever keeps the accounts of your unit.
web-account-too-many = Too many attempts
web-account-too-many-why = There were more attempts than a person makes. Nothing was changed. Wait a minute, then try once more.
web-account-back = Back
web-account-sign-out-title = Sign out?
web-account-sign-out-why = Drafts that you saved stay where they are.
web-account-stay = Stay signed in
web-account-confirm-title = Confirm that it is you
web-account-confirm-why = You are about to look at or change how you sign in.
web-account-confirm = Confirm
web-account-other-ways = Another way
web-account-change-title = Change the password
web-account-change-own-title = Choose a password of your own
web-account-change-own-why = The one you signed in with was given to you, so somebody else knows it.
web-account-current = Current password
web-account-given = Password you were given
web-account-new = New password
web-account-new-hint = At least { $n } characters. A few words that only you would put together are easier to remember than signs.
web-account-again = New password once more
web-account-change = Change password
web-account-change-after = You stay signed in here. Everywhere else this account is signed out.
web-account-overview-of = Account { $name }.
web-account-overview-why = A second step keeps others out when somebody learns your password.
web-account-must = This installation asks every account for a second step.
web-account-app = Authenticator app
web-account-app-why = An app on your phone shows six digits that change every 30 seconds.
web-account-since = Since { $day }.
web-account-used = Last used { $day }.
web-account-never-used = Not used yet.
web-account-active = Active
web-account-not-set = Not set up
web-account-app-add = Set up the app
web-account-app-remove = Remove the app
web-account-app-remove-title = Remove the authenticator app?
web-account-app-remove-why = From then on nobody is asked for a code of this app. Without another second step the recovery codes end too.
web-account-keep = Keep it
web-account-app-title = Set up the authenticator app
web-account-app-scan = Scan this picture with the app.
web-account-app-picture = QR code with the key of this account
web-account-app-type = No camera? Type this key into the app.
web-account-app-key = Key
web-account-app-code = Six digits that the app shows now
web-account-app-activate = Activate the app
web-account-app-which = Any authenticator app will do; no data leaves this installation.
web-account-app-scan-title = Add the account to the app
web-account-app-code-title = Prove that it works
web-account-keys = Passkeys
web-account-keys-why = A phone, a computer or a security key vouches for you. A passkey cannot be given away to a false page.
web-account-keys-num = { $n ->
    [one] { $n } passkey.
   *[other] { $n } passkeys.
}
web-account-keys-manage = Manage passkeys
web-account-key-add = Add a passkey
web-account-key-name = Name of the passkey
web-account-key-name-hint = By which you know it again: office computer, blue key.
web-account-key-nth = Passkey { $n }
web-account-key-alone = Sign in with it alone
web-account-key-alone-hint = Without name and password. The device then asks for your finger, face or PIN.
web-account-key-kind = Kind
web-account-key-is-alone = Without a password
web-account-key-is-second = Second step
web-account-key-added = Added
web-account-key-last = Last used
web-account-key-rename = Rename
web-account-key-rename-title = Rename the passkey
web-account-key-save = Save the name
web-account-key-remove = Remove
web-account-key-remove-title = Remove “{ $name }”?
web-account-key-remove-why = It will no longer open this account. On the device itself it stays until you delete it there.
web-account-key-remove-do = Remove the passkey
web-account-key-what = What is done
web-account-keys-none = No passkey yet
web-account-keys-none-why = A passkey is the quickest way in and the hardest to steal. It is added on the device that shall hold it.
web-account-codes = Recovery codes
web-account-codes-why = For the day on which phone and passkey are not at hand. Print them and lock them away.
web-account-codes-left = { $n ->
    [one] { $n } of { $all } is left.
   *[other] { $n } of { $all } are left.
}
web-account-codes-none = They are made together with the app or the first passkey.
web-account-codes-show = Show the codes
web-account-codes-download = Download
web-account-codes-make = Make new codes
web-account-codes-make-title = Make new recovery codes?
web-account-codes-make-why = { $n ->
    [0] Ten new codes are made.
    [one] Ten new codes are made. The one that is left stops working.
   *[other] Ten new codes are made. The { $n } that are left stop working.
}
web-account-codes-go-on = I have kept them: go on
web-account-codes-file = Recovery codes of { $name } for Fasti, { $day }. Each works once.
web-account-password-why = At least { $n } characters. Nobody can read it, not even whoever keeps the accounts.

web-account-said-password-changed = The password is changed.
web-account-said-signed-out = You are signed out.
web-account-said-app-added = The authenticator app is active.
web-account-said-app-removed = The authenticator app is removed.
web-account-said-key-added = The passkey is added.
web-account-said-key-removed = The passkey is removed.
web-account-said-codes-made = New recovery codes are made. Keep them now.
web-account-said-key-unknown = This passkey opens no account here. Sign in another way.

web-account-refused-required = Fill this in.
web-account-refused-mismatch = Name and password do not belong together. After 5 wrong attempts signing in rests for 5 minutes.
web-account-refused-too-many = Too many wrong attempts. Wait 5 minutes, then try once more.
web-account-refused-code = This code does not fit. Enter the one that is shown now, each only once.
web-account-refused-key = This passkey does not fit. Try once more, or choose another way.
web-account-refused-password = This is not the password of this account.
web-account-refused-short = This is too short: at least { $n } characters are needed.
web-account-refused-common = This password is among the first that an attacker tries. Choose another one.
web-account-refused-similar = This is too much like the name of your account. Choose another one.
web-account-refused-unlike = The two are not alike. Type the new password once more.
web-account-refused-same = This is the password you have now. Choose another one.
web-account-refused-last-factor = This is the last second step, and this installation asks for one. Set up another one first.
web-account-refused-no-factor = There are recovery codes only beside an authenticator app or a passkey. Set up one of these first.
web-account-refused-long = This is too long: at most { $n } characters.
web-account-refused-unreadable = This cannot be read. Type it once more.

cli-account-forgotten = { $n ->
    [0] The account { $value } has no second step.
    [one] { $n } second step of the account { $value } is removed. The next sign-in asks for none.
   *[other] { $n } second steps of the account { $value } are removed. The next sign-in asks for none.
}
