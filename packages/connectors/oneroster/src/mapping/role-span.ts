import { type Rejected, reject, type Skipped, skip } from '@collegial/connector-kit';
import { endsBeforeItBegins, lastDayOf } from './dates.ts';
import type { OneRosterContext } from './ids.ts';
import type { Reading } from './reading.ts';
import type { Role } from './roles.ts';

/** First and last day of a role. */
export interface RoleSpan {
  readonly from: string;
  readonly to: string | null;
  /** Tells several roles of one person at one organisation apart, see {@link recordPart}: the first day, or `undated`. */
  readonly part: string;
}

/** When a role holds. One without a first day counts from the day that the reading gives, or from its own end when that is earlier. */
export function roleSpanOf(
  { beginDate, endDate }: Role,
  { rollFrom }: Reading,
  { config }: Pick<OneRosterContext, 'config'>,
): RoleSpan | Rejected | Skipped {
  if (beginDate === '')
    return reject('The first day of a role cannot be read.', { field: 'roles.beginDate' });
  if (endDate === '') return reject('The end of a role cannot be read.', { field: 'roles.endDate' });
  const to = lastDayOf(config, endDate);
  if (beginDate === undefined)
    return to !== null && to < rollFrom
      ? skip('role without a first day that ended before the present school year')
      : { from: rollFrom, to, part: 'undated' };
  if (to === null || to >= beginDate) return { from: beginDate, to, part: beginDate };
  return endDate === beginDate ? skip('role that held on no day') : endsBeforeItBegins();
}

/**
 * End of the id of a record that stands for a role. The only role at an organisation needs no more than the organisation; of several, each has its first
 * day.
 */
export function recordPart(sourcedId: string, { part }: RoleSpan, roles: number): string {
  return roles > 1 ? `${sourcedId}:${part}` : sourcedId;
}

/** True when two spans share a day. */
export function overlap(a: RoleSpan, b: RoleSpan): boolean {
  return (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);
}
