# Slova namísto příliš malých počtů.
report-under = méně než { $n }
report-withheld = neuvedeno
report-acts-withheld = počet je příliš malý, neuvádí se
report-chart-withheld = bez příliš malých počtů, { $period }
