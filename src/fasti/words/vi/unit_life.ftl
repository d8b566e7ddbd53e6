# Dòng thời gian của tổ chức, mới nhất trước.
unit-life-founded = Thành lập: { $kind }, trực thuộc { $parent }.
unit-life-founded-root = Thành lập: { $kind }.
unit-life-renamed = Đổi tên: “{ $was }” thành “{ $now }”.
unit-life-moved = Chuyển về trực thuộc { $parent }.
unit-life-ended = Kết thúc hoạt động.
unit-life-merged = { $n } tổ chức sáp nhập vào tổ chức này: { $others }.
unit-life-absorbed = { $n } tổ chức trực thuộc sáp nhập vào chính tổ chức này.
unit-life-went-over = Sáp nhập vào { $other }.
unit-life-gave = Chuyển { $n }% cho { $other }.
unit-life-got = Nhận { $n }% của { $other }.
unit-life-beneath = { $went ->
    [0] Thêm { $came } tổ chức trực thuộc.
   *[other] { $came ->
        [0] { $went } tổ chức trực thuộc kết thúc hoặc chuyển đi.
       *[other] Tổ chức trực thuộc: thêm { $came }, kết thúc hoặc chuyển đi { $went }.
    }
}
unit-life-return = { $version ->
    [0] { $form }, { $period }: { $state }.
    [1] { $form }, { $period }: { $state }.
   *[other] { $form }, { $period }, lần nộp { $version }: { $state }.
}
unit-life-leader = { $person }: { $office }.
