import { activityKinds } from '@collegial/model';
import type { ActivitiesConfig } from './activities-config.ts';
import { nearest } from './nearest.ts';
import type { Read } from './read-values.ts';

/** `Joint training` and `joint_training` are `joint-training`. */
const slug = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '-');

/** Reads a kind of activity, by its id or its title. A kind that is not known is not guessed: the fault names the nearest. */
export function readKind(text: string, config: ActivitiesConfig): Read<string> {
  const kinds = [...activityKinds, ...config.kinds];
  const written = slug(text);
  const known = kinds.find(({ id, title }) => id === text || slug(id) === written || slug(title) === written);
  if (known !== undefined) return { value: known.id };
  const ids = kinds.map(({ id }) => id);
  const like = written === '' ? '' : ` nearest: ${nearest(written, ids).join(', ')};`;
  const what = written === '' ? 'the kind of activity is missing' : 'no such kind of activity';
  return { fault: { field: 'kind', reason: `${what};${like} known: ${ids.join(', ')}` } };
}

/** The id that a school's text stands for: `100001` is `urn:100001`, everything else itself. */
export const schoolId = (text: string): string => (/^\d{5,6}$/.test(text) ? `urn:${text}` : text);

/** Reads the id of a school: a URN of six digits (five for old ones), or an id with its scheme such as `urn:100001`. */
export function readSchool(text: string, field: string, config: ActivitiesConfig): Read<string> {
  const id = schoolId(text);
  if (id === '') return { fault: { field, reason: 'the school is missing' } };
  if (!/^[a-z][a-z0-9-]*:\S/i.test(id)) {
    const reason =
      'not a school: write its URN (six digits) or an id with its scheme, for example urn:100001';
    return { fault: { field, reason } };
  }
  if (config.schools.length > 0 && !config.schools.includes(id))
    return { fault: { field, reason: 'this school is not among the schools of the configuration' } };
  return { value: id };
}

/** Reads a word of a short list; the fault names the list. */
export function readWord<Word extends string>(
  text: string,
  field: string,
  words: readonly Word[],
): Read<Word> {
  const written = slug(text);
  const known = words.find((word) => word === written);
  if (known !== undefined) return { value: known };
  const what = written === '' ? 'missing' : 'not known';
  return { fault: { field, reason: `the ${field} is ${what}; write one of ${words.join(', ')}` } };
}
