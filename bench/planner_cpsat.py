"""The direct 0/1 model by OR-Tools CP-SAT, as a yardstick. Run as a process of its own: it can't share one with HiGHS.

    python -m bench.planner_cpsat SECONDS < pickled (problem, plan to start from)

Prints points, bound. A placement is a variable for each item, day, block and team; joint timetables inside a
block are left to capacity, which can only flatter it.
"""

import pickle
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from ortools.sat.python import cp_model

from politikontakt.core.planner.model import Item, ItemKey, Placement, Plan, Problem

Way = tuple[int, Placement]


class Direct:
    """The model, with points in ten-thousandths. What the plan to start from leaves out stays out."""

    def __init__(self, problem: Problem, start: Plan) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.scale = 10_000
        self.cost: list[object] = []
        laid = {each.item: each for each in start}
        self.ways: list[tuple[Item, Placement, cp_model.IntVar]] = []
        for item in problem.items:
            if item.key in laid:
                self._lay(item, laid[item.key])
        self._same_day()
        self._cells()
        self._continuity()
        self.model.minimize(sum(self.cost))

    def _lay(self, item: Item, start: Placement) -> None:
        here = []
        for placement in _placements(self.problem, item):
            chosen = self.model.new_bool_var("")
            same = (placement.day, placement.block, placement.people) == (start.day, start.block, start.people)
            self.model.add_hint(chosen, same)
            spread = self.problem.weights.spread * item.group.weight * item.distance(placement.day)
            self.cost.append(int(spread * self.scale) * chosen)
            self.ways.append((item, placement, chosen))
            here.append(chosen)
        self.model.add_exactly_one(here)

    def _same_day(self) -> None:
        lines: dict[tuple[object, ...], list[cp_model.IntVar]] = defaultdict(list)
        for item, placement, chosen in self.ways:
            lines[item.key.series, item.key.place, placement.day].append(chosen)
        taken = {(each.series, each.place, each.day) for each in self.problem.kept}
        for line, chosen in lines.items():
            self.model.add(sum(chosen) <= (0 if line in taken else 1))

    def _cells(self) -> None:
        """Blocks, weeks, evenings, nights and Saturdays of each contact, travel and balance."""
        problem = self.problem
        evenings, minutes = [], []
        for who in problem.contacts:
            mine = [each for each in self.ways if who in each[1].people]
            kept = [each for each in problem.kept if who in each.people]
            used, week, trips = self._blocks(mine, kept)
            self._limits(who, used, week)
            self.cost.append(sum(trips))
            evenings.append(sum(each for (_, block), each in used.items() if block == "evening"))
            minutes.append(
                sum(item.minutes * chosen for item, _, chosen in mine)
                + sum(each.minutes for each in kept if problem.first <= each.day <= problem.last)
            )
        if len(problem.steady) > 1:
            self._difference(evenings, int(problem.weights.evening_balance * self.scale), 400)
            self._difference(minutes, int(problem.weights.minute_balance * self.scale), 200_000)

    def _blocks(self, mine, kept):  # type: ignore[no-untyped-def]
        problem = self.problem
        rate = int(problem.weights.travel * self.scale)
        cells = defaultdict(list)
        for item, placement, chosen in mine:
            cells[placement.day, placement.block].append((item, chosen))
        for each in kept:
            if each.block:
                cells[each.day, each.block] += []
        used, week, trips = {}, defaultdict(list), []
        for (day, block), laid in sorted(cells.items()):
            here = [each for each in kept if (each.day, each.block) == (day, block)]
            load: list[object] = [each.minutes for each in here]
            going = self._going(laid, here)
            load += [problem.travel_to(zone) * each for zone, each in going.items()]
            trips += [problem.travel_to(zone) * rate * each for zone, each in going.items()]
            load += [item.minutes * chosen for item, chosen in laid]
            self.model.add(sum(load) <= problem.blocks[block].minutes)
            something = self.model.new_bool_var("")
            for _, chosen in laid:
                self.model.add_implication(chosen, something)
            if here:
                self.model.add(something == 1)
            used[day, block] = something
            week[day.isocalendar()[:2]] += load
        return used, week, trips

    def _going(self, laid, here):  # type: ignore[no-untyped-def]
        """For each zone whether the contact goes there in the block."""
        found = {}
        zones = {item.group.zone for item, _ in laid if item.group.zone} | {each.zone for each in here if each.zone}
        for zone in sorted(zones):
            found[zone] = self.model.new_bool_var("")
            for item, chosen in laid:
                if item.group.zone == zone:
                    self.model.add_implication(chosen, found[zone])
            if any(each.zone == zone for each in here):
                self.model.add(found[zone] == 1)
        return found

    def _limits(self, who, used, week) -> None:  # type: ignore[no-untyped-def]
        limits = self.problem.limits[who]
        for each in week.values():
            self.model.add(sum(each) <= limits.weekly_minutes)
        by_week, saturdays = defaultdict(list), defaultdict(list)
        for (day, block), something in used.items():
            if block == "evening":
                by_week[day.isocalendar()[:2]].append(something)
                morning = used.get((day.fromordinal(day.toordinal() + 1), "morning"))
                if morning is not None:
                    self.model.add_at_most_one(something, morning)
            if day.weekday() == 5:
                saturdays[day].append(something)
        for each in by_week.values():
            self.model.add(sum(each) <= limits.evenings_per_week)
        whole = {}
        for day, each in saturdays.items():
            whole[day] = self.model.new_bool_var("")
            for something in each:
                self.model.add_implication(something, whole[day])
        for day in whole:
            three = [whole[other] for n in (0, 7, 14) if (other := day.fromordinal(day.toordinal() + n)) in whole]
            self.model.add(sum(three) <= limits.saturdays_per_three_weeks)

    def _difference(self, values: list[object], weight: int, most: int) -> None:
        high, low = self.model.new_int_var(0, most, ""), self.model.new_int_var(0, most, "")
        for value in values:
            self.model.add(value <= high)
            self.model.add(value >= low)
        self.cost.append(weight * (high - low))

    def _continuity(self) -> None:
        faces: dict[tuple[str, str, str], list[cp_model.IntVar]] = defaultdict(list)
        for item, placement, chosen in self.ways:
            if item.group.people is not None:
                for who in placement.people:
                    faces[item.key.series, item.key.place, who].append(chosen)
        lines: dict[tuple[str, str], list[cp_model.IntVar]] = defaultdict(list)
        for (series, place, _), each in sorted(faces.items()):
            face = self.model.new_bool_var("")
            for chosen in each:
                self.model.add_implication(chosen, face)
            lines[series, place].append(face)
        rate = int(self.problem.weights.continuity * self.scale)
        for (series, _), each in lines.items():
            beyond = self.model.new_int_var(0, len(each), "")
            self.model.add(beyond >= sum(each) - (self.problem.needed[series] or 0))
            self.cost.append(rate * beyond)


def _placements(problem: Problem, item: Item) -> Iterable[Placement]:
    for index in item.days:
        day = item.group.axis[index]
        for block in item.group.blocks:
            free = [who for who in problem.in_role(item.group.role, day) if problem.free(who, day, block)]
            for team in combinations(free, item.group.people or len(free)):
                if team:
                    yield Placement(item=ItemKey(*item.key), day=day, block=block, people=tuple(sorted(team)))


def main(seconds: float) -> None:
    """Solve what standard input holds; print points and bound."""
    problem, start = pickle.load(sys.stdin.buffer)
    direct = Direct(problem, start)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = 2
    solver.solve(direct.model)
    print(solver.objective_value / direct.scale, solver.best_objective_bound / direct.scale)


if __name__ == "__main__":
    main(float(sys.argv[1]))
