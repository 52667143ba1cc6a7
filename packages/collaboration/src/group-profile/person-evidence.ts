import { processes } from '@collegial/model';
import type { Tie } from '../ties/tie.ts';
import type { PairEvidence } from './pair-evidence.ts';

/** What rests on one person, pair by pair. */
export interface PersonEvidence {
  readonly person: string;
  /** In the order of the pairs. */
  readonly pairs: readonly OnePerson[];
}

/** What of a pair's evidence rests on one person. */
export interface OnePerson {
  readonly any: boolean;
  readonly whole: boolean;
  /** Processes of which the person is all the evidence, as bits in the book's order. */
  readonly processes: number;
}

/** The person on whom evidence rests; `null` where it rests on several or on nobody in particular. */
type Owner = string | null | undefined;

const placeOf = new Map(processes.map(({ id }, place) => [id, place]));

/**
 * What rests on each person who is seen at several schools.
 *
 * @param ties of the year, derived and confirmed
 */
export function personEvidenceOf(pairs: readonly PairEvidence[], ties: readonly Tie[]): PersonEvidence[] {
  const people = new Set<string>();
  for (const { person } of ties) if (person !== undefined) people.add(person);
  if (people.size === 0) return [];
  const indexOf = new Map(pairs.map(({ schools }, index) => [schools.join(' '), index]));
  const ofPair = pairs.map((): Owner => undefined);
  const ofProcess = pairs.map(() => processes.map((): Owner => undefined));
  const seen = new Map([...people].map((person) => [person, new Set<number>()]));
  const shared = (known: Owner, person: string | undefined): Owner =>
    known === undefined || known === person ? (person ?? null) : null;
  for (const { schools, process, person } of ties) {
    const index = indexOf.get(schools.join(' '))!;
    const place = placeOf.get(process) ?? 0;
    ofPair[index] = shared(ofPair[index], person);
    ofProcess[index]![place] = shared(ofProcess[index]![place], person);
    if (person !== undefined) seen.get(person)!.add(index);
  }
  return [...seen].map(([person, indices]) => ({
    person,
    pairs: pairs.map((_, index) => ({
      any: indices.has(index),
      whole: ofPair[index] === person,
      processes: ofProcess[index]!.reduce(
        (bits, owner, place) => (owner === person ? bits | (1 << place) : bits),
        0,
      ),
    })),
  }));
}
