# Lịch: ngày hết nhiệm kỳ và thời hạn, mỗi việc một dòng.
calendar-title = Nhiệm kỳ và thời hạn: { $unit }
calendar-term = Hết nhiệm kỳ: { $post }, { $person }
calendar-report = Hạn báo cáo: { $form }, { $period }, { $unit }
calendar-task = Hạn nhiệm vụ: { $text } ({ $unit })
calendar-sanction = Hết thời hạn kỷ luật: { $sanction }, { $subject }
calendar-pool = Hết thời hạn quy hoạch: { $post }, { $person }
calendar-act = Văn bản { $act }
calendar-responsible = Chịu trách nhiệm: { $person }
