import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { bodies } from '../places/other-organisations.ts';
import { schoolId } from '../places/school-profiles.ts';
import { createRandom } from '../random/random.ts';
import type { Departure } from './leave-during.ts';
import type { Stay } from './person.ts';

interface TransferOptions {
  readonly seed: number;
  readonly timeline: Timeline;
  readonly stays: readonly Stay[];
  readonly departures: readonly Departure[];
}

/**
 * Moves as the schools have them on record: managed and ordinary moves, departures of which nobody recorded where to, and
 * off-site direction to the pupil referral unit, which is provision and no tie between schools.
 */
export function createTransfers({
  seed,
  timeline,
  stays,
  departures,
}: TransferOptions): EntityInput<'Transfer'>[] {
  const moves = departures.flatMap(({ stay, kind, agreed, to, on }) =>
    kind === 'permanent-exclusion'
      ? []
      : [
          {
            studentId: stay.studentId,
            fromOrganisationId: schoolId(stay.school),
            toOrganisationId: to ?? null,
            kind,
            agreed,
            startsOn: formatDay(on),
          },
        ],
  );
  return [...moves, ...offSite({ seed, timeline, stays })].map((transfer, index) => ({
    id: `T${6_000_001 + index}`,
    ...transfer,
  }));
}

/** Six weeks at the referral unit for some students with several suspensions; their school marks `B`. */
function offSite({ seed, timeline, stays }: Omit<TransferOptions, 'departures'>) {
  return stays.flatMap((stay) => {
    if (stay.status !== 'current' || stay.person.conduct < 0.8) return [];
    const random = createRandom(seed, 'off-site', stay.enrolmentId);
    const year = timeline.years.find(({ openDays }) => openDays[0]! >= stay.from);
    const start = 20 + random.integer(100);
    const [from, to] = [year?.openDays[start], year?.openDays[start + 29]];
    if (from === undefined || to === undefined || !random.chance(0.25)) return [];
    const overlaps = stay.rules.some((rule) => rule.from <= to && from <= rule.to);
    if (overlaps || (stay.to !== undefined && stay.to < to)) return [];
    stay.rules.push({ from, to, code: 'B' });
    return [
      {
        studentId: stay.studentId,
        fromOrganisationId: schoolId(stay.school),
        toOrganisationId: bodies.referralUnit,
        kind: 'off-site-direction' as const,
        agreed: true,
        startsOn: formatDay(from),
        endsOn: formatDay(to),
      },
    ];
  });
}
