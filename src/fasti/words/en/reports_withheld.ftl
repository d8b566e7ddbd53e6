# What stands in a report in place of a count that is too small to be told.
report-under = under { $n }
report-withheld = not shown
report-acts-withheld = a number too small to be shown
report-chart-withheld = without what is too small to be shown, { $period }
