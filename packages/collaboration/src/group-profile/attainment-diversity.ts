import { type AttainmentDiversity, formatAcademicYear } from '@collegial/model';
import type { AttainmentRecord } from './group-records.ts';

/** How unlike the schools are in attainment; `null` where no school has a figure. */
export function attainmentDiversity(
  schools: readonly string[],
  attainment: AttainmentRecord | null,
): AttainmentDiversity | null {
  const members = new Set(schools);
  const values = (attainment?.values ?? [])
    .filter(({ school }) => members.has(school))
    .map(({ value }) => value)
    .sort((a, b) => a - b);
  const [lowest] = values;
  const highest = values.at(-1);
  if (attainment === null || lowest === undefined || highest === undefined) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    measure: attainment.measure,
    source: attainment.source,
    period: formatAcademicYear(attainment.academicYear),
    schools: values.length,
    of: members.size,
    mean,
    standardDeviation: values.length < 2 ? null : Math.sqrt(squares / values.length),
    lowest,
    highest,
  };
}
