"""Every cell of the tables of counted sentences, in four languages, and the sentences built from messages."""

import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from fasti import words
from fasti.dates.periods import Period
from fasti.words import bundles

TABLES = yaml.safe_load((Path(__file__).parent / "tables.yaml").read_text(encoding="utf-8"))
SPLITS = {"89/20": {"academy": 17, "leaders": 3}, "5/5": {"academy": 4, "leaders": 1}}


def cells(table):
    for row in TABLES[table]:
        for lang, text in zip(("en", "vi", "ru", "cs"), row[1:], strict=True):
            yield pytest.param(row[0], lang, text.replace("~", "\N{NO-BREAK SPACE}"), id=f"{row[0]}-{lang}")


def pair(text):
    first, second = text.split("/")
    return int(first), int(second)


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("schemes_issued")))
def test_schemes_issued(n, lang, text):
    assert words.say("figure-acts-project", lang, n=int(n)) == text


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("people_appointed")))
def test_people_appointed(n, lang, text):
    assert words.figure("personnel.appointed", "", int(n), lang) == text


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("members_admitted")))
def test_members_admitted(n, lang, text):
    assert words.say("figure-members-admitted", lang, n=int(n)) == text


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("resolutions_and_conclusions")))
def test_paired_buckets(n, lang, text):
    assert words.say("bucket-count-resolution", lang, n=int(n)) == text


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("provinces_reported")))
def test_provinces_reported(n, lang, text):
    assert words.reported(*pair(n), lang) == text


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("courses")))
def test_courses(n, lang, text):
    assert words.course(*pair(n), lang, providers=SPLITS.get(n)) == text


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("days_late")))
def test_days_late(n, lang, text):
    assert words.say("days-late", lang, n=Fraction(n)) == text


@pytest.mark.parametrize(("n", "lang", "text"), list(cells("rates")))
def test_rates(n, lang, text):
    assert words.share(*pair(n), lang) == text


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


BUCKETS = [
    ("project", 5, "5 schemes", "5 đề án", "5 концепций", "5 koncepcí"),
    ("resolution", 12, "12 resolutions and conclusions", "12 nghị quyết, kết luận",
     "12 резолюций и заключений", "12 usnesení a závěrů"),
    ("decision", 86, "86 decisions and regulations", "86 quyết định, quy định",
     "86 решений и положений", "86 rozhodnutí a předpisů"),
    ("plan", 70, "70 plans and official letters", "70 kế hoạch, công văn",
     "70 планов и служебных писем", "70 plánů a úředních dopisů"),
    ("guidance", 10, "10 guidance documents", "10 hướng dẫn", "10 инструкций", "10 metodických pokynů"),
]  # fmt: skip


@pytest.mark.parametrize("row", BUCKETS, ids=lambda row: row[0])
def test_buckets_of_the_half_year(row):
    bucket, n, *texts = row
    said = [plain(words.say(f"bucket-count-{bucket}", lang, n=n)) for lang in words.LANGUAGES]
    assert said == texts


def test_a_missing_province_is_named():
    names = {
        "en": ["Nam Dinh", "Thai Binh"], "vi": ["Nam Định", "Thái Bình"],
        "ru": ["Намдинь", "Тхайбинь"], "cs": ["Nam Dinh", "Thai Binh"],
    }  # fmt: skip
    told = [
        plain(words.sentence(words.reported(12, 14, lang, missing=names[lang]))) for lang in words.LANGUAGES
    ]
    assert told == [
        "12 of 14 provinces reported; Nam Dinh and Thai Binh are missing.",
        "12/14 tỉnh đã báo cáo; Nam Định và Thái Bình chưa báo cáo.",
        "Отчитались 12 из 14 провинций; не представили отчёт Намдинь и Тхайбинь.",
        "Zprávu podalo 12 ze 14 provincií; chybí Nam Dinh a Thai Binh.",
    ]
    assert words.reported(13, 14, "en", missing=["Nam Dinh"]).endswith("Nam Dinh is missing")


def test_other_units_report_in_their_own_gender():
    assert plain(words.reported(1, 3, "ru", noun="district")) == "отчитался 1 из 3 районов"
    assert plain(words.reported(1, 3, "cs", noun="district")) == "zprávu podal 1 ze 3 okresů"
    assert words.reported(0, 1, "en", noun="unit") == "none of the 1 unit reported"


FURTHER = [
    ("figure-personnel-nominated", {"n": 187}, "187 candidates were nominated for election",
     "giới thiệu 187 cán bộ ứng cử", "выдвинуто 187 кандидатов на выборные должности",
     "navrženo 187 kandidátů do volených funkcí"),
    ("figure-personnel-transferred-or-rotated", {"n": 58}, "58 people were transferred and rotated",
     "điều động, luân chuyển 58 cán bộ", "переведено и направлено в порядке ротации 58 человек",
     "přeloženo (včetně rotací) 58 osob"),
    ("tasks-groups-for-year", {"n": 9, "year": "2024"}, "9 groups of key tasks for 2024",
     "9 nhóm nhiệm vụ trọng tâm năm 2024", "9 групп ключевых задач на 2024 г.",
     "9 skupin klíčových úkolů na rok 2024"),
    ("figure-awards-works", {"n": 20}, "20 works by authors and groups of authors were awarded",
     "trao giải cho 20 tác phẩm của các tác giả, nhóm tác giả",
     "премированы 20 работ отдельных авторов и авторских коллективов",
     "oceněno bylo 20 prací jednotlivých autorů a autorských kolektivů"),
    ("posts-vacant-longer", {"n": 3, "k": 6, "unit": "month"},
     "3 posts have been vacant for more than 6 months",
     "3 chức danh khuyết trên 6 tháng", "3 должности вакантны более 6 месяцев",
     "3 funkce jsou neobsazeny déle než 6 měsíců"),
    ("declared-differs", {"declared": 216, "computed": 214, "difference": 2},
     "the report declares 216, the register has 214; difference 2",
     "báo cáo nêu 216, sổ đăng ký có 214; chênh lệch 2", "в отчёте указано 216, в реестре 214; расхождение 2",
     "zpráva uvádí 216, rejstřík 214; rozdíl 2"),
    ("counts-hidden", {"limit": 5}, "counts below 5 are hidden", "số liệu dưới 5 được ẩn",
     "значения менее 5 скрыты", "údaje menší než 5 jsou skryty"),
    ("days-late-average", {"n": 2.5}, "2.5 days late on average", "chậm bình quân 2,5 ngày",
     "в среднем с опозданием на 2,5 дня", "v průměru 2,5 dne po termínu"),
]  # fmt: skip


