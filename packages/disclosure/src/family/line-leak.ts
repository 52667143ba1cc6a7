import { isSmall } from '../thresholds.ts';
import type { ReadableFamily, ReadableLine } from './readable-family.ts';

/**
 * Whether a published total gives away what is hidden of its parts: to a reader who subtracts everything published and
 * everything already known, what remains must come from at least two parts and itself be no small count.
 */
export function lineLeaks(
  family: ReadableFamily,
  line: ReadableLine,
  hidden: ReadonlyMap<string, unknown>,
  knows: ReadonlySet<string>,
): boolean {
  if (hidden.has(line.total) && !knows.has(line.total)) return false;
  const unknown = line.parts
    .filter((part) => hidden.has(part) && !knows.has(part))
    .map((part) => family.counts.get(part) ?? []);
  const people = unknown.filter((counts) => counts.some((count) => count > 0));
  if (people.length === 0) return false;
  if (people.length === 1) return true;
  return (people[0] ?? []).some((_, at) =>
    isSmall(
      people.reduce((sum, counts) => sum + (counts[at] ?? 0), 0),
      family.threshold,
    ),
  );
}
