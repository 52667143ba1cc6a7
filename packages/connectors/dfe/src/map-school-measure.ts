import { type Mapped, reject, skip } from '@collegial/connector-kit';
import type { TableRow } from './dfe-schemas.ts';
import { type FileMeasure, measuresOf } from './measure-columns.ts';
import { type Figure, readFigure } from './read-figure.ts';
import { schoolOfRow } from './school-rows.ts';

/**
 * The published figures of one school in one table: a record for each measure that the table has. A symbol is kept as
 * published; an empty cell gives a record with neither value nor symbol, which says that the school is listed without a
 * figure. A cell that cannot be read is set aside, and the other figures of the school are kept.
 */
export function mapSchoolMeasures(row: TableRow): readonly Mapped<'SchoolMeasure'>[] {
  const { file, cells } = row;
  const school = schoolOfRow(row);
  if ('aside' in school) {
    const { aside, reason, field } = school.aside;
    return [aside === 'skipped' ? skip(reason) : reject(reason, field === undefined ? {} : { field })];
  }
  if (file.academicYear === undefined) return [reject('the academic year of the file is not known')];
  const organisationId = `urn:${school.urn}`;
  const { academicYear, publication, publishedOn = null } = file;
  return measuresOf(file).map((columns): Mapped<'SchoolMeasure'> => {
    const { measure, subgroup, unit } = columns;
    const figure = figureIn(cells, columns);
    if ('unreadable' in figure) {
      const field = columns.value ?? columns.count;
      return reject(`the cell holds ${figure.unreadable}`, field === undefined ? {} : { field });
    }
    return {
      organisationId,
      academicYear,
      publication,
      publishedOn,
      measure,
      subgroup,
      value: 'value' in figure ? figure.value : null,
      symbol: 'symbol' in figure ? figure.symbol : null,
      denominator: numberOf(cells, columns.denominator, 'pupils'),
      lower: numberOf(cells, columns.lower, unit),
      upper: numberOf(cells, columns.upper, unit),
    };
  });
}

function figureIn(cells: TableRow['cells'], { value, count, denominator, unit }: FileMeasure): Figure {
  if (value !== undefined) return readFigure(cells[value] ?? '', unit);
  const part = readFigure(cells[count ?? ''] ?? '', 'pupils');
  if (!('value' in part)) return part;
  const whole = readFigure(cells[denominator ?? ''] ?? '', 'pupils');
  if (!('value' in whole)) return whole;
  if (whole.value === 0) return { blank: true };
  if (part.value > whole.value) return { unreadable: 'a count larger than its whole' };
  return { value: Math.round((part.value / whole.value) * 10_000) / 10_000 };
}

/** A number that goes with a figure; what is not a number is left out, since the figure itself says why. */
function numberOf(
  cells: TableRow['cells'],
  heading: string | undefined,
  unit: FileMeasure['unit'],
): number | null {
  if (heading === undefined) return null;
  const figure = readFigure(cells[heading] ?? '', unit);
  return 'value' in figure ? figure.value : null;
}
