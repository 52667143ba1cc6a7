import { CollegialError } from '@collegial/model';
import * as z from 'zod';

const texts = z.array(z.string().trim().min(1)).default([]);

/** What an event must have for a rule: one of the texts of each list that is not empty. */
const condition = {
  /** Categories, whole. */
  categories: texts,
  /** Words or phrases of the title, at the boundaries of words. */
  words: texts,
  /** Parts of the place. */
  places: texts,
};

/** Says what the events of a calendar stand for. It may be written as a JSON file. */
export const CalendarMapping = z.strictObject({
  /** How each school is recognised; who is recognised took part. */
  schools: z
    .array(
      z.strictObject({
        /** Id of the school, for example `urn:100001`. */
        school: z.string().trim().min(1),
        /** Addresses of its people, `head@north.example`, or all of a domain, `@north.example`. They are matched and never stored. */
        addresses: texts,
        /** Parts of the place that stand for the school. */
        places: texts,
        /** Words of the title that stand for the school. */
        words: texts,
      }),
    )
    .min(1),
  /** What events are, in order: the first rule that fits counts. */
  rules: z
    .array(
      z.strictObject({
        ...condition,
        /** Id or title of a kind of activity. */
        kind: z.string().trim().min(1),
        /** Title of the activity; default: that of the kind. The title of the event may hold names and is not stored. */
        title: z.string().trim().min(1).max(500).optional(),
        aim: z.string().trim().min(1).max(500).optional(),
        product: z.string().trim().min(1).max(500).optional(),
        /** Id of the group of schools to which it belongs. */
        group: z.string().trim().min(1).optional(),
        /** Who gives, in what goes one way: the school of the `organiser`, the one whose `place` it is, or the id of a school. */
        gives: z.string().trim().min(1).optional(),
        /** What the people who are invited are; default: not stated. */
        people: z.enum(['heads', 'middleLeaders', 'teachers', 'supportStaff', 'governors']).optional(),
        /** Hours of each person; default: how long the event takes, and not stated for events of whole days. */
        hoursPerPerson: z.number().min(0).max(1000).optional(),
      }),
    )
    .min(1),
  /** Events that are none of this: they are passed over and counted. */
  ignore: z.array(z.strictObject(condition)).default([]),
  /** What to do with events that no rule fits: `set-aside` tells each of them, `skip` counts them. Default `set-aside`. */
  unmatched: z.enum(['set-aside', 'skip']).default('set-aside'),
});
export type CalendarMapping = z.output<typeof CalendarMapping>;

/**
 * Checks a mapping, and that it says nothing twice.
 *
 * @throws CollegialError `config.invalid` with the path of each wrong value
 */
export function checkMapping(mapping: unknown, file: string): CalendarMapping {
  const parsed = CalendarMapping.safeParse(mapping);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      (issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`,
    );
    throw wrong(file, faults.slice(0, 5).join('; '));
  }
  const { rules, ignore, schools } = parsed.data;
  for (const [name, list] of Object.entries({ rules, ignore })) {
    const empty = list.findIndex((one) => one.categories.length + one.words.length + one.places.length === 0);
    if (empty >= 0)
      throw wrong(
        file,
        `${name}.${empty}: it names no categories, words or places and would fit every event`,
      );
  }
  const owners = new Map<string, number>();
  for (const [index, { addresses }] of schools.entries()) {
    for (const address of addresses) {
      const key = address.toLowerCase().replace(/^\*/, '');
      const other = owners.get(key);
      if (!/^[^@\s]*@[^@\s]+$/.test(key))
        throw wrong(file, `schools.${index}.addresses: not an address and no @domain`);
      if (other !== undefined && other !== index)
        throw wrong(file, `schools.${index}.addresses: an address stands at schools.${other} already`);
      owners.set(key, index);
    }
  }
  return parsed.data;
}

function wrong(file: string, what: string): CollegialError {
  return new CollegialError({
    code: 'config.invalid',
    message: `The mapping of the calendar cannot be used: ${what}.`,
    fix: 'Correct it as described in the README of @collegial/connector-activities.',
    place: { file },
  });
}
