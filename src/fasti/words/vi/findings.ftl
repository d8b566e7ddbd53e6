# Điều kiểm tra thấy chưa đúng và cách khắc phục: mỗi mã của words/findings.py một câu.
finding-of-act = { $act }: { $finding }
finding-no-article = chưa nêu điều khoản
finding-with-article = { $finding } ({ $article })
finding-unknown-unit = Không có tổ chức { $unit }. Hãy sửa mã hoặc thành lập tổ chức trước.
finding-unknown-person = Không có người { $person }. Hãy sửa mã hoặc nhập người này trước.
finding-unknown-post = Không có chức danh { $post }. Hãy sửa mã hoặc lập chức danh trước.
finding-unknown-act = Không có văn bản { $value }. Hãy sửa số và cơ quan ban hành.
finding-unknown-act-type = Quy định không có loại văn bản { $act_type }. Hãy chọn loại có trong quy định của ngày đó.
finding-unknown-effect = Không có hệ quả { $effect }. Hãy chọn một trong các loại hệ quả.
finding-unknown-office = Quy định không có chức vụ { $value }. Hãy chọn chức vụ có trong quy định của ngày đó.
finding-unknown-kind = Quy định không có loại hình tổ chức { $kind }. Hãy chọn loại hình có trong quy định của ngày đó.
finding-unknown-relation = Quy định không có quan hệ { $value } giữa các văn bản. Hãy chọn quan hệ có trong quy định của ngày đó.
finding-unknown-provider = Quy định không có đơn vị giảng dạy { $value }. Hãy chọn đơn vị có trong quy định.
finding-unknown-reason = Quy định không có lý do { $value }. Hãy chọn lý do có trong quy định.
finding-unknown-form = Quy định không có mẫu báo cáo { $value }. Hãy chọn một mẫu theo quy định của ngày đó.
finding-unknown-level = Quy định không có cấp { $value }. Hãy chọn một cấp theo quy định.
finding-unknown-class = Quy định không có độ mật { $confidentiality } vào ngày đó ({ $article }). Hãy chọn độ mật có trong quy định.
finding-duplicate-code = Mã { $value } đã được dùng. Hãy chọn mã khác.
finding-malformed-day = { $field }: { $value } không phải là ngày. Hãy viết ngày theo năm-tháng-ngày, ví dụ 2024-06-30.
finding-malformed-json = Tệp { $file } không đúng cú pháp JSON ở dòng { $line }. Hãy sửa dòng đó.
finding-malformed-yaml = Tệp { $file } không đúng cú pháp YAML ở dòng { $line }. Hãy sửa dòng đó.
finding-missing-field = Thiếu trường { $field }. Hãy điền vào.
finding-unexpected-field = Không có trường { $field } ở đây. Hãy bỏ đi hoặc sửa tên trường.
finding-wrong-type = { $field }: { $value } không đúng kiểu giá trị. Hãy sửa lại.
finding-period-malformed = { $value } không phải là kỳ báo cáo. Hãy ghi năm, 6 tháng, quý hoặc tháng, ví dụ 2024, 2024-H1, 2024-Q3 hoặc 2024-05.
finding-stage-unknown = { $value } không phải là giai đoạn của tư cách thành viên. Hãy chọn dự bị hoặc chính thức.
finding-text-has-nul = Trường { $field } có ký tự NUL, không thể lưu. Hãy bỏ ký tự đó.
finding-text-malformed = Trường { $field } có một nửa ký tự, không thể lưu được. Hãy nhập lại văn bản.
finding-text-turns-direction = Mục { $field } có ký tự ẩn đảo chiều viết, khiến chữ đọc khác với chữ được ghi. Hãy xoá ký tự ấy hoặc gõ lại.
finding-text-too-long = Trường { $field } quá dài (số ký tự: { $number }; giới hạn: { $limit }). Hãy rút ngắn.
finding-malformed-code = { $field }: { $value } không thể là mã. Mã bắt đầu bằng chữ cái hoặc chữ số, chỉ gồm chữ cái, chữ số và . _ - + /, tối đa { $limit } ký tự.
finding-day-not-after = { $field }: { $until } không sau { $day }. Hãy sửa một trong hai ngày.
finding-unit-not-there = Tổ chức { $unit } không tồn tại tại { $day }. Hãy chọn ngày tổ chức tồn tại hoặc chọn tổ chức khác.
finding-unit-without-day = Tổ chức { $unit } sẽ bắt đầu và kết thúc cùng ngày { $day } nên không tồn tại ngày nào. Hãy chọn ngày kết thúc muộn hơn hoặc bỏ cả hai hệ quả.
finding-unit-already-founded = Tổ chức { $unit } đã được thành lập. Hãy chọn mã khác.
finding-unit-exists-later = Tổ chức { $unit } đã có quyết định thành lập kể từ { $day }. Hãy chọn mã khác hoặc thu hồi quyết định thành lập sau trước.
finding-unit-without-issuer = Tổ chức { $unit } không có cơ quan nào được ban hành văn bản. Hãy nêu cơ quan ban hành văn bản này.
finding-unit-without-members = Tổ chức { $unit } thuộc loại hình { $kind } không trực tiếp quản lý thành viên ({ $article }). Hãy chọn tổ chức có thành viên.
finding-kind-not-under-parent = Tổ chức { $unit } thuộc loại hình { $kind } không được trực thuộc { $other_unit } ({ $article }). Hãy chọn tổ chức cấp trên khác hoặc loại hình khác.
finding-tree-cycle = Tổ chức { $unit } sẽ trực thuộc chính mình qua { $other_unit }. Hãy chọn tổ chức cấp trên không thuộc cấp dưới của tổ chức này.
finding-unit-has-members = Tổ chức { $unit } còn thành viên tại { $day } (số lượng: { $count }). Hãy nêu tổ chức tiếp nhận các thành viên đó.
finding-unit-has-units = Còn tổ chức trực thuộc { $unit } tại { $day } (số lượng: { $count }). Hãy sáp nhập, chuyển hoặc giải thể các tổ chức đó trước.
finding-same-unit = Tổ chức { $unit } được nêu ở cả hai bên. Hãy nêu hai tổ chức khác nhau.
finding-successor-not-there = Tổ chức tiếp nhận { $other_unit } không tồn tại tại { $day }. Hãy thành lập trước hoặc nêu tổ chức khác.
finding-post-not-there = Chức danh { $post } không tồn tại tại { $day }. Hãy lập chức danh trước hoặc chọn ngày khác.
finding-post-already-established = Chức danh { $post } đã được lập. Hãy chọn mã khác.
finding-post-not-for-unit = Không được lập chức danh { $post } tại { $unit }, tổ chức thuộc loại hình { $kind } ({ $article }). Hãy chọn chức vụ mà quy định cho phép với loại hình này.
finding-post-over-seats = Tại { $day } chức danh { $post } sẽ có nhiều người giữ hơn số suất (số suất: { $limit }). Hãy cho thôi giữ chức vụ một người trước hoặc tăng số suất.
finding-post-occupied = Tại { $day } chức danh { $post } do { $person } giữ. Hãy cho người này thôi giữ chức vụ trước.
finding-seats-below-holders = Tại { $day } chức danh { $post } sẽ có ít suất hơn số người giữ (số suất: { $number }, số người giữ: { $count }). Hãy cho thôi giữ chức vụ trước.
finding-person-in-two-places = Tại { $day } { $person } sẽ sinh hoạt ở cả { $unit } và { $other_unit }. Hãy kết thúc một trong hai nơi trước.
finding-not-a-member = Tại { $day } { $person } chưa phải là thành viên. Hãy kết nạp trước hoặc chọn ngày khác.
finding-already-full-member = Tại { $day } { $person } đã là thành viên chính thức. Hãy bỏ việc công nhận này.
finding-already-member = Tại { $day } { $person } đã là thành viên của { $unit }. Hãy bỏ việc kết nạp này.
finding-personal-data-differ = Thông tin nhập cho { $person } ({ $field }) khác với thông tin đã ghi. Hãy bỏ thông tin này nếu kết nạp lại chính người đó, hoặc chọn mã mới cho người khác.
finding-still-holds-posts = Tại { $day } { $person } còn giữ chức vụ { $post }. Hãy cho thôi giữ mọi chức vụ trước.
finding-probation-too-short = Thời gian dự bị của { $person } chưa kết thúc trước { $until } ({ $article }). Hãy công nhận chính thức từ ngày đó trở đi.
finding-already-holds-post = Tại { $day } { $person } đã giữ chức vụ { $post }. Hãy bỏ hệ quả này hoặc dùng bổ nhiệm lại.
finding-does-not-hold-post = Tại { $day } { $person } không giữ chức vụ { $post }. Hãy sửa người, chức danh hoặc ngày.
finding-same-post = { $person } sẽ được chuyển từ { $post } đến chính chức danh đó. Hãy nêu hai chức danh khác nhau.
finding-plan-too-many-persons = Quy hoạch chức danh { $post } sẽ có nhiều người hơn mức cho phép (tối đa: { $limit }; { $article }). Hãy đưa bớt một người ra khỏi quy hoạch trước.
finding-plan-too-many-posts = { $person } sẽ được quy hoạch nhiều chức danh hơn mức cho phép (tối đa: { $limit }; { $article }). Hãy đưa ra khỏi quy hoạch một chức danh trước.
finding-plan-not-higher = Chức danh { $post } không cao hơn chức vụ { $person } đang giữ ({ $article }). Hãy chọn chức danh cao hơn.
finding-not-granted = Thiếu quyền { $right }: không chức vụ nào bạn đang giữ cho quyền đó đối với { $unit } ({ $article }). Hãy nhờ người có quyền này.
finding-not-cleared = Văn bản của { $unit } có độ mật { $confidentiality } vượt quá mức bạn được tiếp cận. Hãy chọn độ mật thấp hơn hoặc nhờ người có thẩm quyền.
finding-four-eyes = Người soạn văn bản loại { $act_type } không được tự ban hành văn bản đó ({ $article }). Hãy để người khác thẩm định và ban hành.
finding-not-authorised = Tổ chức { $unit } thuộc loại hình { $kind } không được ban hành văn bản loại { $act_type } ({ $article }). Hãy chọn loại văn bản khác hoặc cơ quan ban hành khác.
finding-signer-not-in-office = Tại { $day } { $person } không giữ chức vụ { $post }. Hãy chọn người ký đang giữ chức vụ vào ngày đó.
finding-signer-may-not-sign = { $person }, giữ chức vụ { $post }, không được ký văn bản loại { $act_type } ({ $article }). Hãy chọn người ký đúng thẩm quyền.
finding-effect-not-allowed = Văn bản loại { $act_type } không được có hệ quả { $effect } ({ $article }). Hãy chọn loại văn bản khác hoặc bỏ hệ quả này.
finding-effect-before-unit = Hệ quả { $effect } có { $day }, trước khi tổ chức { $unit } tồn tại. Hãy chọn ngày muộn hơn.
finding-effect-outside-unit = Hệ quả { $effect } liên quan đến { $other_unit }, không thuộc phạm vi của { $unit }. Hãy để cơ quan cấp trên ban hành văn bản.
finding-person-out-of-reach = { $person } không thuộc phạm vi của bạn, nên bạn không thể soạn nội dung này. Hãy đề nghị tổ chức quản lý hồ sơ của người này hoặc cấp trên.
finding-no-rule = Quy định không có giá trị { $value } cho { $day }. Hãy bổ sung giá trị kèm ngày hiệu lực hoặc chọn ngày khác.
finding-signed-before-unit = Văn bản ký { $day }, trước khi cơ quan ban hành { $unit } tồn tại. Hãy sửa ngày hoặc cơ quan ban hành.
finding-in-force-before-signed = Văn bản sẽ có hiệu lực { $day }, trước khi được ký { $until }. Hãy sửa một trong hai ngày.
finding-number-taken = Số { $number } của { $unit } đã dùng cho { $value }. Hãy để trống số: hệ thống sẽ cấp số tiếp theo.
finding-recorded-out-of-order = Lần ghi cuối của { $unit } có thời điểm muộn hơn ({ $day }) lần ghi này. Hãy chỉnh lại đồng hồ rồi thử lại.
finding-attachment-missing = Không có tệp kèm theo { $file }. Hãy sửa tên tệp hoặc đính kèm tệp.
finding-attachment-unreadable = Không đọc được tệp đính kèm { $file }. Hãy đính kèm một tệp đọc được, không phải thư mục.
finding-attachment-too-large = Tệp kèm theo { $file } quá lớn ({ $number }; tối đa: { $limit }). Hãy đính kèm tệp nhỏ hơn.
finding-attachment-by-path = { $file }: dự thảo lập ở đây không được trỏ tới tệp trên máy chủ. Hãy chọn tệp và thêm vào dự thảo.
finding-attachment-empty = { $file } không có nội dung. Hãy chọn tệp khác.
finding-attachment-of-other-kind = { $file } không thuộc loại tệp được kèm văn bản. Hãy chọn tài liệu, bảng tính, ảnh, chữ ký số hoặc tệp nén như PDF, DOCX, XLSX, PNG, ZIP.
finding-attachment-not-what-it-says = Nội dung của { $file } không đúng với tên tệp. Hãy lưu lại từ chương trình tạo ra nó, hoặc chọn tệp khác.
finding-task-without-unit = Nhiệm vụ { $number } chưa nêu tổ chức thực hiện. Hãy nêu tổ chức hoặc cấp thực hiện.
finding-training-without-topics = Lớp { $value } chưa nêu chuyên đề nào. Hãy nêu ít nhất một chuyên đề và đơn vị giảng dạy.
finding-award-without-work = Giải thưởng chưa nêu tác phẩm hoặc người được trao. Hãy nêu đối tượng được trao.
finding-nothing-to-do = Không có gì thay đổi. Hãy sửa yêu cầu hoặc bỏ qua.
finding-relation-target-not-issued = Văn bản { $value } chưa được ban hành nên chưa thể dẫn chiếu. Hãy ban hành trước hoặc bỏ dẫn chiếu.
finding-relation-to-itself = Văn bản dẫn chiếu chính nó. Hãy nêu văn bản khác.
finding-concretises-lower = Văn bản { $value } của { $unit } không phải của cơ quan cấp trên nên không thể cụ thể hóa ({ $article }). Hãy chọn quan hệ khác.
finding-already-withdrawn = Văn bản { $value } đã bị thu hồi { $day }. Hãy bỏ việc thu hồi này.
finding-may-not-withdraw = Tổ chức { $unit } không được thu hồi văn bản { $value } ({ $article }). Hãy để cơ quan ban hành hoặc cơ quan cấp trên thu hồi.
finding-withdraw-would-break = Nếu không có văn bản { $act } thì điều sau không còn đúng: { $value }. Hãy thu hồi hoặc đính chính các văn bản sau đó trước.
finding-already-voided = Hệ quả { $effect } đã bị { $value } làm mất hiệu lực. Hãy bỏ việc này.
finding-void-by-relation = Dự thảo không thể hủy riêng một hệ quả. Hãy thu hồi cả văn bản: ghi văn bản đó vào mục quan hệ với loại withdraws.
finding-may-not-change = Tổ chức { $unit } không được đính chính, sửa đổi hoặc bãi bỏ văn bản { $value } ({ $article }). Hãy để cơ quan ban hành hoặc cơ quan cấp trên thực hiện.
finding-may-not-be-part = Tổ chức { $unit } không được đưa văn bản này vào phương án của văn bản { $value } ({ $article }): cơ quan chủ trì phương án phải thu hồi được toàn bộ phương án. Hãy để cơ quan cấp trên chung chủ trì, hoặc bỏ quan hệ này.
finding-withdraw-corrected = Văn bản { $value } đã được văn bản { $act } đính chính hoặc sửa đổi. Hãy thu hồi văn bản đó trước, hoặc thu hồi cả hai trong một văn bản.
finding-no-such-effect = Văn bản { $value } không có hệ quả số { $number }. Hãy đánh số hệ quả như `fasti act show` liệt kê.
finding-amends-the-past = Hệ quả { $number } của văn bản { $value } đã phát sinh trước { $day } nên không thể sửa đổi nữa. Nếu sai ngay từ đầu thì đính chính; nếu không, hãy quyết định nội dung áp dụng từ nay.

