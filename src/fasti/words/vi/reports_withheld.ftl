# Câu chữ thay cho số liệu quá nhỏ, không được nêu.
report-under = dưới { $n }
report-withheld = không hiển thị
report-acts-withheld = số lượng quá nhỏ nên không hiển thị
report-chart-withheld = không kể số quá nhỏ không hiển thị, { $period }