@pytest.mark.parametrize("row", FURTHER, ids=lambda row: row[0])
def test_further_sentences(row):
    message, args, *texts = row
    assert [plain(words.say(message, lang, **args)) for lang in words.LANGUAGES] == texts


def test_the_membership_adds_up():
    told = [
        plain(words.footing(lang, opening=1000, joined=25, left=4, closing=1021)) for lang in words.LANGUAGES
    ]
    assert told == [
        "opening 1,000 + joined 25 − left 4 = closing 1,021",
        "đầu kỳ 1.000 + kết nạp 25 − ra 4 = cuối kỳ 1.021",
        "на начало 1 000 + принято 25 − выбыло 4 = на конец 1 021",
        "počáteční stav 1 000 + přijato 25 − úbytek 4 = konečný stav 1 021",
    ]
    with pytest.raises(ValueError, match="do not make closing 1022"):
        words.footing("en", opening=1000, joined=25, left=4, closing=1022)


def test_change_against_a_day_and_a_period():
    told = [plain(words.change(21, 18, date(2023, 12, 31), lang)) for lang in words.LANGUAGES]
    assert told == [
        "up by 3 against the end of 2023",
        "tăng 3 so với cuối năm 2023",
        "на 3 больше, чем в конце 2023 г.",
        "o 3 více než na konci roku 2023",
    ]
    half = Period.parse("2023-H1")
    assert words.change(2, 5, half, "en") == "down by 3 against the first half of 2023"
    assert words.change(2, 5, half, "ru") == "на 3 меньше, чем в первом полугодии 2023 г."
    assert words.change(5, 5, half, "cs") == "stejně jako v prvním pololetí 2023"
    assert words.change(5, 5, half, "vi") == "không thay đổi so với 6 tháng đầu năm 2023"
    assert words.change(5, 4, date(2023, 6, 30), "vi") == "tăng 1 so với ngày 30/6/2023"


def test_a_course_with_named_providers():
    told = words.course(89, 20, "ru", providers={"Академия": 17, "Комитет": 3})
    assert plain(told) == "курс для 89 слушателей по 20 темам (Академия: 17; Комитет: 3)"


def test_a_figure_without_a_sentence_falls_back_to_its_label():
    assert words.figure("own.thing", "Own things", 1234, "en") == "Own things: 1,234"
    assert words.figure("own.rate", "Own rate", None, "en", of=(1, 8)) == "Own rate: 12.5\xa0% (1 of 8)"
    assert words.figure("posts.days_to_fill", "Days to fill", None, "en") == "Days to fill: not applicable"


def test_an_act_is_cited():
    told = [words.act_reference("15-QĐ/TU", date(2022, 3, 1), lang) for lang in words.LANGUAGES]
    assert told == [
        "No. 15-QĐ/TU of 1 March 2022",
        "số 15-QĐ/TU, ngày 01/3/2022",
        "№ 15-QĐ/TU от 1 марта 2022 г.",
        "č. 15-QĐ/TU ze dne 1. března 2022",
    ]


@pytest.mark.parametrize(
    ("message", "lang", "text"),
    [
        ("web-accounts-closed-on", "vi", "Đóng ngày 8 tháng 10 năm 2024"),
        ("practice-state-withdrawn", "vi", "đã rút ngày 8 tháng 10 năm 2024"),
        ("web-accounts-closed-on", "en", "Closed on 8 October 2024"),
    ],
)
def test_the_word_for_day_is_said_once(message, lang, text):
    assert words.say(message, lang, day=date(2024, 10, 8)) == text


@pytest.mark.parametrize(
    ("message", "args", "told"),
    [
        ("return-of", {"n": 13, "m": 14}, "13 ze 14"),
        ("return-of", {"n": 1, "m": 9}, "1 z 9"),
        ("web-consolidation-given", {"n": 2, "m": 3}, "V součtech: 2 ze 3"),
        ("report-returns-accepted", {"n": 60, "m": 70}, "Přijaté výkazy: 60 ze 70"),
        ("web-units-of", {"n": "1 234"}, "z 1 234"),
        ("web-units-of", {"n": "méně než 5"}, "z méně než 5"),
        ("finding-claims-cut", {"file": "x", "limit": "500", "number": "700"}, "500 ze 700 stran"),
    ],
)
def test_czech_says_ze_before_what_begins_with_s_or_a_cluster(message, args, told):
    assert told in plain(words.say(message, "cs", **args))


def test_no_czech_message_says_z_before_a_number_without_asking():
    bare = re.compile(r"(?<!\w)[Zz]e?[ ~]\{ \$")
    assert not [path.name for path in bundles.FOLDER.glob("cs/*.ftl") if bare.search(path.read_text("utf-8"))]