# Người được nhập hai lần.
finding-same-entry = { $person } được nêu ở cả hai vế. Hãy nêu mục cần bỏ và mục cần giữ.
finding-entry-given-up = Mục { $person } đã được bỏ: mục này chỉ cùng một người với { $other_person }. Hãy nêu mục được giữ.
finding-entries-in-a-circle = { $person } và { $other_person } sẽ thay thế lẫn nhau. Hãy hủy bỏ lần gộp trước của hai mục này trước.
finding-entries-do-not-fit = Khi hai mục là một người, { $value } không còn phù hợp. Hãy rút nội dung đó ngay trong văn bản này bằng quan hệ “corrects” có nêu nội dung ấy, hoặc để văn bản kết thúc một trong hai nơi sinh hoạt hay chức vụ.
finding-malformed-document-number = Số giấy tờ không hợp lệ: cần 4 đến 64 chữ và số, có ít nhất một chữ số, viết dưới dạng văn bản. Hãy sửa lại hoặc bỏ trống.
finding-document-key-missing = Không có khóa { $file } trong thư mục dữ liệu nên không so sánh được số giấy tờ. Hãy đặt lại khóa từ nơi cất giữ, hoặc bỏ trống số giấy tờ.
# Quy hoạch và hoán đổi chức danh.
finding-already-planned = Tại { $day } { $person } đã có trong quy hoạch chức danh { $post }. Hãy bỏ nội dung này hoặc đưa ra khỏi quy hoạch trước.
finding-not-planned = Tại { $day } { $person } không có trong quy hoạch chức danh { $post }. Hãy sửa người, chức danh hoặc ngày.
finding-swap-with-oneself = { $person } được nêu ở cả hai bên hoán đổi. Hãy nêu hai người khác nhau.
# Chuyển tổ chức và chuyển sinh hoạt.
finding-organ-moves-with-unit = { $unit } là cơ quan loại { $kind }, gắn với tổ chức mà cơ quan đó phục vụ ({ $article }). Hãy chuyển tổ chức đó hoặc thành lập cơ quan mới.
finding-shares-above-whole = Tại { $day } tổ chức { $unit } tách ra nhiều hơn toàn bộ (tổng tỷ lệ phần trăm: { $number }). Hãy giảm các tỷ lệ để tổng không quá 100.
finding-not-member-of = Tại { $day } { $person } không sinh hoạt tại { $unit }. Hãy nêu tổ chức nơi người này đang sinh hoạt vào ngày đó.
finding-was-a-member = { $person } đã từng là thành viên, đến { $day }. Hãy dùng kết nạp lại (READMIT).
finding-never-a-member = Trước { $day } { $person } chưa từng là thành viên. Hãy dùng kết nạp (ADMIT).
finding-readmit-too-early = Chưa được kết nạp lại { $person } trước { $until } ({ $article }). Hãy chọn ngày đó hoặc ngày sau đó.
# Xếp loại và kỷ luật.
finding-unknown-grade = Quy định không có mức xếp loại { $value } ({ $article }). Hãy chọn mức có trong quy định của ngày đó.
finding-unknown-ground = Quy định không có căn cứ kỷ luật { $value } ({ $article }). Hãy chọn căn cứ có trong quy định của ngày đó.
finding-unknown-sanction = Quy định không có hình thức kỷ luật { $value }. Hãy chọn hình thức có trong quy định của ngày đó.
finding-sanction-not-for = Hình thức kỷ luật { $value } không áp dụng cho đối tượng này ({ $article }). Hãy chọn hình thức mà quy định cho phép đối với tổ chức, thành viên dự bị hoặc thành viên chính thức.
finding-sanction-without-end = Hình thức kỷ luật { $value } chỉ có hiệu lực cùng với việc chấm dứt tư cách thành viên, chức vụ hoặc tổ chức liên quan ({ $article }). Hãy thêm việc chấm dứt đó vào cùng văn bản, cùng ngày.
finding-sanction-not-there = Tại { $day } không có hình thức kỷ luật { $value } nào đang thi hành. Hãy sửa hình thức hoặc ngày.
# An import that finds more than it shows
finding-findings-left-out = Còn { $count } vướng mắc nữa chưa nêu ở đây. Hãy sửa những điều đã nêu rồi kiểm tra lại.
# Nhập các trang.
finding-file-not-tables = { $file } không phải là bảng tính (.xlsx), bảng (.csv) hay thư mục chứa bảng. Hãy lưu theo một trong các dạng đó.
finding-workbook-unreadable = Không đọc được { $file } như một bảng tính: tệp bị hỏng, có mật khẩu hoặc dạng khác. Hãy mở bằng chương trình bảng tính và lưu lại dạng .xlsx.
finding-workbook-too-large = { $file } khi giải nén sẽ lớn bất thường. Hãy lưu các trang thành tệp CSV rồi nhập.
finding-encoding-undecided = Không xác định được bảng mã của { $file }: có thể là { $value }. Hãy nêu bằng --encoding hoặc lưu tệp dạng UTF-8.
finding-encoding-wrong = Từ dòng này { $file } không viết bằng { $value }. Hãy nêu bảng mã khác bằng --encoding hoặc lưu tệp dạng UTF-8.
finding-csv-malformed = Trong { $file } có dấu nháy chưa đóng hoặc đứng giữa ô. Hãy viết đôi dấu nháy trong ô và đặt cả ô giữa hai dấu nháy.
finding-folder-not-empty = { $file } đã có và không phải thư mục trống. Hãy nêu thư mục khác.
finding-sheet-unknown = Trang { $sheet } không thuộc các trang được nhập. Hãy đổi tên như trong mẫu hoặc xóa đi.
finding-sheet-missing = Thiếu trang { $sheet }. Hãy thêm vào: mỗi dòng đều thuộc một văn bản.
finding-sheet-without-headings = Trang { $sheet } không có tiêu đề nhận biết được. Hãy chép dòng đầu từ mẫu.
finding-sheet-hidden = Trang { $sheet } bị ẩn nhưng có dữ liệu. Hãy hiện trang hoặc xóa đi.
finding-nothing-to-import = { $file } không có văn bản nào. Hãy điền trang văn bản.
finding-heading-unknown = Không có cột nào tên { $value }. Hãy sửa tiêu đề như trong mẫu hoặc xóa cột.
finding-heading-twice = Cột { $value } có hai lần. Hãy xóa một cột.
finding-heading-missing = Thiếu cột { $field }. Hãy thêm như trong mẫu.
finding-cell-without-heading = { $value } nằm ở cột không có tiêu đề. Hãy đặt tiêu đề hoặc xóa ô.
finding-cell-formula = Ô chứa công thức: { $value }. Hãy thay bằng chính giá trị.
finding-cell-error = Ô báo lỗi: { $value }. Hãy thay bằng giá trị đúng.
finding-cells-merged = Các ô { $value } bị gộp nên chỉ ô đầu có giá trị. Hãy bỏ gộp và điền từng ô.
finding-row-hidden = Dòng bị ẩn nhưng có dữ liệu. Hãy hiện dòng hoặc xóa đi.
finding-day-unreadable = { $value } không phải là ngày. Hãy viết dạng 30/06/2024 hoặc 2024-06-30.
finding-day-impossible = { $value } là ngày không có trong lịch hoặc năm chưa đủ. Hãy viết ngày trước, năm đủ bốn chữ số, ví dụ 30/06/2024.
finding-day-ambiguous = { $value } có thể là { $first } hoặc { $second }. Hãy viết rõ theo cách đó.
finding-day-with-time = { $value } là ngày kèm giờ. Hãy chỉ để lại ngày.
finding-cell-day-for-text = { $field }: bảng tính đã đổi thành ngày ({ $value }). Hãy định dạng ô là văn bản và viết lại.
finding-cell-number-for-code = { $field }: { $value } đang là số nên có thể mất số 0 ở đầu. Hãy định dạng ô là văn bản và viết lại mã.
finding-cell-not-whole = { $field }: { $value } không phải số nguyên. Hãy chỉ viết chữ số.
finding-choice-unknown = { $field }: { $value } không có trong danh mục. Hãy chọn một trong: { $choices }.
finding-choice-unclear = { $value } là tên của nhiều giá trị. Hãy ghi mã: { $choices }.
finding-field-not-of-kind = Hệ quả { $effect } không có { $field }. Hãy xóa ô hoặc chọn loại khác.
finding-act-key-twice = Khóa { $value } đã thuộc văn bản khác. Hãy đặt cho mỗi văn bản một khóa riêng.
finding-act-key-unknown = Không có văn bản nào mang khóa { $value }. Hãy sửa khóa hoặc thêm văn bản vào trang văn bản.
finding-order-twice = Thứ tự { $number } bị trùng trong văn bản. Hãy cho mỗi dòng một thứ tự riêng hoặc bỏ trống.
finding-list-malformed = { $field }: { $value } không đúng dạng danh sách. Hãy viết như ghi chú ở tiêu đề.
finding-signed-in-future = Văn bản ghi ngày ký { $day } là ngày chưa tới. Hãy ghi đúng ngày ký; nếu muốn có hiệu lực về sau, hãy dùng in_force_on.
finding-attachment-elsewhere = Tệp { $file } nằm ngoài thư mục nhập. Hãy đưa tệp vào thư mục đó và ghi đường dẫn từ đó.
finding-unknown-account = Không có tài khoản { $value }. Hãy sửa tên; lệnh fasti account list liệt kê tất cả.
finding-account-closed = Tài khoản { $value } đã đóng. Trước hết hãy mở lại.
finding-account-name-malformed = { $value } không thể là tên tài khoản. Hãy dùng 2 đến 64 chữ thường, chữ số và . _ - , bắt đầu bằng chữ hoặc số.
finding-account-name-taken = Tên { $value } đã được dùng. Hãy chọn tên khác.
finding-account-of-person = { $person } đã có tài khoản { $value }. Hãy dùng tài khoản đó; nếu đã đóng, hãy mở lại bằng tên này.
finding-account-above = Tài khoản { $value } được tiếp cận nhiều hơn tài khoản của bạn và đang được sử dụng. Hãy để người vận hành đặt mật khẩu tại máy chủ.
finding-return-accepted = Báo cáo của { $unit } ({ $return_form }, { $period }) đã được tiếp nhận ngày { $day } và đã khóa ({ $article }). { $by ->
        [top] Hãy đề nghị tổ chức cấp cao nhất mở lại.
       *[recipient] Hãy đề nghị nơi nhận báo cáo hoặc cấp trên mở lại.
    }
