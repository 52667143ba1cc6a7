import { gatherEvidence, levelSummariesOf } from '@collegial/collaboration';
import { CollegialError, collaborationLevels, formatAcademicYear } from '@collegial/model';
import type { QueryEngine } from '@collegial/query';
import type { LevelsBeside } from './what-changed-result.ts';

/** What {@link levelsBeside} takes. */
export interface LevelsBesideOptions {
  /** Groups with the first academic year to look at. */
  readonly groups: ReadonlyMap<string, number>;
  /** Last academic year to look at. */
  readonly until: number;
  readonly signal?: AbortSignal;
}

/** How closely each group worked together in each year since its first school joined, as far as agreements let it be read. */
export async function levelsBeside(
  engine: QueryEngine,
  { groups, until, signal }: LevelsBesideOptions,
): Promise<{ levels: LevelsBeside[]; notKnown: { group: string; period: string }[] }> {
  const levels: LevelsBeside[] = [];
  const notKnown: { group: string; period: string }[] = [];
  for (const [group, since] of groups)
    for (let year = since; year <= until; year += 1) {
      const period = formatAcademicYear(year);
      const scope = { kind: 'group', id: group } as const;
      try {
        const evidence = await gatherEvidence(engine, {
          scope,
          period,
          ...(signal === undefined ? {} : { signal }),
        });
        const pairs = levelSummariesOf({
          schools: evidence.schools,
          ties: evidence.ties,
          academicYear: year,
        });
        const steps = pairs.map(({ level }) => collaborationLevels.indexOf(level));
        const ties = evidence.ties.filter(({ academicYear }) => academicYear === year);
        const byBasis = (basis: string) => ties.filter((tie) => tie.basis === basis).length;
        levels.push({
          group,
          period,
          pairs: Object.fromEntries(
            collaborationLevels.map((level) => [level, pairs.filter((pair) => pair.level === level).length]),
          ) as LevelsBeside['pairs'],
          meanLevel: steps.length === 0 ? null : steps.reduce((sum, step) => sum + step, 0) / steps.length,
          ties: {
            derived: byBasis('derived'),
            confirmed: byBasis('confirmed'),
            unconfirmed: byBasis('unconfirmed'),
          },
        });
      } catch (error) {
        if (!notObserved(error)) throw error;
        notKnown.push({ group, period });
      }
    }
  return { levels, notKnown };
}

function notObserved(error: unknown): boolean {
  return error instanceof CollegialError && ['agreement.missing', 'scope.unknown'].includes(error.code);
}
