# Слова вместо слишком малых чисел.
report-under = менее { $n }
report-withheld = не показано
report-acts-withheld = число слишком мало, чтобы его показывать
report-chart-withheld = без слишком малых чисел, { $period }
