# Từ ngữ của báo cáo và văn bản, ngoài report.ftl và documents.ftl.
report-skip = Đến nội dung báo cáo
report-data-table = Bảng số liệu
report-side-note = Theo thứ tự quy định, không xếp hạng.
report-before = năm trước: { $value }
report-now = { $figure }: theo dữ liệu biết đến nay là { $value }.
report-recorded = ghi nhận { $day }
report-article = Căn cứ: { $article }
report-stands-on = { $indicator }: tính bằng { $engine } từ { $acts }.
report-not-additive = Tính trên toàn phạm vi; cộng số liệu của các tổ chức không ra số này.
report-left-out = Không tính: { $what } ({ $reason })
report-left-out-more = và { $n } trường hợp khác không tính ({ $reason })
report-reason-withdrawn = bị thu hồi theo { $act }, { $day }
report-sheet-late = Văn bản ghi nhận về sau
report-sheet-annex = Phụ lục
report-known-everything = theo toàn bộ dữ liệu đã ghi nhận
report-days-early = sớm { $n } ngày
report-late-lead = { $n ->
    [0] Không có văn bản nào liên quan đến kỳ báo cáo được ghi nhận, đính chính hoặc thu hồi sau { $day }.
    *[other] Có { $n } văn bản liên quan đến kỳ báo cáo được ghi nhận, đính chính hoặc thu hồi sau { $day }.
}
report-late-title = Văn bản ghi nhận hoặc đính chính về sau
report-late-everything = Báo cáo lập từ toàn bộ dữ liệu đã ghi nhận nên không có văn bản nào ghi nhận về sau.
report-table-section = { $section }: đặt cạnh nhau
report-chart-acts = { $acts } theo nhóm, { $period }
report-chart-personnel = { $n } lượt cán bộ, { $period }
report-chart-timeliness = Số ngày trước hoặc sau hạn nộp
report-chart-stock = { $total }, { $as_of }
act-article = Điều { $n }.
act-decides = { $body } quyết định:
act-archive = Lưu { $issuer }
act-task-of = { $unit }: { $text }
act-person-erased = (đã xóa tên)
report-title = Báo cáo tổng hợp { $period }
report-withdraws = thu hồi { $act }
report-coverage-late = { $n } tổ chức nộp quá hạn, không tính
report-chart-personnel-by = Quyết định cán bộ theo { $noun ->
    [province] tỉnh
    *[unit] tổ chức
}
report-chart-members-by = { $figure } theo { $noun ->
    [province] tỉnh
    *[unit] tổ chức
}
report-chart-vacancies-by = Chức danh khuyết theo { $noun ->
    [province] tỉnh
    *[unit] tổ chức
}
report-beside = Hệ thống tổ chức cũ và mới: { $first } và { $last }
report-beside-note = Dưới mỗi tổ chức của ngày sau là các tổ chức trước đó có số liệu nhập vào.
report-total-on = Tổng số, { $day }
report-sheet-beside = Cũ và mới
report-returns-accepted = Báo cáo đã tiếp nhận: { $n } trên { $m }
report-returns-accepted-without = Báo cáo đã tiếp nhận: { $n } trên { $m }; chưa có: { $units }{ $more ->
        [0] {""}
       *[other] {" "}và { $more } đơn vị khác
    }
report-returns = Báo cáo đã tiếp nhận
report-returns-lead = { $n ->
    [0] Chưa tiếp nhận báo cáo nào trong số { $m } báo cáo phải nộp.
   *[other] Đã tính vào tổng số: { $n } trên { $m } báo cáo. Không có gì thay cho báo cáo còn thiếu.
}
report-returns-figure = số liệu
report-returns-difference = chênh lệch
report-returns-stated = báo cáo
report-returns-declared = Số liệu do đơn vị khai
report-returns-beside = Số liệu đơn vị đã nộp, đối chiếu với sổ đăng ký
report-returns-departures = Chỗ báo cáo khác với sổ đăng ký
report-returns-without = { $given }, không có { $units }{ $more ->
        [0] {""}
       *[other] {" "}và { $more } đơn vị khác
    }
report-returns-reason-late-act = có văn bản được ghi sau ngày { $day }
report-returns-reason-boundaries = ranh giới tổ chức khác với báo cáo ngày { $day }
report-returns-reason-definition = quy định đã thay đổi sau ngày { $day }
report-returns-reason-unexplained = chưa rõ lý do; số liệu đăng ký lấy ngày { $day }
report-returns-owed = phải nộp
