import type { Random } from '../random.ts';

/** Values that no documented field has. */
const strange: readonly unknown[] = [null, {}, [], [[]], { unexpected: 'shape' }];

/** Takes away, or misshapes, one field of a row; fields inside it now and then. Changes the row. */
export function driftRow(row: Record<string, unknown>, random: Random): string | undefined {
  const names = Object.keys(row);
  if (names.length === 0) return undefined;
  const name = random.pick(names);
  const value = row[name];
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && random.chance(0.5)) {
    const inner = driftRow(value as Record<string, unknown>, random);
    return inner === undefined ? undefined : `${name}.${inner}`;
  }
  const items = Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
  if (items.length > 0 && random.chance(0.5)) {
    const inner = driftRow(random.pick(items) as Record<string, unknown>, random);
    return inner === undefined ? undefined : `${name}.*.${inner}`;
  }
  if (random.chance(0.3)) delete row[name];
  else row[name] = structuredClone(random.pick(strange));
  return name;
}
