import { type ActivityKind, activityKinds, type EntityInput } from '@collegial/model';
import type { ActivitiesConfig } from '../activities-config.ts';
import { readKind } from '../read-names.ts';
import type { Fault } from '../read-values.ts';
import type { CalendarMapping } from './calendar-mapping.ts';
import type { EventFacts } from './event-facts.ts';

/** What an event is: the described part of the activity, and the part of each school with the number of its people. */
export interface Placed {
  readonly kind: string;
  readonly rule: CalendarMapping['rules'][number];
  readonly title: string;
  readonly parts: readonly {
    readonly school: string;
    readonly role: NonNullable<EntityInput<'Participation'>['role']>;
    /** People who were invited and did not decline; 0 when the school is known by place or words only. */
    readonly people: number;
  }[];
}

/** Where an event was placed, or why not. */
export type Placement = { readonly placed: Placed } | { readonly skip: string } | { readonly fault: Fault };

/** What placing needs beside the event. */
export interface PlaceOptions {
  readonly mapping: CalendarMapping;
  readonly config: ActivitiesConfig;
  /** School whose calendar it is: it takes part in what stands there. */
  readonly school?: string | undefined;
}

/** Places an event by the first rule that fits, and the schools that are recognised in it. */
export function placeEvent(facts: EventFacts, { mapping, config, school }: PlaceOptions): Placement {
  if (mapping.ignore.some((one) => fits(one, facts))) return { skip: 'the mapping says to ignore it' };
  const index = mapping.rules.findIndex((one) => fits(one, facts));
  const rule = mapping.rules[index];
  if (rule === undefined) {
    if (mapping.unmatched === 'skip') return { skip: 'no rule of the mapping fits it' };
    const reason =
      'no rule of the mapping fits; add a rule with its category or a word of its title, or name one of them under ignore';
    return { fault: { field: 'rules', reason } };
  }
  const kind = readKind(rule.kind, config);
  if (kind.fault !== undefined) return { fault: { field: `rules.${index}.kind`, reason: kind.fault.reason } };
  const count = new Map<string, number>(school === undefined ? [] : [[school, 0]]);
  for (const one of mapping.schools) {
    if (hasPart(facts.place, one.places) || hasWord(facts.title, one.words))
      count.set(one.school, count.get(one.school) ?? 0);
  }
  for (const address of facts.people) {
    const owner = schoolOf(address, mapping);
    if (owner !== undefined) count.set(owner, (count.get(owner) ?? 0) + 1);
  }
  if (count.size < 2) {
    const found = count.size === 0 ? 'no school was' : 'only one school was';
    const reason = `${found} recognised in it (rule ${index + 1}); under schools, add addresses, places or words by which the others are known`;
    return { fault: { field: 'schools', reason } };
  }
  const giver = giverOf(rule.gives, facts, mapping);
  if (rule.gives !== undefined && (giver === undefined || !count.has(giver))) {
    const reason = `the school that gives is not recognised (rule ${index + 1}); correct gives, or what the school is known by`;
    return { fault: { field: `rules.${index}.gives`, reason } };
  }
  const known: readonly Pick<ActivityKind, 'id' | 'title'>[] = [...activityKinds, ...config.kinds];
  const title = rule.title ?? known.find(({ id }) => id === kind.value)?.title ?? kind.value;
  const parts = [...count].map(([id, people]) => ({ school: id, role: roleOf(id, giver), people }));
  return {
    placed: { kind: kind.value, rule, title, parts: parts.sort((a, b) => (a.school < b.school ? -1 : 1)) },
  };
}

const roleOf = (school: string, giver: string | undefined): Placed['parts'][number]['role'] =>
  giver === undefined ? 'participant' : school === giver ? 'provider' : 'recipient';

function giverOf(gives: string | undefined, facts: EventFacts, mapping: CalendarMapping): string | undefined {
  if (gives === 'organiser')
    return facts.organiser === undefined ? undefined : schoolOf(facts.organiser, mapping);
  if (gives === 'place') return mapping.schools.find((one) => hasPart(facts.place, one.places))?.school;
  return gives;
}

/** The school of an address: one that is named whole comes before one that is named by its domain. */
function schoolOf(address: string, { schools }: CalendarMapping): string | undefined {
  const having = (wanted: string) =>
    schools.find(({ addresses }) => addresses.some((one) => one.toLowerCase().replace(/^\*/, '') === wanted))
      ?.school;
  return having(address) ?? having(address.slice(address.lastIndexOf('@')));
}

type Condition = Pick<CalendarMapping['rules'][number], 'categories' | 'words' | 'places'>;

function fits({ categories, words, places }: Condition, facts: EventFacts): boolean {
  const has = facts.categories.map(fold);
  return (
    (categories.length === 0 || categories.some((one) => has.includes(fold(one)))) &&
    (words.length === 0 || hasWord(facts.title, words)) &&
    (places.length === 0 || hasPart(facts.place, places))
  );
}

/** Upper and lower case, accents and runs of spaces make no difference. */
const fold = (text: string) =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();

const hasPart = (text: string, parts: readonly string[]) =>
  parts.some((part) => fold(text).includes(fold(part)));

const hasWord = (text: string, words: readonly string[]) => {
  const spaced = (one: string) =>
    ` ${fold(one)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  return words.some((word) => spaced(text).includes(spaced(word)));
};
