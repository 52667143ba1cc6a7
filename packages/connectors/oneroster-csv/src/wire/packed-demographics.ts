import type { WireDemographics } from '@collegial/connector-oneroster/mapping';
import type { TableValues } from '../bundle/read-table.ts';
import { tables } from '../bundle/tables.ts';
import { type Drift, day, flag, text } from './cell.ts';

const between = '\u001f';
/** Flags of races and ethnicity, in the order of the standard. */
export const ethnicityFlags = tables.demographics.optional.filter(
  (column) => column !== 'birthDate' && column !== 'sex',
);

/** Packs a row of `demographics.csv` into one short text; students with the same day of birth, sex and flags share it. */
export function demographicsPacker(extensions: readonly string[]): (values: TableValues) => string {
  const columns = ['birthDate', 'sex', ...ethnicityFlags, ...extensions.map((key) => `metadata.${key}`)];
  const shared = new Map<string, string>();
  return (values) => {
    const packed = columns.map((column) => text(values[column]) ?? '').join(between);
    const known = shared.get(packed);
    if (known !== undefined) return known;
    const made = Buffer.from(packed).toString();
    if (shared.size < 100_000) shared.set(made, made);
    return made;
  };
}

/** The demographics of the user with this id. */
export function unpackDemographics(
  sourcedId: string,
  packed: string,
  extensions: readonly string[],
  drift: Drift,
): WireDemographics {
  const cells = packed.split(between);
  const demographics: Record<string, unknown> = {
    sourcedId,
    birthDate: day(cells[0], 'demographics.birthDate', drift),
    sex: text(cells[1]),
  };
  for (const [index, name] of ethnicityFlags.entries())
    demographics[name] = flag(cells[2 + index], `demographics.${name}`, drift);
  if (extensions.length > 0) {
    const metadata: Record<string, string> = {};
    for (const [index, key] of extensions.entries()) {
      const value = text(cells[2 + ethnicityFlags.length + index]);
      if (value !== undefined) metadata[key] = value;
    }
    demographics.metadata = metadata;
  }
  return demographics as unknown as WireDemographics;
}
