"""The story from beginning to end: what is put on the calendar of five years, and the chapters that come of it."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Sequence

from fasti import charter
from fasti.dates import periods
from samples.vn_party import (
    centre,
    codes,
    days,
    emulation,
    founding,
    ledger,
    membership,
    merger,
    neighbours,
    normative,
    personnel,
    places,
    reporting,
    rulebook,
    scene,
    targets,
)

SEED = 20240630
PACK = "vn_party"
NEW_UNITS = (
    ("VN-13", "Khu công nghiệp Hải Đông"),
    ("VN-54", "Khu công nghiệp Quang Minh"),
    ("VN-56", "Khu công nghiệp Yên Tiến"),
    ("VN-61", "Khu công nghiệp Tân Phú"),
    ("VN-HP", "Khu công nghiệp Nam Xuân"),
    ("VN-21", "Khu đô thị Đông Thành"),
)


def story(seed: int = SEED, *, pack: charter.Pack | None = None) -> Iterator[ledger.Chapter]:
    """The chapters in the order of recording. The same seed and pack give the same contents."""
    stage = scene.Scene(seed, rulebook.Rulebook(pack or charter.load(PACK)))
    _begin(stage)
    cluster = [place.code for place in places.CLUSTER]
    for half in days.HALVES:
        alive = [code for code in cluster if half.starts_on < days.MERGED_ON or code not in places.VANISHING]
        _half(stage, half, alive)
    normative.chains(stage)
    reporting.programmes(stage, [*cluster, places.DIEN_BIEN.code])
    reporting.prizes(stage)
    emulation.schedule(stage, cluster)
    neighbours.schedule(stage)
    merger.schedule(stage)
    stage.play()
    yield from stage.ledger.chapters()


def _begin(stage: scene.Scene) -> None:
    """The initial register, recorded in December 2022, with the programmes for 2023."""
    clock = days.Clock()
    centre.begin(stage, clock)
    centre.schedule(stage, clock)
    for place in places.PROVINCES:
        founding.found_province(stage, place, clock)
    for place in places.PROVINCES:
        on = datetime.date(2022, 12, 15)
        content = reporting.programme(stage, place.code, 2023, on, groups=stage.rng.randint(6, 9))
        moment = stage.moment(on, has_effects=True) + datetime.timedelta(hours=1)
        key = stage.write(
            f"{place.code}-TU",
            content["type"],
            content["title"],
            on=on,
            tasks=content["tasks"],
            recorded_at=moment,
            chapter="2022-12",
        )
        if place is places.DIEN_BIEN:
            neighbours.note(stage, "programme-before-year", key)


def _half(stage: scene.Scene, half: periods.Period, cluster: Sequence[str]) -> None:
    """Everything that is planned for a half-year."""
    volume, apart = targets.CLUSTER[half.code], targets.DIEN_BIEN[half.code]
    extra = neighbours.COUNTED_APPOINTMENTS if half.code == "2024-H1" else 0
    home = [places.DIEN_BIEN.code]
    normative.schedule(stage, half, cluster, volume.buckets, is_cluster=True)
    normative.schedule(stage, half, home, apart.buckets, is_cluster=False)
    personnel.schedule(
        stage,
        half,
        cluster,
        appointed=volume.appointed - extra,
        nominated=volume.nominated,
        moved=volume.moved,
    )
    personnel.schedule(
        stage, half, home, appointed=apart.appointed, nominated=apart.nominated, moved=apart.moved
    )
    provinces = [*cluster, *home]
    reporting.reports(stage, half, provinces)
    reporting.courses(stage, half, cluster)
    for province in provinces:
        reporting.inner_papers(stage, half, province)
        if half.starts_on < days.MERGED_ON:
            _districts(stage, half, province)
        else:
            later = functools.partial(_in_communes, stage, half, province)
            stage.at(days.MERGED_ON, later, order=scene.FIRST_IN_DAY)
    if half.code.endswith("H1"):
        _reviews(stage, half, provinces)
        _grassroots(stage, half, provinces)


def _reviews(stage: scene.Scene, half: periods.Period, provinces: Sequence[str]) -> None:
    year = half.starts_on.year
    for province in provinces:
        on = days.working_day(stage.rng, datetime.date(year, 3, 1), datetime.date(year, 4, 28))
        stage.at(on, functools.partial(personnel.review_plans, stage, province), order=scene.FIRST_IN_DAY)


def _districts(stage: scene.Scene, half: periods.Period, province: str) -> None:
    """Each quarter admissions, confirmations and the committee's own appointments; once in the half-year departures."""
    for district in stage.world.children_of(province, *codes.DISTRICTS):
        for quarter in half.months()[::3]:
            first = quarter.starts_on
            for act in (membership.admit, membership.confirm, personnel.district_round):
                on = days.working_day(
                    stage.rng, first + datetime.timedelta(days=3), first + datetime.timedelta(days=86)
                )
                stage.at(on, functools.partial(act, stage, district), order=scene.FIRST_IN_DAY)
        on = days.working_day(
            stage.rng,
            half.starts_on + datetime.timedelta(days=20),
            half.last_day - datetime.timedelta(days=10),
        )
        stage.at(on, functools.partial(membership.leave, stage, district), order=scene.FIRST_IN_DAY)
    if half.code == "2024-H2":
        _restructure(stage, province)


def _in_communes(stage: scene.Scene, half: periods.Period, province: str, on: datetime.date) -> None:
    """The same in communes and blocs, which are there only once the districts are abolished."""
    _districts(stage, half, province)


def _restructure(stage: scene.Scene, province: str) -> None:
    """In the autumn of 2024 some grassroots units are merged and some founded."""
    districts = stage.world.children_of(province, *codes.DISTRICTS)
    for district in stage.rng.sample(districts[1:], stage.rng.randint(0, 2)):
        on = days.working_day(stage.rng, datetime.date(2024, 9, 9), datetime.date(2024, 11, 29))
        stage.at(on, functools.partial(membership.merge_cells, stage, district), order=scene.FIRST_IN_DAY)
    for code, name in NEW_UNITS:
        if code == province:
            on = days.working_day(stage.rng, datetime.date(2024, 8, 5), datetime.date(2024, 9, 6))
            stage.at(
                on,
                functools.partial(membership.split_off, stage, districts[2], name),
                order=scene.FIRST_IN_DAY,
            )


def _grassroots(stage: scene.Scene, half: periods.Period, provinces: Sequence[str]) -> None:
    """Every grassroots unit resolves on its year; some draw up a plan in summer. The register need not change."""
    year = half.starts_on.year
    for province in provinces:
        for district in stage.world.children_of(province, *codes.DISTRICTS):
            for unit in stage.world.children_of(district, codes.GRASSROOTS):
                on = days.working_day(stage.rng, datetime.date(year, 1, 8), datetime.date(year, 3, 29))
                stage.at(
                    on,
                    functools.partial(
                        _paper, stage, unit, codes.RESOLUTION, f"Nghị quyết về nhiệm vụ năm {year}"
                    ),
                )
                if stage.rng.random() < 0.12:
                    on = days.working_day(stage.rng, datetime.date(year, 5, 6), datetime.date(year, 11, 28))
                    stage.at(
                        on,
                        functools.partial(
                            _paper, stage, unit, codes.PLAN, "Kế hoạch kiểm tra, giám sát chuyên đề"
                        ),
                    )


def _paper(stage: scene.Scene, unit: str, act_type: str, title: str, on: datetime.date) -> None:
    if unit in stage.world.posts_at and stage.can_sign(unit, act_type, on):
        stage.write(unit, act_type, title, on=on)
