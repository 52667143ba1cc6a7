/** Text without white space around it; `undefined` for an empty cell. */
export function text(cell: string | undefined): string | undefined {
  const trimmed = cell?.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** A day that exists; the day of an instant is taken and counted, anything else is counted and left out. */
export function day(
  cell: string | undefined,
  column: string,
  drift: (field: string) => void,
): string | undefined {
  const written = text(cell);
  if (written === undefined) return undefined;
  const match = /^(\d{4}-\d{2}-\d{2})([T ].*)?$/.exec(written);
  if (match?.[1] === undefined || match[2] !== undefined) drift(column);
  const milliseconds = match?.[1] === undefined ? Number.NaN : Date.parse(`${match[1]}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) {
    if (match?.[1] !== undefined) drift(column);
    return undefined;
  }
  return new Date(milliseconds).toISOString().slice(0, 10) === match?.[1] ? match[1] : undefined;
}

/** Items separated by commas. */
export function list(cell: string | undefined): string[] {
  return (cell ?? '').split(',').flatMap((item) => text(item) ?? []);
}
