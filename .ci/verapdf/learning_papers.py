"""Papers about learning: of every module that ships, and training plans with whatever somebody may have typed."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random

from random_papers import WILD

from facilitator.content.library import read_library
from facilitator.content.locate import content_folder, resource
from facilitator.core.script import Form, Script
from facilitator.core.self_study import Finished
from facilitator.core.training import Aim, Way
from facilitator.report.learning import StudiedJob, TrainingJob, studied, training_plan
from facilitator.report.press import Press

TODAY = date(2026, 11, 27)
_LINES = 40


def learning_papers(folder: Path, plans: int) -> list[Path]:
    """Write the paper about each module, and so many training plans; the same ones every time."""
    press = Press(resource("templates"), resource("fonts"))
    modules = [each for each in read_library(content_folder()).scripts if each.form is Form.ZELFSTUDIE]
    jobs: list[StudiedJob | TrainingJob] = [
        studied(f"Mo {WILD[number]}", _finished(module)) for number, module in enumerate(modules)
    ]
    jobs += [training_plan(_aims(Random(seed)), "", TODAY) for seed in range(plans)]
    made: list[Path] = []
    for number, job in enumerate(jobs):
        made.append(folder / f"learning-{number}.pdf")
        made[-1].write_bytes(job.render(press).pdf)
    return made


def _finished(module: Script) -> Finished:
    return Finished(TODAY, module.title, module.minutes, module.goal, tuple(step.title for step in module.steps))


def _aims(rnd: Random) -> tuple[Aim, ...]:
    def aim(number: int) -> Aim:
        words = [f"{name} {rnd.choice(WILD)}" for name in ("Team", "functie", "onderwerp", "notitie")]
        names = tuple(rnd.choice(WILD) for _name in range(rnd.randrange(3)))
        day = rnd.choice((None, TODAY + timedelta(days=rnd.randrange(-90, 90))))
        way, later = rnd.choice(tuple(Way)), rnd.choice(WILD)
        return Aim(
            f"a-{number}", words[0], words[1], words[2], way, "", 9, names, day, later, rnd.randrange(10), (), words[3]
        )

    return tuple(map(aim, range(_LINES)))
