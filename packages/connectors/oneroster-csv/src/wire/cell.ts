/** Reads cells of CSV. Each gives `undefined` for an empty cell, and counts by `drift` what is not written as the standard says. */

/** Counts that a column is not written as the standard says. */
export type Drift = (column: string) => void;

/** Text without white space around it. */
export function text(cell: string | undefined): string | undefined {
  if (cell === undefined || cell === '') return undefined;
  if (cell.charCodeAt(0) > 32 && cell.charCodeAt(cell.length - 1) > 32) return cell;
  const trimmed = cell.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Items separated by commas. */
export function list(cell: string | undefined): string[] | undefined {
  const whole = text(cell);
  if (whole === undefined) return undefined;
  if (!whole.includes(',')) return [whole];
  return whole.split(',').flatMap((item) => text(item) ?? []);
}

const days = new Map<string, boolean>();
const mostDays = 50_000;

/** A day that exists; the day of an instant is taken and counted. */
export function day(cell: string | undefined, column: string, drift: Drift): string | undefined {
  let written = text(cell);
  if (written === undefined) return undefined;
  if (written.length > 10 && /^\d{4}-\d{2}-\d{2}[T ]/.test(written)) {
    drift(column);
    written = written.slice(0, 10);
  }
  const exists = days.get(written) ?? isDay(written);
  if (!exists) drift(column);
  return exists ? written : undefined;
}

/** Few days stand in a file, and each of them often. */
function isDay(written: string): boolean {
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(written) && dayOf(written) === written;
  if (days.size < mostDays) days.set(Buffer.from(written).toString(), exists);
  return exists;
}

function dayOf(written: string): string | undefined {
  const milliseconds = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString().slice(0, 10);
}

/** `true` or `false`; `1`, `yes` and their like are taken and counted. */
export function flag(cell: string | undefined, column: string, drift: Drift): boolean | undefined {
  const written = text(cell)?.toLowerCase();
  if (written === undefined) return undefined;
  if (written === 'true') return true;
  if (written === 'false') return false;
  drift(column);
  if (written === '1' || written === 'yes' || written === 'y') return true;
  return written === '0' || written === 'no' || written === 'n' ? false : undefined;
}

/** A finite number. */
export function number(cell: string | undefined, column: string, drift: Drift): number | undefined {
  const written = text(cell);
  if (written === undefined) return undefined;
  if (/^-?(\d+\.?\d*|\.\d+)$/.test(written)) return Number(written);
  drift(column);
  return undefined;
}

/** Identifiers with their types, `{LDAP:Id},{UPN:A123}`. */
export function typedIds(
  cell: string | undefined,
  column: string,
  drift: Drift,
): { type: string; identifier: string }[] | undefined {
  const written = text(cell);
  if (written === undefined) return undefined;
  const found: { type: string; identifier: string }[] = [];
  for (const [, type, identifier] of written.matchAll(/\{\s*([^{}:]+?)\s*:\s*([^{}]*?)\s*\}/g))
    if (type !== undefined && identifier !== undefined && identifier !== '') found.push({ type, identifier });
  const opened = written.split('{').length - 1;
  if (opened === 0 || opened !== found.length) drift(column);
  return found;
}
