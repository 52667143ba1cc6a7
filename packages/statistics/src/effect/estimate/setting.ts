import { requireThat } from '../../require-that.ts';
import { type Compared, createComparer } from '../matching/compare.ts';
import type { MatchOn } from '../matching/features.ts';
import type { MatchOptions } from '../matching/match-nearest.ts';
import type { Panel } from '../panel/panel.ts';
import type { Exchange } from './placebo.ts';

/** Who is asked about, and whom they are compared with in the two ways of matching. */
export interface Setting {
  readonly focal: ReadonlySet<number>;
  readonly exchange: Exchange;
  readonly main: Matching;
  readonly level: Matching;
}

/** One way of matching. */
export interface Matching {
  readonly comparer: ReturnType<typeof createComparer>;
  /** Schools of the groups with figures in all base years. */
  readonly joined: ReadonlyMap<number, number>;
  readonly compared: Compared;
}

/** What {@link settingOf} takes. */
export interface SettingOptions extends Pick<MatchOptions, 'neighbours' | 'caliper' | 'replacement'> {
  readonly groups?: readonly string[];
  readonly matchOn?: MatchOn;
  readonly baseYears?: number;
  readonly contextNames?: readonly string[];
  readonly exchange?: Exchange;
}

/** Reads who is asked about, and matches. */
export function settingOf(panel: Panel, options: SettingOptions): Setting {
  const asked = options.groups === undefined ? null : new Set(options.groups);
  const places = panel.schools.map((_, place) => place);
  const focal = new Set(
    places.filter(
      (place) => panel.group[place] !== null && (asked === null || asked.has(panel.group[place]!)),
    ),
  );
  const contextNames =
    options.contextNames ?? Array.from({ length: panel.contexts }, (_, index) => `context ${index + 1}`);
  requireThat(contextNames.length === panel.contexts, 'Every context figure needs a name.');
  const matching = (matchOn: MatchOn): Matching => {
    const comparer = createComparer(panel, {
      ...options,
      matchOn,
      baseYears: options.baseYears ?? 3,
      contextNames,
    });
    const joined = new Map(
      [...focal]
        .map((place) => [place, panel.treatedFrom[place]!] as const)
        .filter(([place, year]) => comparer.features(year).of.has(place)),
    );
    return { comparer, joined, compared: comparer.compare(joined, focal) };
  };
  const free = places.filter((place) => panel.treatedFrom[place] === null);
  const clusters = new Set(free.map((place) => panel.cluster[place]!));
  const bundled = free.length >= 3 * clusters.size;
  return {
    focal,
    exchange: options.exchange ?? (bundled ? 'clusters' : 'schools'),
    main: matching(options.matchOn ?? 'years'),
    level: matching(options.matchOn === 'context' ? 'context' : 'level'),
  };
}
