import {
  type CollaborationLevel,
  collaborationLevels,
  type LevelCriterion,
  type PairLevel,
} from '@collegial/model';

/** A level in a period. */
export interface LevelAt {
  readonly period: string;
  readonly level: CollaborationLevel;
  readonly levelWithUnconfirmed: CollaborationLevel;
}

/** A level that is not what it was in the period before. */
export interface LevelChange {
  readonly schools: readonly [string, string];
  readonly from: LevelAt;
  readonly to: LevelAt;
  readonly direction: 'up' | 'down' | 'beside';
  /** Criteria that are met now and were not, each as it was measured now. */
  readonly gained: readonly LevelCriterion[];
  /** Criteria that were met and are not, each as it was measured now. */
  readonly lost: readonly LevelCriterion[];
}

/**
 * Where the level of a pair changed from one period to the next, and which criteria made it so. `beside`: the level
 * itself stayed, the one that also counts unconfirmed evidence did not. Levels of other versions of the rules are not compared.
 *
 * @param pairs levels of any pairs and periods, in any order
 */
export function levelChanges(pairs: readonly PairLevel[]): LevelChange[] {
  const byPair = new Map<string, PairLevel[]>();
  for (const pair of pairs) {
    const key = pair.schools.join(' ');
    byPair.set(key, [...(byPair.get(key) ?? []), pair]);
  }
  return [...byPair]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, history]) => {
      const sorted = [...history].sort((a, b) => (a.period < b.period ? -1 : 1));
      return sorted.slice(1).flatMap((to, index) => {
        const from = sorted[index];
        return from === undefined || from.rules !== to.rules ? [] : changeBetween(from, to);
      });
    });
}

function changeBetween(from: PairLevel, to: PairLevel): LevelChange[] {
  const steps = collaborationLevels.indexOf(to.level) - collaborationLevels.indexOf(from.level);
  if (steps === 0 && from.levelWithUnconfirmed === to.levelWithUnconfirmed) return [];
  const wasMet = new Set(from.criteria.filter(({ met }) => met).map(({ id }) => id));
  return [
    {
      schools: to.schools,
      from: levelAt(from),
      to: levelAt(to),
      direction: steps > 0 ? 'up' : steps < 0 ? 'down' : 'beside',
      gained: to.criteria.filter(({ id, met }) => met && !wasMet.has(id)),
      lost: to.criteria.filter(({ id, met }) => !met && wasMet.has(id)),
    },
  ];
}

function levelAt({ period, level, levelWithUnconfirmed }: PairLevel): LevelAt {
  return { period, level, levelWithUnconfirmed };
}
