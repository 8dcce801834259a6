"""A plan that grows and changes: what fits now, what one more item costs, place and take away.

A question about one item takes a few microseconds. The rules are those of `check.faults`, which tests the
result.
"""

from politikontakt.core.planner.model import Block
from politikontakt.core.planner.solve.counts import Charged, Counts, Outside
from politikontakt.core.planner.solve.instance import BLOCKS, EVENING, MORNING, NO_BLOCK, Option
from politikontakt.core.planner.starts import Job, start_times

__all__ = ["Charged", "Outside", "State"]


class State(Counts):
    """Where each item lies, what else would fit, and what it would cost."""

    # Questions

    def fits(self, item: int, option: Option) -> bool:
        """Whether the item may be laid so without breaking a hard rule."""
        line_day = (self.instance.line[item], option.slot >> 2)
        if self.line_days.get(line_day):
            return False
        if option.slot & 3 == NO_BLOCK:
            return all(self._week_has_room(item, option.slot, contact) for contact in option.team)
        for contact in option.team:
            if not self._has_room(item, option.slot, contact):
                return False
        return not self._must_be_timed(option) or self._can_be_timed(item, option)

    def _week_has_room(self, item: int, slot: int, contact: int) -> bool:
        instance = self.instance
        need = instance.minutes[item] + self._travel(contact * instance.slots + slot, instance.zone[item])
        left = self.week_left[contact * instance.weeks + instance.week_of[slot >> 2]]
        return need <= left and self._saturday_free(contact, slot >> 2)

    def _has_room(self, item: int, slot: int, contact: int) -> bool:
        instance = self.instance
        cell = contact * instance.slots + slot
        need = instance.minutes[item]
        if need > self.room[cell]:
            return False
        need += self._travel(cell, instance.zone[item])
        week = contact * instance.weeks + instance.week_of[slot >> 2]
        if need > self.room[cell] or need > self.week_left[week]:
            return False
        block = slot & 3
        if block == MORNING and self.rows[cell - 2]:
            return False
        if block == EVENING and not self._evening_free(contact, cell, week):
            return False
        return self._saturday_free(contact, slot >> 2)

    def _evening_free(self, contact: int, cell: int, week: int) -> bool:
        days = self.week_evenings[week] + (not self.rows[cell])
        return days <= self.instance.evenings[contact] and not self.rows[cell + 2]

    def _saturday_free(self, contact: int, day: int) -> bool:
        instance = self.instance
        if not instance.saturday[day]:
            return True
        base = contact * instance.days
        used = [
            1 if shift == 0 else bool(0 <= day + shift < instance.days and self.day_rows[base + day + shift])
            for shift in (-14, -7, 0, 7, 14)
        ]
        return max(sum(used[0:3]), sum(used[1:4]), sum(used[2:5])) <= instance.saturdays[contact]

    def _must_be_timed(self, option: Option) -> bool:
        """Capacity alone does not decide where somebody's time is cut up, or several come together."""
        if len(option.team) > 1:
            return True
        contact, slot = option.team[0], option.slot
        return bool(self.joint.get(contact * self.instance.slots + slot) or self.busy.get((contact, slot >> 2)))

    def _can_be_timed(self, item: int, option: Option) -> bool:
        return self.times(option.slot, (item, option.team)) is not None

    def times(self, slot: int, extra: tuple[int, tuple[int, ...]] | None = None) -> dict[int, int] | None:
        """The start of each item in the slot that shares people, however far, with `extra`; None if there are none.

        Without `extra`, of every item in the slot.
        """
        instance = self.instance
        members = self._sharing(slot, extra)
        jobs = [
            Job(instance.minutes[item], tuple(instance.contacts[contact] for contact in team)) for item, team in members
        ]
        busy = {
            instance.contacts[contact]: self.busy.get((contact, slot >> 2), ())
            for _, team in members
            for contact in team
        }
        block: Block = instance.problem.blocks[BLOCKS[slot & 3]]
        found = start_times(block, jobs, busy)
        return None if found is None else {item: start for (item, _), start in zip(members, found, strict=True)}

    def _sharing(self, slot: int, extra: tuple[int, tuple[int, ...]] | None) -> list[tuple[int, tuple[int, ...]]]:
        slots = self.instance.slots
        contacts = set(extra[1]) if extra else set(range(len(self.instance.contacts)))
        found: dict[int, tuple[int, ...]] = {extra[0]: extra[1]} if extra else {}
        waiting = sorted(contacts)
        while waiting:
            contact = waiting.pop()
            for item in self.jobs.get(contact * slots + slot, ()):
                option = self.at[item]
                if item not in found and option is not None:
                    found[item] = option.team
                    waiting += [each for each in option.team if each not in contacts]
                    contacts |= set(option.team)
        return sorted(found.items(), key=lambda each: each[0])

    def added(self, item: int, option: Option) -> int:
        """Scaled points that laying the item so would add. It must fit."""
        instance = self.instance
        cost = option.cost
        line = instance.line[item]
        zone = instance.zone[item]
        for contact in option.team:
            cost += self._travel(contact * instance.slots + option.slot, zone) * instance.weight_travel
        need = instance.line_need[line]
        if need:
            people = self.line_people[line]
            new = sum(1 for contact in option.team if not people.get(contact))
            if new:
                met = self._met(line)
                cost += instance.weight_continuity * (max(0, met + new - need) - max(0, met - need))
        return cost + self._added_balance(item, option)

    def _added_balance(self, item: int, option: Option) -> int:
        instance = self.instance
        if not instance.steady:
            return 0
        added = instance.weight_minute * self.minutes.widened(option.team, instance.minutes[item])
        if option.slot & 3 == EVENING:
            new = [each for each in option.team if not self.rows[each * instance.slots + option.slot]]
            added += instance.weight_evening * self.evenings.widened(new, 1)
        return added

    # Changes

    def place(self, item: int, option: Option) -> int:
        """Lay the item so; the scaled points that adds."""
        instance = self.instance
        counted = instance.counts(option.slot >> 2)
        before = self.balance()
        cost = option.cost
        line = instance.line[item]
        for contact in option.team:
            cost += self._enter(contact, option.slot, instance.minutes[item], instance.zone[item], counted=counted)
            cost += self._meet(line, contact) if counted else 0
            cell = contact * instance.slots + option.slot
            self.jobs[cell].append(item)
            self.joint[cell] += len(option.team) > 1
        self.line_days[line, option.slot >> 2] += 1
        self.at[item] = option
        self._miss(item, -1)
        cost += self.balance() - before
        self.points += cost
        self.moves += option.moves
        return cost

    def take(self, item: int) -> Option:
        """Take the item away; where it lay."""
        instance = self.instance
        option = self.at[item]
        assert option is not None
        counted = instance.counts(option.slot >> 2)
        before = self.balance()
        cost = option.cost
        line = instance.line[item]
        need = instance.line_need[line]
        for contact in option.team:
            cost += self._leave(contact, option.slot, instance.minutes[item], instance.zone[item], counted=counted)
            people = self.line_people[line]
            people[contact] -= counted
            if counted and need and not people[contact] and self._met(line) >= need:
                cost += instance.weight_continuity
            cell = contact * instance.slots + option.slot
            self.jobs[cell].remove(item)
            self.joint[cell] -= len(option.team) > 1
        self.line_days[line, option.slot >> 2] -= 1
        self.at[item] = None
        self._miss(item, 1)
        self.points -= cost + before - self.balance()
        self.moves -= option.moves
        return option
