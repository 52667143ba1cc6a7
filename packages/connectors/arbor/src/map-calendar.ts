import { type MapContext, type Mapped, reject, remove } from '@collegial/connector-kit';
import { academicYearOf } from '@collegial/model';
import type * as z from 'zod';
import type { ArborConfig } from './arbor-config.ts';
import { plainIdOf, schoolIdOf } from './arbor-ids.ts';
import type { WireYear } from './arbor-schemas.ts';

/** An academic year with its terms, and the holidays within them. */
export function mapCalendar(
  row: z.output<typeof WireYear>,
  context: MapContext<ArborConfig>,
): Mapped<'Calendar'> {
  const id = plainIdOf(context, 'year', row.id);
  if (row.gone) return remove(id);
  const { startDate, endDate } = row;
  if (startDate === undefined || endDate === undefined)
    return reject('An academic year has no first or no last day.', { field: 'startDate' });
  const dated = <Item extends { startDate?: string | undefined; endDate?: string | undefined }>(
    items: readonly Item[] = [],
  ) =>
    items
      .flatMap((item) =>
        item.startDate === undefined || item.endDate === undefined
          ? []
          : [{ ...item, from: item.startDate, to: item.endDate }],
      )
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  const terms = dated(row.terms).map(({ termName, from, to }, index) => ({
    name: termName ?? `Term ${index + 1}`,
    from,
    to,
  }));
  const within = terms.length > 0 ? terms : [{ name: 'Year', from: startDate, to: endDate }];
  const closures = dated(row.holidays)
    .filter(({ from, to }) => within.some((term) => from <= term.to && to >= term.from))
    .map(({ holidayLabel, from, to }) => ({ from, to, reason: holidayLabel ?? null }));
  return {
    id,
    organisationId: schoolIdOf(context),
    academicYear: academicYearOf(startDate),
    terms: within,
    closures,
  };
}
