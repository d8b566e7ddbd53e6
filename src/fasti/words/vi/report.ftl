# Báo cáo tổng hợp: số liệu thành câu (figure-<mã chỉ tiêu>), đề mục, đầu bảng, biểu đồ.

## Văn bản
figure-acts-issued = { $n ->
    [0] chưa ban hành văn bản nào
    *[other] đã ban hành { $n } văn bản
}
figure-acts-concretising = { $n ->
    [0] chưa ban hành văn bản nào cụ thể hóa văn bản cấp trên
    *[other] đã ban hành { $n } văn bản cụ thể hóa văn bản cấp trên
}
figure-acts-project = { $n ->
    [0] chưa ban hành đề án nào
    *[other] đã ban hành { $n } đề án
}
figure-acts-resolution = { $n ->
    [0] chưa ban hành nghị quyết, kết luận nào
    *[other] đã ban hành { $n } nghị quyết, kết luận
}
figure-acts-decision = { $n ->
    [0] chưa ban hành quyết định, quy định nào
    *[other] đã ban hành { $n } quyết định, quy định
}
figure-acts-plan = { $n ->
    [0] chưa ban hành kế hoạch, công văn nào
    *[other] đã ban hành { $n } kế hoạch, công văn
}
figure-acts-guidance = { $n ->
    [0] chưa ban hành hướng dẫn nào
    *[other] đã ban hành { $n } hướng dẫn
}
bucket-count-project = { $n ->
    [0] không có đề án nào
    *[other] { $n } đề án
}
bucket-count-resolution = { $n ->
    [0] không có nghị quyết, kết luận nào
    *[other] { $n } nghị quyết, kết luận
}
bucket-count-decision = { $n ->
    [0] không có quyết định, quy định nào
    *[other] { $n } quyết định, quy định
}
bucket-count-plan = { $n ->
    [0] không có kế hoạch, công văn nào
    *[other] { $n } kế hoạch, công văn
}
bucket-count-guidance = { $n ->
    [0] không có hướng dẫn nào
    *[other] { $n } hướng dẫn
}

## Công tác cán bộ
figure-personnel-appointed = { $n ->
    [0] chưa bổ nhiệm trường hợp nào
    *[other] đã bổ nhiệm { $n } người
}
figure-personnel-reappointed = { $n ->
    [0] chưa bổ nhiệm lại trường hợp nào
    *[other] đã bổ nhiệm lại { $n } người
}
figure-personnel-nominated = { $n ->
    [0] chưa giới thiệu cán bộ nào ứng cử
    *[other] giới thiệu { $n } cán bộ ứng cử
}
figure-personnel-nominated-persons = { $n ->
    [0] chưa có người nào được giới thiệu ứng cử
    *[other] { $n } người được giới thiệu ứng cử (không tính trùng)
}
figure-personnel-transferred = { $n ->
    [0] chưa điều động cán bộ nào
    *[other] điều động { $n } cán bộ
}
figure-personnel-rotated = { $n ->
    [0] chưa luân chuyển cán bộ nào
    *[other] luân chuyển { $n } cán bộ
}
figure-personnel-transferred-or-rotated = { $n ->
    [0] chưa điều động, luân chuyển cán bộ nào
    *[other] điều động, luân chuyển { $n } cán bộ
}
figure-personnel-relieved = { $n ->
    [0] chưa có trường hợp nào thôi giữ chức vụ
    *[other] cho thôi giữ chức vụ { $n } trường hợp
}
figure-personnel-planned = { $n ->
    [0] chưa có người nào trong quy hoạch
    *[other] có { $n } người trong quy hoạch
}
figure-pool-entries = { $n ->
    [0] chưa có lượt quy hoạch nào
    *[other] có { $n } lượt quy hoạch
}
figure-pool-posts-covered = chức danh có nguồn quy hoạch: { $share }
figure-pool-used-rate = tỷ lệ bổ nhiệm từ nguồn quy hoạch: { $share }

