import type { WirePeople } from './server-options.ts';

/** An object as it is sent, without status, time of change and `href`s. */
export type WireRow = Readonly<Record<string, unknown>> & { readonly sourcedId: string };

/** What rows are made with. */
export interface MakeOptions {
  readonly version: '1.1' | '1.2';
  /** Day of the server. */
  readonly today: string;
  readonly people: Required<WirePeople>;
}

/** The day after another: ends are excluded on the wire. */
export function dayAfter(day: string | null | undefined): string | undefined {
  if (day === null || day === undefined) return undefined;
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Grade level in the codes of CEDS. */
export function gradeLevel(yearGroup: number | null | undefined): string[] {
  if (yearGroup === null || yearGroup === undefined || yearGroup < 0) return [];
  return [yearGroup === 0 ? 'KG' : String(yearGroup).padStart(2, '0')];
}

/** Without fields that are `undefined`. */
export function compact(row: { sourcedId: string } & Record<string, unknown>): WireRow {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as WireRow;
}

/** By the value of a field. */
export function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