finding-return-closed = Báo cáo của { $unit } ({ $return_form }, { $period }) chỉ nộp được đến ngày { $day }; sau ngày đó đã đóng ({ $article }). { $by ->
        [top] Hãy đề nghị tổ chức cấp cao nhất mở lại.
       *[recipient] Hãy đề nghị nơi nhận báo cáo hoặc cấp trên mở lại.
    }
finding-return-not-submitted = Không có báo cáo nào của { $unit } ({ $return_form }, { $period }) đang chờ trả lời. Hãy chờ đến khi báo cáo được nộp.
finding-return-other-version = Báo cáo của { $unit } ({ $return_form }, { $period }) đang ở lần nộp { $version }, không phải { $number }. Hãy xem và trả lời lần nộp đó.
finding-return-not-locked = Báo cáo của { $unit } ({ $return_form }, { $period }) không bị khóa. Hãy trả lời, hoặc chờ đến khi báo cáo được nộp.
finding-return-not-owed = { $unit } không phải nộp báo cáo theo biểu mẫu này cho kỳ này ({ $return_form }, { $period }). Hãy chọn biểu mẫu mà cấp đó phải nộp.
finding-return-form-not-handed-in = Báo cáo theo biểu mẫu { $return_form } ngày { $day } không thuộc loại phải nộp theo biểu mẫu ({ $article }). Hãy ban hành báo cáo thường.
finding-return-wrong-period = Biểu mẫu { $return_form } không dùng cho kỳ như { $period } ({ $article }). Hãy chọn kỳ đúng loại.
finding-return-to-other = { $unit } nộp báo cáo cho { $other_unit } ({ $article }). Hãy gửi đến đó.
finding-return-other-day = Báo cáo của { $unit } ({ $return_form }, { $period }) được nộp hoặc trả lời vào ngày ký văn bản, { $day }. Hãy bỏ ngày riêng của hệ quả.
finding-return-other-form = Văn bản phải ghi biểu mẫu và kỳ của báo cáo của { $unit }: { $return_form }, { $period }. Hãy ghi vào văn bản.
finding-return-of-other-unit = { $other_unit } không thể nộp báo cáo của { $unit } ({ $return_form }, { $period }). Hãy để { $unit } hoặc tổ chức kế thừa nộp.
finding-return-signed-by-other = Báo cáo của { $unit } ({ $return_form }, { $period }) phải do người giữ chức vụ mà biểu mẫu quy định ký ({ $article }). Hãy để người đó ký.
finding-return-answered-by-other = Báo cáo của { $unit } ({ $return_form }, { $period }) do { $other_unit } hoặc cấp trên trả lời ({ $article }). Hãy để tổ chức đó ban hành.
finding-return-figure-unknown = “{ $figure }” không có trong biểu mẫu { $return_form }. Hãy bỏ đi.
finding-return-figure-missing = Thiếu “{ $figure }”. Hãy ghi số liệu; nếu không có, hãy ghi none và giải trình.
finding-return-figure-malformed = “{ $figure }”: { $value } không phải là số liệu hợp lệ. Hãy ghi số nguyên; với tỷ lệ, hãy ghi phần và tổng, ví dụ 12/14.
finding-return-sum-differs = “{ $figure }” là { $value }, nhưng các số thành phần cho { $sum }. { $strict ->
        [yes] Hãy sửa lại.
       *[no] Hãy sửa lại hoặc giải trình.
    }