## Chức danh
figure-posts-seats = { $n ->
    [0] chưa có suất nào theo biên chế
    *[other] có { $n } suất theo biên chế
}
figure-posts-filled = { $n ->
    [0] chưa có suất nào có người giữ
    *[other] { $n } suất đã có người giữ
}
figure-posts-vacant = { $n ->
    [0] không có chức danh nào khuyết
    *[other] { $n } chức danh còn khuyết
}
figure-posts-vacant-long = { $n ->
    [0] không có chức danh nào khuyết quá thời hạn quy định
    *[other] { $n } chức danh khuyết quá thời hạn quy định
}
figure-posts-days-to-fill = trung vị thời gian kiện toàn là { $n } ngày
posts-vacant-longer = { $unit ->
    [month] { $n ->
        [0] không có chức danh nào
        *[other] { $n } chức danh
    } khuyết trên { $k } tháng
    *[day] { $n ->
        [0] không có chức danh nào
        *[other] { $n } chức danh
    } khuyết trên { $k } ngày
}

## Đào tạo, bồi dưỡng
figure-training-participants = { $n ->
    [0] chưa có học viên nào được bồi dưỡng
    *[other] có { $n } học viên được bồi dưỡng
}
figure-training-topics = { $n ->
    [0] chưa có chuyên đề nào được truyền đạt
    *[other] { $n } chuyên đề được truyền đạt
}
course = lớp bồi dưỡng cho { $participants } học viên với { $topics } chuyên đề
course-split = { $course }, trong đó { $parts } truyền đạt
course-named = { $course } ({ $parts })
course-part-academy = { $place ->
    *[first] { $n } chuyên đề do học viện
}
course-part-leaders = { $place ->
    *[first] { $n } chuyên đề do lãnh đạo
}

## Tổ chức và thành viên
figure-units-total = { $n ->
    [0] chưa có tổ chức nào
    *[other] có { $n } tổ chức
}
figure-units-grassroots = { $n ->
    [0] chưa có tổ chức cơ sở nào
    *[other] có { $n } tổ chức cơ sở
}
figure-units-created = { $n ->
    [0] không thành lập tổ chức nào
    *[other] thành lập { $n } tổ chức
}
figure-units-ended = { $n ->
    [0] không có tổ chức nào kết thúc hoạt động
    *[other] { $n } tổ chức kết thúc hoạt động
}
figure-members-opening = { $n ->
    [0] đầu kỳ chưa có đảng viên nào
    *[other] đầu kỳ có { $n } đảng viên
}
figure-members-admitted = { $n ->
    [0] chưa kết nạp đảng viên nào
    *[other] đã kết nạp { $n } đảng viên
}
figure-members-left = { $n ->
    [0] không có đảng viên nào ra khỏi tổ chức
    *[other] { $n } đảng viên ra khỏi tổ chức
}
figure-members-moved-in = { $n ->
    [0] không có đảng viên nào chuyển đến
    *[other] { $n } đảng viên chuyển đến
}
figure-members-moved-out = { $n ->
    [0] không có đảng viên nào chuyển đi
    *[other] { $n } đảng viên chuyển đi
}
figure-members-confirmed = { $n ->
    [0] chưa công nhận chính thức đảng viên nào
    *[other] công nhận chính thức { $n } đảng viên
}
figure-members-total = { $n ->
    [0] chưa có đảng viên nào
    *[other] có { $n } đảng viên
}
figure-members-women-share = tỷ lệ nữ trong tổng số đảng viên: { $share }
footing-opening = đầu kỳ { $n }
footing-joined = kết nạp { $n }
footing-moved-in = chuyển đến { $n }
footing-left = ra { $n }
footing-moved-out = chuyển đi { $n }
footing-closing = cuối kỳ { $n }

## Giải thưởng và nhiệm vụ
figure-awards-works = { $n ->
    [0] chưa trao giải cho tác phẩm nào
    [1] trao giải cho { $n } tác phẩm
    *[other] trao giải cho { $n } tác phẩm của các tác giả, nhóm tác giả
}
figure-tasks-groups = { $n ->
    [0] chưa đề ra nhóm nhiệm vụ trọng tâm nào
    *[other] đề ra { $n } nhóm nhiệm vụ trọng tâm
}
tasks-groups-for-year = { $n ->
    [0] chưa có nhóm nhiệm vụ trọng tâm nào năm { $year }
    *[other] { $n } nhóm nhiệm vụ trọng tâm năm { $year }
}
figure-tasks-given = { $n ->
    [0] chưa giao nhiệm vụ nào
    *[other] giao { $n } nhiệm vụ
}
figure-tasks-incomplete = { $n ->
    [0] mọi nhiệm vụ đều rõ người, rõ hạn
    *[other] { $n } nhiệm vụ chưa rõ người hoặc chưa rõ hạn
}

