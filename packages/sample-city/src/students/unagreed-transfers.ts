import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import type { SchoolKey } from '../places/school-profile.ts';
import { schoolId } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import type { Departure } from './leave-during.ts';
import type { Stay } from './person.ts';
import { covers } from './population.ts';

type Record = Omit<EntityInput<'Transfer'>, 'id'>;

/** Moves that one school proposed and the other never agreed to, in the year in which nothing else links the two. */
const proposals: readonly {
  readonly kind: 'managed-move' | 'off-site-direction';
  from: SchoolKey;
  to: SchoolKey;
}[] = [
  { kind: 'managed-move', from: 'C1', to: 'C3' },
  { kind: 'off-site-direction', from: 'C2', to: 'C4' },
  { kind: 'managed-move', from: 'D6', to: 'D2' },
];

/** Transfers that look like agreements and are none, and managed moves that the receiving school has on record as well. */
export function createUnagreedTransfers(options: {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly stays: readonly Stay[];
  readonly departures: readonly Departure[];
}): { readonly proposed: Record[]; readonly twice: Record[] } {
  const { seed, timeline, stays, departures } = options;
  const year = timeline.years[0]!;
  const day = year.openDays[40]!;
  const proposed = proposals.flatMap(({ kind, from, to }): Record[] => {
    const random = createRandom(seed, 'proposed-move', kind, from, to);
    const candidates = stays.filter(
      (stay) =>
        stay.school === from && stay.status === 'current' && covers(stay, day) && covers(stay, day + 60),
    );
    const [student] = random.shuffle(candidates);
    if (student === undefined) return [];
    return [
      {
        studentId: student.studentId,
        fromOrganisationId: schoolId(from),
        toOrganisationId: schoolId(to),
        kind,
        agreed: false,
        startsOn: formatDay(day),
        ...(kind === 'off-site-direction' ? { endsOn: formatDay(day + 20) } : {}),
      },
    ];
  });
  const twice = departures
    .filter(({ kind, to }) => kind === 'managed-move' && to !== undefined)
    .slice(0, 2)
    .map(
      ({ stay, to, on }): Record => ({
        studentId: stay.studentId,
        fromOrganisationId: schoolId(stay.school),
        toOrganisationId: to!,
        kind: 'managed-move',
        agreed: true,
        startsOn: formatDay(on + 3),
      }),
    );
  return { proposed, twice };
}
