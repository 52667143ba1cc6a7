import { normaliseAim, type Tie } from '@collegial/collaboration';
import { fromParts } from './parts.ts';

/** Ties as a group may see them, and how many lines of students were left out. */
export interface ProtectedTies {
  readonly ties: readonly Tie[];
  readonly suppressed: number;
}

/** Traces that are seen in the records of students. */
const studentTraces: readonly string[] = [
  'shared-places',
  'cross-school-class',
  'managed-move',
] satisfies Tie['trace'][];

/**
 * Takes out of ties what a group may not see: ids of records that schools keep, pseudonyms of people and the words of aims (numbers
 * stand for both, so that the same stays the same), the words of products, lines of student places below the threshold, and traces in the records of fewer students. A level that
 * rested on such students is then found without them: at least what can be shown without them.
 */
export function protectTies(ties: readonly Tie[], threshold: number): ProtectedTies {
  const small = smallLines(ties, threshold);
  const aims = [...new Set(ties.flatMap(({ aim }) => normaliseAim(aim) ?? []))].sort();
  const people = [...new Set(ties.flatMap(({ person }) => person ?? []))].sort();
  const aimOf = ({ aim }: Tie) => {
    const named = normaliseAim(aim);
    return named === null ? null : `aim ${aims.indexOf(named) + 1}`;
  };
  const shown = ties.filter((tie) => !(isOfStudents(tie) && linesOf(tie).every((line) => small.has(line))));
  return {
    ties: shown.map(({ person, ...tie }) => ({
      ...tie,
      ...(person === undefined ? {} : { person: `person ${people.indexOf(person) + 1}` }),
      flows: tie.flows.filter(
        ({ provider, recipient, unit }) => unit !== 'places' || !small.has(lineOf(tie, provider, recipient)),
      ),
      aim: aimOf(tie),
      product: tie.product === null ? null : 'product',
      evidence: tie.basis === 'derived' ? [] : tie.evidence,
    })),
    suppressed: small.size,
  };
}

/** Lines with fewer students than the threshold: by places, or by pieces of evidence where a trace has none. */
function smallLines(ties: readonly Tie[], threshold: number): Set<string> {
  const students = new Map<string, number>();
  const add = (line: string, number: number) => students.set(line, (students.get(line) ?? 0) + number);
  for (const tie of ties) {
    const places = tie.flows.filter(({ unit }) => unit === 'places');
    for (const { provider, recipient, parts } of places) {
      add(lineOf(tie, provider, recipient), fromParts(parts));
    }
    if (isOfStudents(tie) && places.length === 0) add(wholeLine(tie), 1);
  }
  return new Set([...students].filter(([, number]) => number < threshold).map(([line]) => line));
}

function isOfStudents(tie: Tie): boolean {
  return tie.basis === 'derived' && studentTraces.includes(tie.trace);
}

function linesOf(tie: Tie): string[] {
  const places = tie.flows.filter(({ unit }) => unit === 'places');
  return places.length === 0
    ? [wholeLine(tie)]
    : places.map(({ provider, recipient }) => lineOf(tie, provider, recipient));
}

function lineOf(tie: Tie, provider: string, recipient: string): string {
  return [provider, recipient, tie.academicYear, tie.process, tie.basis, tie.trace].join(' ');
}

/** All of one trace between two schools in a year, whichever the direction. */
function wholeLine(tie: Tie): string {
  return [...tie.schools, tie.academicYear, tie.trace].join(' ');
}