## Mức độ bao phủ
coverage-reported = { $noun ->
    [province] { $n ->
        [0] chưa có tỉnh nào báo cáo ({ $n }/{ $m })
        *[other] { $n }/{ $m } tỉnh đã báo cáo
    }
    [district] { $n ->
        [0] chưa có huyện nào báo cáo ({ $n }/{ $m })
        *[other] { $n }/{ $m } huyện đã báo cáo
    }
    *[unit] { $n ->
        [0] chưa có tổ chức nào báo cáo ({ $n }/{ $m })
        *[other] { $n }/{ $m } tổ chức đã báo cáo
    }
}
coverage-missing = { $reported }; { $k ->
    *[other] { $missing } chưa báo cáo
}
coverage-none-due = kỳ này không có báo cáo nào đến hạn
days-late = { $n ->
    [0] đúng hạn
    *[other] chậm { $n } ngày
}
days-late-average = { $n ->
    [0] bình quân đúng hạn
    *[other] chậm bình quân { $n } ngày
}

## So sánh
change = { $way ->
    [up] tăng { $n } so với { $base }
    [down] giảm { $n } so với { $base }
    *[same] không thay đổi so với { $base }
}
change-base-year-end = cuối năm { $year }
change-base-day = ngày { $day }
change-no-base = năm trước không có số liệu để so sánh
declared-differs = báo cáo nêu { $declared }, sổ đăng ký có { $computed }; chênh lệch { $difference }
counts-hidden = số liệu dưới { $limit } được ẩn
and-n-more = và { $n } mục khác

## Tên báo cáo và đề mục
heading-summary = Tóm tắt
heading-coverage = Mức độ bao phủ
heading-charts = Biểu đồ
heading-side-by-side = So sánh giữa các tổ chức
heading-late = Văn bản ghi nhận hoặc đính chính sau { $day }
heading-annex = Phụ lục: cách tính từng số liệu

## Đầu bảng và trạng thái
col-indicator = Chỉ tiêu
col-value = Giá trị
col-unit = Tổ chức
col-province = Tỉnh
col-total = Tổng cộng
col-period = Kỳ báo cáo
col-year-before = Năm trước
col-change = Thay đổi
col-act = Văn bản
col-number = Số
col-title = Trích yếu
col-act-type = Loại văn bản
col-issuer = Cơ quan ban hành
col-signed-on = Ngày ký
col-in-force-on = Ngày có hiệu lực
col-recorded-on = Ngày ghi nhận
col-reported-on = Ngày báo cáo
col-due-on = Hạn gửi
col-days-late = Số ngày chậm
col-status = Tình trạng
col-definition = Định nghĩa
col-computed = Cách tính
col-numerator = Tử số
col-denominator = Mẫu số
col-reference = Căn cứ
col-effect = Hệ quả
col-reason = Lý do
col-person = Người
col-post = Chức danh
col-count = Số lượng
col-share = Tỷ lệ
col-name = Tên
col-code = Mã
col-month = Tháng
col-sex = Giới tính
col-age-band = Độ tuổi
col-section = Phần
sex-F = nữ
sex-M = nam
sex-unknown = không nêu
status-missing = chưa báo cáo
status-corrected = đã đính chính
status-withdrawn = đã bị thu hồi
status-recorded-late = ghi nhận về sau
verified-no = căn cứ chưa được kiểm chứng
not-applicable = không tính

## Biểu đồ
chart-acts-by-bucket = Văn bản theo loại
chart-personnel-by-month = Quyết định cán bộ theo tháng
chart-personnel-by-province = Quyết định cán bộ theo tỉnh
chart-timeliness = Thời hạn gửi báo cáo
chart-members-by-province = Đảng viên theo tỉnh
axis-acts = văn bản
axis-personnel = lượt cán bộ
axis-members = đảng viên
axis-posts = chức danh còn khuyết
axis-days-late = số ngày chậm

## Chân trang
provenance = Fasti { $version } tính từ sổ đăng ký, bộ quy tắc { $pack }, { $known }.
provenance-now = theo toàn bộ dữ liệu đã ghi nhận
figures-not-typed = Mọi số liệu đều được tính từ sổ đăng ký, không có số liệu nào nhập tay.
