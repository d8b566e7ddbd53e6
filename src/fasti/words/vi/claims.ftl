# Báo cáo bằng lời nêu những con số nào.
cli-claims-found = { $file } nêu { $n }~số liệu.
cli-claims-none = { $file } không nêu số liệu nào.
cli-claims-exact = chính xác
cli-claims-approx = khoảng
cli-claims-at_least = ít nhất
cli-claims-at_most = nhiều nhất
cli-claims-page = trang { $page }
cli-claims-line = dòng { $line }
cli-claims-row = bảng { $table }, hàng { $row }
cli-claims-passage = đoạn { $passage }