finding-return-figure-above = “{ $figure }” là { $value }, không thể lớn hơn { $limit }. { $strict ->
        [yes] Hãy sửa lại.
       *[no] Hãy sửa lại hoặc giải trình.
    }
finding-return-figure-outside = “{ $figure }” là { $value }; biểu mẫu chỉ nhận từ { $low } đến { $high }. { $strict ->
        [yes] Hãy sửa lại.
       *[no] Hãy sửa lại hoặc giải trình.
    }
finding-return-not-carried = “{ $figure }” là { $value }, nhưng cuối kỳ trước là { $before }. { $strict ->
        [yes] Hãy sửa lại.
       *[no] Hãy sửa lại hoặc giải trình.
    }
finding-return-far-from-previous = “{ $figure }” là { $value }; kỳ trước là { $before }. { $strict ->
        [yes] Hãy sửa lại.
       *[no] Hãy sửa lại hoặc giải trình.
    }
finding-return-figure-unusual = “{ $figure }” là { $value }; thông thường đơn vị báo cáo khoảng { $before }. { $strict ->
        [yes] Hãy sửa lại.
       *[no] Hãy sửa lại hoặc giải trình.
    }
finding-return-narrative-missing = Mục “{ $figure }” còn trống. Hãy viết nội dung.
finding-claims-format-unknown = Không đọc được { $file }: báo cáo phải là tệp văn bản (.txt), Word (.docx) hoặc PDF có chữ. Hãy lưu lại theo một trong các dạng đó.
finding-claims-empty = { $file } không có chữ nào; chưa đọc được gì. Hãy gửi tệp có nội dung.
finding-claims-broken = { $file } không viết theo bảng mã { $value }; chưa đọc được gì. Hãy nêu bảng mã khác, hoặc lưu tệp theo UTF-8.
finding-claims-cut = { $file } quá dài: đã đọc { $limit } trong { $number } trang hoặc chữ, phần còn lại chưa đọc. Hãy chia nhỏ báo cáo.
finding-claims-unreadable = { $file } bị hỏng, chưa đọc được hết ({ $detail }). Hãy lưu lại tệp.
finding-claims-locked = { $file } bị khóa bằng mật khẩu; chưa đọc được gì. Hãy lưu lại không có mật khẩu.
finding-claims-tables = Số bảng trong { $file }: { $number }. Đã đọc theo từng hàng, mỗi số kèm tên hàng và cột; hãy kiểm tra lại.
finding-claims-pictures = { $file } chỉ có hình, không có chữ; chưa đọc được gì. Hãy gửi báo cáo dạng chữ.
finding-claims-pages-without-text = Các trang của { $file } không có chữ, có thể là bản quét: { $pages } (tất cả { $number }). Chưa đọc các trang này. Hãy gửi bản có chữ.
finding-claims-language-unknown = Không nhận ra ngôn ngữ của { $file }, hoặc không thuộc bốn ngôn ngữ được đọc; chưa đọc được gì. Hãy nêu ngôn ngữ nếu là tiếng Việt, Nga, Séc hoặc Anh.
finding-claims-passages-unread = Số đoạn của { $file } chưa đọc vì không nhận ra ngôn ngữ hoặc chữ bị lỗi: { $number }. Hãy kiểm tra các đoạn đó.
finding-claims-languages-mixed = { $file } viết bằng nhiều ngôn ngữ ({ $value }). Mỗi đoạn được đọc theo ngôn ngữ của nó; hãy kiểm tra chỗ chuyển tiếp.
finding-claims-pack-silent = Bộ quy tắc { $value } không nêu báo cáo đếm những gì. Hãy thêm claimed.yaml và claims/, hoặc nêu bộ khác.
finding-claims-total = Trong câu “{ $value }”, văn bản nêu { $number } nhưng cộng các phần được { $total }. Hãy kiểm tra số liệu, chênh lệch { $difference }.
