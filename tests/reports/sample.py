"""A report of an invented body, made by hand from the records of the model, in any of the four languages."""

# ruff: noqa: E501
from datetime import date
from fractions import Fraction

from fasti import words
from fasti.dates.periods import Period
from fasti.reports import model

PERIOD = Period.parse("2024-H1")
UNITS = (
    ("VN-HP", "Hải Phòng"), ("VN-18", "Ninh Bình"), ("VN-09", "Lạng Sơn"), ("VN-54", "Bắc Giang"),
    ("VN-13", "Quảng Ninh"), ("VN-56", "Bắc Ninh"), ("VN-61", "Hải Dương"), ("VN-66", "Hưng Yên"),
    ("VN-67", "Nam Định"), ("VN-20", "Thái Bình"), ("VN-63", "Hà Nam"), ("VN-21", "Thanh Hóa"),
    ("VN-22", "Nghệ An"), ("VN-23", "Hà Tĩnh"),
)  # fmt: skip
ROWS = {
    "acts.project": (1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0),
    "acts.resolution": (1, 1, 0, 1, 2, 1, 1, 0, 1, 1, 0, 1, 1, 1),
    "acts.decision": (8, 6, 5, 7, 7, 6, 6, 5, 5, 5, 4, 8, 8, 6),
    "acts.plan": (6, 5, 4, 5, 6, 5, 5, 4, 4, 4, 4, 7, 6, 5),
    "acts.guidance": (1, 1, 0, 1, 1, 1, 1, 0, 0, 1, 0, 1, 1, 1),
    "personnel.appointed": (21, 14, 12, 16, 18, 13, 15, 11, 14, 13, 9, 22, 21, 17),
    "personnel.nominated": (17, 12, 11, 14, 15, 12, 13, 10, 12, 11, 8, 19, 18, 15),
    "personnel.transferred_or_rotated": (6, 4, 3, 4, 5, 4, 4, 3, 4, 3, 2, 6, 6, 4),
    "posts.seats": (60,) * 14,
    "posts.vacant": (2, 1, 0, 3, 1, 2, 0, 1, 4, 0, 5, 2, 1, 0),
    "posts.days_to_fill": (41, 39, 60, 12, 33, 90, 41, 42, 43, 44, 45, 46, 47, 48),
    "members.opening": (1800,) * 14,
    "members.admitted": (21,) * 14,
    "members.left": (9,) * 14,
    "members.total": (1812,) * 14,
    "training.participants": (0, 89, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
    "training.topics": (0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
}
SECTIONS = ("acts", "personnel", "posts", "members", "training")
LABELS = {
    "en": ("Schemes", "Resolutions and conclusions", "Decisions and regulations", "Plans and official letters",
           "Guidance documents", "Appointments", "Nominations for election", "Transfers and rotations", "Seats",
           "Vacant posts", "Days to fill", "Members at the start", "Members admitted", "Members left", "Members",
           "Training participants", "Topics taught"),
    "vi": ("Đề án", "Nghị quyết, kết luận", "Quyết định, quy định", "Kế hoạch, công văn", "Hướng dẫn", "Bổ nhiệm",
           "Giới thiệu ứng cử", "Điều động, luân chuyển", "Số lượng theo biên chế", "Chức danh khuyết",
           "Số ngày kiện toàn", "Đảng viên đầu kỳ", "Kết nạp đảng viên", "Đảng viên giảm", "Đảng viên",
           "Học viên", "Chuyên đề đã giảng"),
    "ru": ("Концепции", "Резолюции и заключения", "Решения и положения", "Планы и служебные письма", "Инструкции",
           "Назначения", "Выдвижение кандидатов", "Перемещения и ротация", "Штатные места", "Вакантные должности",
           "Дней до замещения", "Членов на начало периода", "Принято членов", "Выбыло членов", "Члены партии",
           "Слушатели", "Прочитанные темы"),
    "cs": ("Koncepce", "Usnesení a závěry", "Rozhodnutí a předpisy", "Plány a úřední dopisy", "Metodické pokyny",
           "Jmenování", "Navržení kandidátů", "Přeložení a rotace", "Systemizovaná místa", "Neobsazené funkce",
           "Dnů do obsazení", "Členové na začátku", "Přijatí členové", "Odešlí členové", "Členové",
           "Účastníci školení", "Přednesená témata"),
}  # fmt: skip
TITLES = {
    "en": ("Acts", "Personnel work", "Posts", "Members", "Training"),
    "vi": ("Ban hành văn bản", "Công tác cán bộ", "Chức danh", "Đảng viên", "Đào tạo, bồi dưỡng"),
    "ru": ("Акты", "Кадровая работа", "Должности", "Члены партии", "Обучение"),
    "cs": ("Akty", "Personální práce", "Funkce", "Členové", "Školení"),
}
NAMES = {"en": "Cluster 2", "vi": "Cụm thi đua số 2", "ru": "Группа № 2", "cs": "Skupina č. 2"}
UNITS_LABEL = {"en": "Province", "vi": "Tỉnh, thành phố", "ru": "Провинция", "cs": "Provincie"}


def amount(value: int | Fraction | None, lang: str, of: tuple[int, int] | None = None) -> model.Amount:
    if of:
        return model.Amount(Fraction(*of) if of[1] else None, *of, words.share(*of, lang))
    text = words.say("not-applicable", lang) if value is None else words.number(value, lang)
    return model.Amount(value, None, None, text)


def figure(indicator: str, lang: str) -> model.Figure:
    place = list(ROWS).index(indicator)
    label, additive = LABELS[lang][place], indicator != "posts.days_to_fill"
    value: int | Fraction = sum(ROWS[indicator]) if additive else Fraction(85, 2)
    told = words.figure(indicator, label, value, lang)
    before = amount(value - 4, lang)
    change = words.change(value, value - 4, PERIOD.year_before(), lang)
    parts: tuple[model.Part, ...] = ()
    if indicator == "training.topics":
        parts = (
            model.Part("academy", "HCMA", amount(17, lang)),
            model.Part("leaders", "BTV", amount(3, lang)),
        )
    return model.Figure(
        indicator, label, amount(value, lang), words.sentence(f"{told}; {change}"), before, "+4",
        amount(218, lang) if indicator == "personnel.appointed" else None, additive, parts,
    )  # fmt: skip


def share(lang: str) -> model.Figure:
    label = {"en": "Women among members", "vi": "Tỷ lệ đảng viên nữ", "ru": "Доля женщин", "cs": "Podíl žen"}[
        lang
    ]
    told = words.figure("members.women_share", label, None, lang, of=(8455, 25368))
    return model.Figure(
        "members.women_share",
        label,
        amount(None, lang, (8455, 25368)),
        words.sentence(told),
        None,
        "",
        None,
        False,
    )


def beside(
    id: str,
    title: str,
    columns: tuple[int, ...],
    units: tuple[model.UnitRow, ...],
    sections: list[model.Section],
    lang: str,
) -> model.SideBySide:
    amounts = tuple(figure.amount for section in sections for figure in section.figures)
    total = model.UnitRow("cluster-2", words.say("col-total", lang), lang, amounts)
    return model.SideBySide(id, title, columns, units, (total,), words.say("report-side-note", lang))


def report(lang: str = "vi", *, missing: bool = False) -> model.Report:
    sections = []
    for section, title in zip(SECTIONS, TITLES[lang], strict=True):
        figures = [figure(indicator, lang) for indicator in ROWS if indicator.startswith(section + ".")]
        sections.append(
            model.Section(section, title, (*figures, share(lang)) if section == "members" else tuple(figures))
        )
    ids = [each.indicator for section in sections for each in section.figures]
    units = tuple(
        model.UnitRow(
            code, name, "vi",
            tuple(amount(None, lang, (i, 0)) if id == "members.women_share" and i == 0
                  else amount(None, lang, (600 + i, 1812)) if id == "members.women_share"
                  else amount(ROWS[id][i], lang) for id in ids),
        )
        for i, (code, name) in enumerate(UNITS)
    )  # fmt: skip
    labels = dict(zip(ROWS, LABELS[lang], strict=True))
    gone = ("VN-67", "VN-63") if missing else ()
    names = [name for code, name in UNITS if code in gone]
    count = len(UNITS) - len(gone)
    return model.Report(
        lang=lang, form="half-year", unit="cluster-2", unit_name=NAMES[lang], period="2024-H1",
        boundaries=date(2024, 6, 30), beside=None, known=date(2024, 7, 10), dated=date(2024, 7, 10),
        head=model.Head(
            ("BAN TỔ CHỨC TRUNG ƯƠNG", "VỤ ĐỊA PHƯƠNG I"), "*", "Số 118-BC/BTCTW", "ĐẢNG CỘNG SẢN VIỆT NAM",
            "Hà Nội, " + words.day(date(2024, 7, 10), lang, style="act"),
        ),
        title=words.say("report-title", lang, period=words.period(PERIOD, lang, style="for")),
        facts=(
            NAMES[lang],
            words.boundaries(date(2024, 6, 30), lang) + "; " + words.known_on(date(2024, 7, 10), lang),
        ),
        coverage=model.Coverage(
            count, 14, words.reported(count, 14, lang, missing=names), gone,
            tuple(coverage_row(i, lang, gone) for i in range(14)),
        ),
        headline=tuple(range(8)), sections=tuple(sections), units=units,
        tables=(
            beside("headline", words.say("heading-side-by-side", lang), tuple(range(8)), units, sections, lang),
            beside("members", TITLES[lang][3], tuple(range(11, 16)), units, sections, lang),
        ),
        total_label=words.say("col-total", lang), units_label=UNITS_LABEL[lang],
        charts=tuple(drawings(lang, labels, gone)),
        late_title=words.say("heading-late", lang, day=words.day(date(2024, 7, 10), lang)),
        late_lead=words.say("report-late-lead", lang, n=2, day=words.day(date(2024, 7, 10), lang)),
        late=(
            model.LateAct("VN-63-TU:2020-2025/decision:517", "517-QĐ/TU", "về việc bổ nhiệm cán bộ <Ngữ> & ỦY VIÊN", "vi",
                          "Tỉnh ủy Hà Nam", date(2024, 6, 28), date(2024, 7, 12), words.say("status-recorded-late", lang)),
            model.LateAct("VN-20-TU:2020-2025/guidance:3", "03-HD/TU", "về công tác #[quy hoạch] cán bộ", "vi",
                          "Tỉnh ủy Thái Bình", date(2024, 6, 20), date(2024, 7, 15), words.say("status-withdrawn", lang)),
        ),
        annex=tuple(
            model.AnnexEntry(each.indicator, each.label, each.sentence, "80-QĐ/TW, Điều 14", i % 3 > 0, "DuckDB", 61 + i,
                             each.additive, ("Không tính: 12-QĐ/TU (*)",) if i == 5 else ())
            for i, each in enumerate(each for section in sections for each in section.figures)
        ),
        provenance=words.say("figures-not-typed", lang), returns=returns(lang, labels, gone),
    )  # fmt: skip


def returns(lang: str, labels: dict[str, str], gone: tuple[str, ...]) -> model.Returns:
    """What the accepted returns add up to: a declared figure that one unit did not know, one that differs, a share."""
    count, register = len(UNITS) - len(gone), amount(216, lang)
    given = words.say("return-of", lang, n=count, m=14)
    less = words.say("return-of", lang, n=count - 1, m=14)
    stated = amount(217, lang)
    return model.Returns(
        words.say("report-returns", lang), words.say("report-returns-lead", lang, n=count, m=14), count, 14,
        tuple(
            model.MissingReturn(code, name, "vi", words.say("return-state-sent-back", lang))
            for code, name in UNITS if code in gone
        ),
        (
            model.Total("meetings.held", "Họp Ban & #chi", True, amount(48, lang), count - 1, 14, less,
                        ("Hải Phòng",), ("VN-HP", *gone), None, ""),
            model.Total("personnel.appointed", labels["personnel.appointed"], False, stated, count, 14, given, (), gone,
                        register, "" if gone else "+1"),
            model.Total("members.women_share", "%", False, amount(None, lang, (8000, 25000)), count, 14, given, (), gone,
                        amount(None, lang, (8455, 25368)), ""),
        ),
        (
            model.Departure("VN-09", "Lạng Sơn", "vi", "personnel.appointed", labels["personnel.appointed"],
                            amount(13, lang), amount(12, lang), "late_act",
                            words.say("report-returns-reason-late-act", lang, day=date(2024, 7, 2)), date(2024, 7, 2)),
        ),
    )  # fmt: skip


def coverage_row(i: int, lang: str, gone: tuple[str, ...]) -> model.CoverageRow:
    code, name = UNITS[i]
    late = None if code in gone else (-2, -1, 0, 3)[i % 4]
    day = None if late is None else date(2024, 6, 15 + late)
    return model.CoverageRow(
        code, name, "vi", date(2024, 6, 15), f"{100 + i}-BC/TU" if day else "", day, late, state(late, lang)
    )


def state(late: int | None, lang: str) -> str:
    if late is None:
        return words.say("status-missing", lang)
    return (
        words.say("days-late", lang, n=late) if late >= 0 else words.say("report-days-early", lang, n=-late)
    )


def drawings(lang: str, labels: dict[str, str], gone: tuple[str, ...]):
    personnel = [id for id in ROWS if id.startswith("personnel.")]
    series = tuple(model.Series(labels[id], i) for i, id in enumerate(personnel, 1))
    period = words.period(PERIOD, lang)
    acts = [id for id in ROWS if id.startswith("acts.")]
    yield model.Chart(
        "acts", words.say("chart-acts-by-bucket", lang), period, "bars", words.say("col-act-type", lang),
        words.say("axis-acts", lang), tuple(labels[id] for id in acts), (model.Series(words.say("axis-acts", lang), 1),),
        tuple((sum(ROWS[id]),) for id in acts), tuple(words.number(sum(ROWS[id]), lang) for id in acts),
    )  # fmt: skip
    months = tuple(str(i) for i in range(1, 7))
    yield model.Chart(
        "months", words.say("chart-personnel-by-month", lang), period, "columns", words.say("col-month", lang),
        words.say("axis-personnel", lang), months, series, ((38, 28, 9),) * 6, ("75",) * 6,
    )  # fmt: skip
    rows = tuple(zip(*(ROWS[id] for id in personnel), strict=True))
    names = tuple(name for _, name in UNITS)
    yield model.Chart(
        "units", words.say("chart-personnel-by-province", lang), period, "bars", UNITS_LABEL[lang],
        words.say("axis-personnel", lang), names, series, rows, tuple(str(sum(row)) for row in rows),
    )  # fmt: skip
    given = [coverage_row(i, lang, gone) for i in range(14)]
    yield model.Chart(
        "timeliness", words.say("chart-timeliness", lang), words.say("report-chart-timeliness", lang), "days",
        UNITS_LABEL[lang], words.say("axis-days-late", lang), names, (model.Series(words.say("axis-days-late", lang), 1),),
        tuple((row.days_late,) for row in given), tuple(row.state for row in given),
    )  # fmt: skip
    yield model.Chart(
        "members", words.say("chart-members-by-province", lang), period, "bars", UNITS_LABEL[lang],
        words.say("axis-members", lang), names, (model.Series(words.say("axis-members", lang), 4),),
        tuple((value,) for value in ROWS["members.total"]),
        tuple(words.number(value, lang) for value in ROWS["members.total"]),
    )  # fmt: skip
