import type { EntityInput } from '@collegial/model';
import { type Day, formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { schoolId } from '../places/school-profiles.ts';
import { createRandom, type Random } from '../random/random.ts';
import type { Departure } from './leave-during.ts';
import type { Stay } from './person.ts';

const reasons = ['DB', 'DB', 'DB', 'VA', 'VA', 'PP', 'PP', 'VP', 'PA', 'DM', 'DA', 'TH', 'BU', 'SM', 'RA'];

interface SuspensionOptions {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly stays: readonly Stay[];
  readonly departures: readonly Departure[];
}

/**
 * Suspensions, which cluster in few students, and the permanent exclusions among the departures. A suspended student's
 * sessions are marked `E`, from the sixth day on `B`, when the school must provide education elsewhere.
 */
export function createExclusions(options: SuspensionOptions): EntityInput<'Exclusion'>[] {
  const { seed, timeline, stays, departures } = options;
  const exclusions: EntityInput<'Exclusion'>[] = [];
  for (const stay of stays) {
    if (stay.status === 'guest' || stay.status === 'subsidiary') continue;
    for (const year of timeline.years) {
      const days = year.openDays.filter(
        (day) => stay.from <= day && (stay.to === undefined || day < stay.to),
      );
      if (days.length < 10) continue;
      const random = createRandom(seed, 'suspensions', stay.enrolmentId, year.year);
      const expected = (stay.person.conduct * days.length) / year.openDays.length;
      let free = 0;
      const starts = Array.from({ length: random.poisson(expected) }, () => random.integer(days.length));
      for (const start of starts.sort((left, right) => left - right)) {
        const length = lengthOf(random);
        if (start < free || start + length > days.length) continue;
        exclusions.push(
          suspension({ stay, days: days.slice(start, start + length), random, serial: exclusions.length }),
        );
        free = start + length + 3;
      }
    }
  }
  for (const { stay, on, kind } of departures) {
    if (kind !== 'permanent-exclusion') continue;
    const random = createRandom(seed, 'permanent', stay.enrolmentId);
    exclusions.push({
      ...identity(stay, exclusions.length),
      kind: 'permanent',
      startsOn: formatDay(on),
      reasons: reasonsFor(random),
    });
  }
  return exclusions;
}

function suspension(options: {
  stay: Stay;
  days: readonly Day[];
  random: Random;
  serial: number;
}): EntityInput<'Exclusion'> {
  const { stay, days, random, serial } = options;
  const [first, last] = [days[0]!, days.at(-1)!];
  stay.rules.push({ from: first, to: days[Math.min(4, days.length - 1)]!, code: 'E' });
  if (days.length > 5) stay.rules.push({ from: days[5]!, to: last, code: 'B' });
  return {
    ...identity(stay, serial),
    kind: 'suspension',
    startsOn: formatDay(first),
    endsOn: formatDay(last),
    sessions: 2 * days.length,
    reasons: reasonsFor(random),
  };
}

function identity(stay: Stay, serial: number) {
  return { id: `X${5_000_001 + serial}`, studentId: stay.studentId, organisationId: schoolId(stay.school) };
}

/** Most last a day or two; few a week or more. */
function lengthOf(random: Random): number {
  const draw = random.next();
  if (draw < 0.48) return 1;
  if (draw < 0.74) return 2;
  if (draw < 0.88) return 3;
  return draw < 0.96 ? 5 : 6 + random.integer(5);
}

function reasonsFor(random: Random): string[] {
  const first = random.pick(reasons);
  const second = random.pick(reasons);
  return random.chance(0.15) && second !== first ? [first, second] : [first];
}
