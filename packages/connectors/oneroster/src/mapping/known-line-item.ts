import { type OneRosterContext, organisationIdOf, plainIdOf } from './ids.ts';
import type { KnownLineItem, Reading } from './reading.ts';
import type { WireLineItem } from './wire-gradebook.ts';
import type { WireClass } from './wire-roster.ts';

/** What a line item is in. */
export interface LineItemPlaces {
  /** Classes by `sourcedId`, for school and course; absent: they are not at hand, and subjects are not known. */
  readonly classes?: ReadonlyMap<string, Pick<WireClass, 'school' | 'course'>>;
  /** Titles of categories by `sourcedId`. */
  readonly categories: ReadonlyMap<string, string>;
  readonly reading: Reading;
}

/** A line item as results refer to it: its school is its own (1.2) or that of its class, its subject that of the class. */
export function knownLineItem(
  item: WireLineItem,
  { classes, categories, reading }: LineItemPlaces,
  context: Pick<OneRosterContext, 'source' | 'config'>,
): KnownLineItem {
  const place = item.class === undefined ? undefined : classes?.get(item.class);
  // A class that was not met would leave the subject out without a word: results of it are set aside.
  const lost = classes !== undefined && item.class !== undefined && place === undefined;
  const school = lost ? undefined : (item.school ?? place?.school);
  return {
    title: item.title,
    category: item.category === undefined ? undefined : categories.get(item.category),
    organisationId: school === undefined ? undefined : organisationIdOf(context, reading, school),
    subjectId: place?.course === undefined ? undefined : plainIdOf(context, place.course),
    lowest: item.resultValueMin,
    highest: item.resultValueMax,
    scoreScale: item.scoreScale,
  };
}
