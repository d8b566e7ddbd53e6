# Dòng thời gian của đơn vị, mới nhất trước.
unit-life-founded = Thành lập: { $kind }, trực thuộc { $parent }.
unit-life-founded-root = Thành lập: { $kind }.
unit-life-renamed = Đổi tên: “{ $was }” thành “{ $now }”.
unit-life-moved = Chuyển về trực thuộc { $parent }.
unit-life-ended = Kết thúc hoạt động.
unit-life-merged = { $n } đơn vị sáp nhập vào đơn vị này: { $others }.
unit-life-absorbed = { $n } đơn vị trực thuộc sáp nhập vào chính đơn vị này.
unit-life-went-over = Sáp nhập vào { $other }.
unit-life-gave = Chuyển { $n }% cho { $other }.
unit-life-got = Nhận { $n }% của { $other }.
unit-life-beneath = { $went ->
    [0] Thêm { $came } đơn vị trực thuộc.
   *[other] { $came ->
        [0] { $went } đơn vị trực thuộc kết thúc hoặc chuyển đi.
       *[other] Đơn vị trực thuộc: thêm { $came }, kết thúc hoặc chuyển đi { $went }.
    }
}
unit-life-leader = { $person }: { $office }.
