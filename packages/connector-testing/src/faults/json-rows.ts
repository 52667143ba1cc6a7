type Holder = Record<string, unknown> | unknown[];

const deepest = 4;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Finds the rows of a JSON body: its longest list of objects that lies in no other list. Returned as they are, so that changing the list changes the
 * body.
 */
export function rowsIn(body: unknown, depth = 0): unknown[] | undefined {
  if (Array.isArray(body)) return body.every(isObject) ? body : undefined;
  if (!isObject(body) || depth > deepest) return undefined;
  let longest: unknown[] | undefined;
  for (const value of Object.values(body)) {
    const rows = rowsIn(value, depth + 1);
    if (rows !== undefined && rows.length > (longest?.length ?? -1)) longest = rows;
  }
  return longest;
}

/** Takes everything but the rows from another body: cursors, links and totals. */
export function withOtherMeta(body: unknown, other: unknown): unknown {
  const rows = rowsIn(body);
  const others = rowsIn(other);
  if (rows === undefined || others === undefined || Array.isArray(body)) return body;
  const copy = structuredClone(other) as Holder;
  const place = rowsIn(copy) as unknown[];
  place.splice(0, place.length, ...rows);
  return copy;
}
