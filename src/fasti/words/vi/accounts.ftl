# Accounts, as the commands tell of them.
cli-account-opened = Tài khoản { $value }, mật khẩu ban đầu { $password }. Mật khẩu chỉ hiện một lần này và phải đổi khi đăng nhập lần đầu.
cli-account-closed = Tài khoản { $value } đã đóng.
cli-account = { $value }: { $person ->
    [none] không của người nào
   *[other] { $person }
    } ({ $kind ->
    [closed] đã đóng
    [registrar] quản lý tài khoản
   *[open] đang mở
    })
