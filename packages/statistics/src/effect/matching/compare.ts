import type { Comparison } from '../estimate/cells.ts';
import type { Panel } from '../panel/panel.ts';
import { type FeatureOptions, type Features, featuresFor } from './features.ts';
import { type Match, type MatchOptions, matchNearest } from './match-nearest.ts';

/** How schools are matched, for all cohorts. */
export interface CompareOptions
  extends Pick<MatchOptions, 'neighbours' | 'caliper' | 'replacement'>,
    Omit<FeatureOptions, 'treatedFrom'> {}

/** A comparison with the matches it came from. */
export interface Compared extends Comparison {
  readonly matches: readonly Match[];
}

/**
 * Makes comparisons for any choice of schools that join: those that did, or, to see what chance does, others in their place. Schools that join
 * are nobody's match; a candidate that joins a group of its own later serves until then.
 */
export function createComparer(
  panel: Panel,
  options: CompareOptions,
): {
  features(treatedFrom: number): Features;
  compare(joined: ReadonlyMap<number, number>, focal: ReadonlySet<number>): Compared;
} {
  const known = new Map<number, Features>();
  const places = new Map(panel.schools.map((school, place) => [school, place]));
  const features = (treatedFrom: number) => {
    const found = known.get(treatedFrom) ?? featuresFor(panel, { ...options, treatedFrom });
    known.set(treatedFrom, found);
    return found;
  };
  return {
    features,
    compare(joined, focal) {
      const until = (school: number) => (focal.has(school) ? null : panel.treatedFrom[school]!);
      const partners = new Map<number, number[]>();
      const matches: Match[] = [];
      for (const treatedFrom of [...new Set(joined.values())].sort((a, b) => a - b)) {
        const { of, scale, importance } = features(treatedFrom);
        const candidates = [...of].filter(([place]) => {
          const end = until(place);
          return !joined.has(place) && (end === null || end > treatedFrom);
        });
        const found = matchNearest({
          ...options,
          schools: [...of].filter(([place]) => joined.get(place) === treatedFrom).map(([, school]) => school),
          candidates: candidates.map(([, school]) => school),
          scale,
          importance,
        });
        matches.push(...found);
        for (const { school, partners: own } of found)
          partners.set(
            places.get(school)!,
            own.map((partner) => places.get(partner.school)!),
          );
      }
      return { joined, partners, until, matches: matches.sort((a, b) => (a.school < b.school ? -1 : 1)) };
    },
  };
}
