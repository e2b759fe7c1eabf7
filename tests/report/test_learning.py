"""Papers about learning: they say what was done and claim no more, and no text becomes markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitator.core.self_study import Finished
from facilitator.core.training import Aim, Way
from facilitator.report.documents.training_plan import TrainingModel, training_paper
from facilitator.report.house import HouseStyle
from facilitator.report.learning import plan_path, studied, training_plan
from facilitator.report.press import Press
from tests.report.reading import seen

TODAY = date(2026, 11, 27)
DONE = Finished(
    TODAY, "Zelfstudie: casusoverleg", 30, "Je **kunt** het.", ("Eerst het beeld", "Dan <b>het</b> oordeel")
)
AIM = Aim("a", "Team Noord", "wijkverpleegkundigen", "de meldcode", Way.MODULE, people=4, done=1, by=date(2026, 11, 20))


def words(pdf: bytes) -> str:
    return " ".join(seen(pdf).split())


def test_the_paper_names_who_what_and_when(press: Press) -> None:
    job = studied("Mo <Bakker>", DONE)
    told = words(job.render(press).pdf)
    for part in ("Mo <Bakker>", "Zelfstudie: casusoverleg", "Je kunt het.", "Dan <b>het</b> oordeel", "30 minutes"):
        assert part in told
    assert "no exam and no accreditation" in told
    assert job.path.name == "Self-study done Zelfstudie casusoverleg Mo Bakker 2026-11-27.pdf"


def test_the_house_style_stands_on_it(press: Press) -> None:
    house = HouseStyle("h", "Dorp", footer="Gemeente Dorp", marking="intern")
    assert "Gemeente Dorp" in words(studied("Mo", DONE, house).render(press).pdf)
    assert "Gemeente Dorp" in words(training_plan((AIM,), "", TODAY, house).render(press).pdf)


def test_a_long_name_leaves_room_in_the_file_name() -> None:
    assert "2026-11-27" in studied("x" * 500, replace(DONE, title="y" * 500)).path.name


def test_the_plan_tells_each_team_and_what_is_late(press: Press) -> None:
    other = replace(AIM, id="b", team="Zuid", by=None, by_words="na de zomer", names=("Mo", "Fa"), note="<i>let op</i>")
    told = words(training_plan((other, AIM), "", TODAY).render(press).pdf)
    assert told.index("Team Noord") < told.index("Zuid")
    for part in ("7 days late", "1 of 4 done", "na de zomer", "Mo, Fa", "<i>let op</i>", "2 of 8 people done"):
        assert part in told


def test_a_plan_of_five_hundred_lines_is_made_whole(press: Press) -> None:
    aims = tuple(replace(AIM, id=f"a-{n}", who=f"functie {n}") for n in range(500))
    rendered = training_plan(aims, "Team Noord", TODAY).render(press)
    assert rendered.pages > 10
    assert "functie 499" in words(rendered.pdf)


def test_a_plan_with_nothing_in_it_says_so() -> None:
    model = training_paper((), "", TODAY).model
    assert isinstance(model, TrainingModel)
    assert (model.summary, model.teams) == ("Nothing is planned yet.", ())
    assert plan_path("Noord", TODAY, "xlsx").name == "Training plan Noord 2026-11-27.xlsx"
