import { dfeMeasures } from './dfe-measures.ts';
import type { DfeFile } from './dfe-schemas.ts';
import type { MeasureUnit } from './measures/measure.ts';
import { normalHeading } from './tables.ts';

/** A measure as one file has it: its columns by the headings that the file uses. */
export interface FileMeasure {
  readonly measure: string;
  readonly unit: MeasureUnit;
  readonly subgroup: string;
  /** Absent: the share is worked out from `count` and `denominator`. */
  readonly value?: string;
  readonly count?: string;
  readonly denominator?: string;
  readonly lower?: string;
  readonly upper?: string;
}

const known = new WeakMap<DfeFile, readonly FileMeasure[]>();

/** The measures that a file holds; worked out once for each file. */
export function measuresOf(file: DfeFile): readonly FileMeasure[] {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = dfeMeasures.flatMap(({ id, unit, columns }) =>
    columns
      .filter(({ table }) => table === file.table)
      .flatMap((column): FileMeasure[] => {
        const value = headingIn(file, column.value);
        const count = headingIn(file, column.count);
        const denominator = headingIn(file, column.denominator);
        if (value === undefined && (count === undefined || denominator === undefined)) return [];
        const lower = headingIn(file, column.lower);
        const upper = headingIn(file, column.upper);
        return [
          {
            measure: id,
            unit,
            subgroup: column.subgroup,
            ...(value === undefined ? {} : { value }),
            ...(count === undefined ? {} : { count }),
            ...(denominator === undefined ? {} : { denominator }),
            ...(lower === undefined ? {} : { lower }),
            ...(upper === undefined ? {} : { upper }),
          },
        ];
      }),
  );
  known.set(file, found);
  return found;
}

function headingIn(file: DfeFile, headings: readonly string[] = []): string | undefined {
  for (const heading of headings) {
    const written = file.headings.get(normalHeading(heading));
    if (written !== undefined) return written;
  }
  return undefined;
}
