import type { AcademicYear } from '@collegial/model';
import { clip, hull } from '../derived/clip.ts';
import { dayText, type Span } from '../time/days.ts';
import type { ObservedYear } from '../time/observed-years.ts';
import { type PlaceSighting, placeTraces } from './place-sighting.ts';

/** The students of one school with places at another in one academic year, by the trace that shows them. */
export interface PlaceLine {
  readonly trace: PlaceSighting['trace'];
  readonly kind: PlaceSighting['kind'];
  readonly home: string;
  readonly host: string;
  readonly academicYear: AcademicYear;
  /** As `2023/24`. */
  readonly period: string;
  /** Student places in the year. */
  readonly places: number;
  /** First and last day in the year, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Pseudonyms of the students, sorted; they never leave the store. */
  readonly students: readonly string[];
  /** Ids of the records that show the places, sorted. */
  readonly evidence: readonly string[];
}

/**
 * Places cut to the years and the days in force, one line for each home, host, trace, kind and year. A place that runs
 * over the turn of the year counts in both; a managed move counts in the year in which it begins.
 */
export function placeLines(
  places: readonly PlaceSighting[],
  years: readonly ObservedYear[],
  inForce: readonly Span[],
): PlaceLine[] {
  const lines = new Map<string, { year: ObservedYear; places: (PlaceSighting & { days: Span[] })[] }>();
  for (const place of places) {
    const span = place.kind === 'managed-move' ? { from: place.from, to: place.from + 1 } : place;
    for (const year of years) {
      if (clip(span, year, inForce).length === 0) continue;
      const days = clip(place, year, inForce);
      const rank = placeTraces.indexOf(place.trace);
      const key = [year.academicYear, place.host, place.home, rank, place.kind].join(' ');
      const line = lines.get(key) ?? { year, places: [] };
      line.places.push({ ...place, days });
      lines.set(key, line);
    }
  }
  return [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => {
      const { trace, kind, home, host } = line.places[0] as PlaceSighting;
      const { from, to } = hull(line.places.flatMap(({ days }) => days));
      return {
        trace,
        kind,
        home,
        host,
        academicYear: line.year.academicYear,
        period: line.year.period,
        places: line.places.length,
        from: dayText(from),
        to: dayText(to - 1),
        students: [...new Set(line.places.map(({ person }) => person))].sort(),
        evidence: [...new Set(line.places.flatMap(({ evidence }) => evidence))].sort(),
      };
    });
}
