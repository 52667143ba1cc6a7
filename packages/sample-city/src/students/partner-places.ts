import type { EntityInput } from '@collegial/model';
import { type Day, formatDay } from '../calendar/day.ts';
import type { SchoolYear } from '../calendar/school-year.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import { type Stay, yearGroupIn } from './person.ts';
import { covers } from './population.ts';
import type { Roll } from './roll.ts';

type Direction = Omit<EntityInput<'Transfer'>, 'id'>;

/** What a student has at a partner school besides a course of it. */
export interface PlannedPlace {
  readonly kind: 'dual-registration' | 'guest' | 'never-attended' | 'off-site-direction';
  readonly note: string;
  readonly home: SchoolKey;
  readonly host: SchoolKey;
  /** Position of the year. */
  readonly position: number;
  readonly places: number;
}

/** A planned place with the student who has it. */
export interface PartnerPlace {
  readonly plan: PlannedPlace;
  readonly home: Stay;
  /** `undefined` for a direction of which only the transfer is on record. */
  readonly away: Stay | undefined;
}

/** Places at partner schools of the later years; the last is entered on a roll and never taken up. */
export const plannedPlaces: readonly PlannedPlace[] = [
  {
    kind: 'dual-registration',
    note: 'Registered at two secondary schools, Tuesdays at the second',
    home: 'D2',
    host: 'D4',
    position: 2,
    places: 2,
  },
  {
    kind: 'guest',
    note: 'Students of the special school in lessons of a partner',
    home: 'D6',
    host: 'D1',
    position: 2,
    places: 2,
  },
  {
    kind: 'off-site-direction',
    note: 'Six weeks at a partner school by agreement; one of the two is registered there as well',
    home: 'B3',
    host: 'B1',
    position: 1,
    places: 2,
  },
  {
    kind: 'never-attended',
    note: 'Guests entered for a course that never ran: both registers show them at home',
    home: 'B1',
    host: 'B2',
    position: 1,
    places: 2,
  },
];

/** The planned places as stays, with the directions behind some of them. */
export function createPartnerPlaces({
  seed,
  timeline,
  roll,
}: {
  seed: number;
  timeline: Timeline;
  roll: Roll;
}): {
  readonly partnerPlaces: PartnerPlace[];
  readonly directions: Direction[];
} {
  const partnerPlaces: PartnerPlace[] = [];
  const directions: Direction[] = [];
  for (const plan of plannedPlaces) {
    const year = timeline.years[plan.position];
    if (year === undefined) continue;
    const [from, to] = daysOf(plan, year);
    const random = createRandom(seed, 'partner-places', plan.kind, plan.home, plan.host);
    const candidates = roll.stays.filter(
      (stay) =>
        stay.school === plan.home &&
        stay.status === 'current' &&
        yearGroupIn(stay.person, year.year) < 11 &&
        covers(stay, from) &&
        covers(stay, to) &&
        !stay.rules.some((rule) => rule.from <= to && from <= rule.to),
    );
    for (const [index, home] of random.shuffle(candidates).slice(0, plan.places).entries()) {
      if (plan.kind === 'off-site-direction') directions.push(direction(plan, home, from, to));
      const onRoll = plan.kind !== 'off-site-direction' || index === 0;
      partnerPlaces.push({ plan, home, away: onRoll ? enter(plan, home, from, to, roll) : undefined });
      if (!onRoll) home.rules.push({ from, to, code: 'B' });
    }
  }
  return { partnerPlaces, directions };
}

function daysOf({ kind }: PlannedPlace, { openDays }: SchoolYear): [Day, Day] {
  if (kind === 'off-site-direction') return [openDays[60]!, openDays[89]!];
  return [openDays[12]!, openDays.at(-6)!];
}

function direction({ home, host }: PlannedPlace, { studentId }: Stay, from: Day, to: Day): Direction {
  return {
    studentId,
    fromOrganisationId: schoolId(home),
    toOrganisationId: schoolId(host),
    kind: 'off-site-direction',
    agreed: true,
    startsOn: formatDay(from),
    endsOn: formatDay(to),
  };
}

const tuesday = 1;
const thursday = 3;
/** No school is open on it: a guest who is due then has no marks at all. */
const sunday = 6;

function enter(plan: PlannedPlace, home: Stay, from: Day, to: Day, roll: Roll): Stay {
  const entry = { person: home.person, school: plan.host, from, to };
  const stay = (details: Pick<Stay, 'status'> & Partial<Pick<Stay, 'sessions'>>, exitReason: string) => {
    const away = roll.enter({ ...entry, ...details });
    away.exitReason = exitReason;
    return away;
  };
  if (plan.kind === 'dual-registration') {
    const away = stay({ status: 'subsidiary', sessions: { weekday: tuesday } }, 'placement-ended');
    away.rules.push({ from, to, notWeekday: tuesday, code: 'D' });
    home.rules.push({ from, to, weekday: tuesday, code: 'D' });
    home.status = 'main';
    return away;
  }
  if (plan.kind === 'off-site-direction') {
    home.rules.push({ from, to, code: 'D' });
    home.status = 'main';
    return stay({ status: 'subsidiary' }, 'placement-ended');
  }
  const weekday = plan.kind === 'guest' ? thursday : sunday;
  const sessions = { weekday, session: 'PM' as const };
  if (plan.kind === 'guest') home.rules.push({ from, to, code: 'B', ...sessions });
  return stay({ status: 'guest', sessions }, 'course-ended');
}
