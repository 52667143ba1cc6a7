import { hull } from '../derived/clip.ts';
import type { Span } from '../time/days.ts';

/** The traces in which a student's place at another school can be seen, the one that says most first. */
export const placeTraces = ['managed-move', 'shared-places', 'cross-school-class'] as const;

/** One of {@link placeTraces}. */
export type PlaceTrace = (typeof placeTraces)[number];

/** One student's place at a school other than the main one, as one kind of record shows it. */
export interface PlaceSighting extends Span {
  readonly trace: PlaceTrace;
  readonly kind: 'managed-move' | 'off-site-direction' | 'course-places';
  /** Pseudonym of the person; never leaves the store. */
  readonly person: string;
  /** The main school, which sends the student. */
  readonly home: string;
  /** The school that gives the place. */
  readonly host: string;
  /** Ids of the records that show it. */
  readonly evidence: readonly string[];
}

/** Sightings that are no more than so many days apart are one place: a trial may end some weeks before the move is entered. */
export const samePlaceDays = 31;

/** Places, each once, and how many sightings of each trace were of a place that another one had shown already. */
export interface MergedPlaces {
  readonly places: readonly PlaceSighting[];
  readonly seenBefore: Readonly<Record<PlaceTrace, number>>;
}

/**
 * Makes one place of all sightings of one student at one host that overlap or nearly touch, whichever records show it:
 * a guest enrolment, the classes joined there and a recorded direction are one place. It takes the trace that says most,
 * the days of all and their evidence.
 */
export function mergeSightings(sightings: readonly PlaceSighting[]): MergedPlaces {
  const seenBefore: Record<PlaceTrace, number> = {
    'managed-move': 0,
    'shared-places': 0,
    'cross-school-class': 0,
  };
  const byStudent = new Map<string, PlaceSighting[]>();
  for (const sighting of sightings) {
    const key = [sighting.home, sighting.host, sighting.person].join(' ');
    const known = byStudent.get(key);
    if (known === undefined) byStudent.set(key, [sighting]);
    else known.push(sighting);
  }
  const places: PlaceSighting[] = [];
  for (const [, list] of [...byStudent].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const together of runs(list)) {
      const ordered = together.sort((a, b) => rank(a) - rank(b) || a.from - b.from || order(a, b));
      const first = ordered[0] as PlaceSighting;
      for (const { trace } of ordered.slice(1)) seenBefore[trace] += 1;
      const evidence = [...new Set(ordered.flatMap((sighting) => sighting.evidence))].sort();
      places.push({ ...first, ...hull(ordered), evidence });
    }
  }
  return { places, seenBefore };
}

function runs(list: readonly PlaceSighting[]): PlaceSighting[][] {
  const found: PlaceSighting[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const sighting of [...list].sort((a, b) => a.from - b.from || a.to - b.to || order(a, b))) {
    if (sighting.from > end + samePlaceDays) found.push([]);
    found.at(-1)?.push(sighting);
    end = Math.max(end, sighting.to);
  }
  return found;
}

function rank({ trace }: PlaceSighting): number {
  return placeTraces.indexOf(trace);
}

function order(one: PlaceSighting, other: PlaceSighting): number {
  const [a, b] = [one.evidence.join(' '), other.evidence.join(' ')];
  return a < b ? -1 : a > b ? 1 : 0;
}
