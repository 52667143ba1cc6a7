import type { City } from '@collegial/sample-city';
import type { DerivedEvidence } from '../derived/derived-evidence.ts';

/** What a detector should find and what it found, as keys. */
export interface Found {
  readonly planted: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
}

const traceOf = {
  guest: 'shared-places',
  'dual-registration': 'shared-places',
  class: 'cross-school-class',
  'managed-move': 'managed-move',
  'off-site-direction': 'managed-move',
} as const;
const academicYearsOf = (from: string, to: string | null): number[] => {
  const year = (day: string) => Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0);
  const [first, last] = [year(from), year(to ?? '2025-08-31')];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
};

/** A person whose only record has a wrong pseudonym is found under that one: noise adds a number at its end. */
const named = (pseudonym: string) => pseudonym.replace(/-\d+$/, '');

/**
 * Detector by detector: the truth of the city, and what was seen in all its groups, each by person, schools and year. A
 * school that declined shares nothing, so what it does cannot be found.
 */
export function compare({ truth, dataset, people }: City, seen: readonly DerivedEvidence[]): Record<string, Found> {
  const links = new Map([...dataset.Staff].map(({ id, linkKey }) => [people.teacherNumberOf(id), linkKey]));
  const key = (...parts: readonly unknown[]) => parts.join(' ');
  const shares = (school: string) => school !== truth.declined.organisationId;
  const pair = (one: string, other: string) => [one, other].sort().join(' ');
  const lent = [
    ...truth.secondments.map(({ posts, teacherNumber }) => ({ teacherNumber, home: posts[0], host: posts[1] })),
    ...truth.jointContracts.map(({ posts, teacherNumber }) => ({ teacherNumber, home: posts[1], host: posts[0] })),
  ];
  const sharedStaff = [
    ...truth.sharedPosts.map((post) => key(links.get(post.teacherNumber), post.academicYear, pair(...post.schools))),
    ...lent.flatMap(({ teacherNumber, home, host }) =>
      academicYearsOf(host?.from ?? '', host?.to ?? null).map((year) =>
        key(links.get(teacherNumber), year, pair(home?.organisationId ?? '', host?.organisationId ?? '')),
      ),
    ),
  ];
  const places = (trace: string) => ({
    planted: new Set(
      truth.studentPlaces
        .filter(({ seenAs, home, host }) => traceOf[seenAs] === trace && shares(home) && shares(host))
        .map((place) => key(place.linkKey, place.home, place.host, place.academicYear)),
    ),
    found: new Set(
      seen.flatMap((one) =>
        one.places
          .filter((line) => line.trace === trace)
          .flatMap(({ students, home, host, academicYear }) =>
            students.map((student) => key(named(student), home, host, academicYear)),
          ),
      ),
    ),
  });
  return {
    'shared-staff': {
      planted: new Set(sharedStaff),
      found: new Set(
        seen.flatMap((one) =>
          one.sharedPosts.map((post) => key(named(post.person), post.academicYear, pair(post.provider, post.recipient))),
        ),
      ),
    },
    'staff-move': {
      planted: new Set(
        truth.agreedMoves.flatMap(({ teacherNumber, home, host, academicYears }) =>
          academicYears.map((year) => key(links.get(teacherNumber), home, host, year)),
        ),
      ),
      found: new Set(
        seen.flatMap((one) =>
          one.staffMoves.map((move) => key(named(move.person), move.provider, move.recipient, move.academicYear)),
        ),
      ),
    },
    'shared-places': places('shared-places'),
    'cross-school-class': places('cross-school-class'),
    'managed-move': places('managed-move'),
    'joint-structure': {
      planted: new Set(truth.jointStructures.map((one) => key(pair(...one.schools), one.academicYear, one.id))),
      found: new Set(
        seen.flatMap((one) =>
          one.jointStructures.map((line) => key(pair(...line.schools), line.academicYear, line.id)),
        ),
      ),
    },
  };
}

/** Precision and recall, 0–1. */
export function score({ planted, found }: Found): { precision: number; recall: number; hits: number } {
  const hits = [...found].filter((key) => planted.has(key)).length;
  return { hits, precision: hits / Math.max(1, found.size), recall: hits / Math.max(1, planted.size) };
}
