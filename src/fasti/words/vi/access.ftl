# Rights, as the rule book grants them.
right-structure = xem tổ chức và chức danh
right-acts = xem văn bản
right-people = xem người
right-personal = xem thông tin cá nhân
right-figures = xem đầy đủ số liệu
right-shared_figures = xem số liệu dùng chung
right-draft = soạn văn bản
right-check = kiểm tra dự thảo
right-issue = ban hành văn bản
right-import = nhập dữ liệu
right-export = xuất dữ liệu
right-log = xem nhật ký truy cập
right-accounts = mở và đóng tài khoản
