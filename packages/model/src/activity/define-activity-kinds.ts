import { CollegialError } from '../errors/collegial-error.ts';
import { type ActivityKind, processes } from './activity-kind.ts';
import { activityKinds } from './activity-kinds.ts';

const words = {
  flow: ['knowledge', 'resource', 'none'],
  direction: ['directed', 'mutual'],
  unit: ['events', 'staff-hours', 'staff-days', 'places', 'pounds'],
  process: processes.map(({ id }) => id),
} as const;

/**
 * Adds kinds of activity of your own to the ones that Collegial knows. Pass the result wherever `kinds` is asked for.
 *
 * @param own each with an id that nobody else uses, a title, one of the eight processes, what flows and in which direction
 * @returns the known kinds and then yours, frozen
 * @throws CollegialError `activity.kind-invalid` for an id that is used twice or is not lower-case words with hyphens, for a process, flow,
 * direction or unit that does not exist, and for a title that is missing
 *
 * @example
 * ```ts
 * import { defineActivityKinds } from '@collegial/model';
 *
 * const kinds = defineActivityKinds([
 *   { id: 'joint-concert', title: 'Joint concert', process: 'opportunities-for-students', flow: 'none', direction: 'mutual' },
 * ]);
 * kinds.at(-1)?.id; // 'joint-concert'
 * ```
 */
export function defineActivityKinds(own: readonly ActivityKind[]): readonly ActivityKind[] {
  const seen = new Set(activityKinds.map(({ id }) => id));
  for (const [index, kind] of own.entries()) {
    const fail = (field: string, message: string, fix: string) =>
      new CollegialError({
        code: 'activity.kind-invalid',
        message: `The kind of activity “${kind.id}” ${message}.`,
        fix,
        place: { row: index + 1, field },
      });
    if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(kind.id)) {
      throw fail('id', 'has an id that cannot be used', 'Write it in lower-case words joined by hyphens.');
    }
    if (seen.has(kind.id)) throw fail('id', 'is declared already', 'Give yours another id.');
    seen.add(kind.id);
    if (typeof kind.title !== 'string' || kind.title.trim() === '') {
      throw fail('title', 'has no title', 'Say in a few words what it is.');
    }
    for (const [field, allowed] of Object.entries(words) as [keyof typeof words, readonly string[]][]) {
      const value = kind[field] ?? (field === 'unit' ? 'events' : undefined);
      if (value === undefined || !allowed.includes(value)) {
        throw fail(field, `has no known ${field}`, `Write one of ${allowed.join(', ')}.`);
      }
    }
  }
  return Object.freeze([...activityKinds, ...own.map((kind) => Object.freeze({ ...kind }))]);
}
