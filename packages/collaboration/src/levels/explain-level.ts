import {
  type CollaborationLevel,
  collaborationLevels,
  type LevelVariations,
  type PairLevel,
} from '@collegial/model';
import { nameSchools } from './name-schools.ts';

/** Options of {@link explainLevel}. */
export interface ExplainLevelOptions {
  /** Name of a school by its id. Default: the id. */
  readonly name?: (school: string) => string;
}

/**
 * Why a pair has its level, in plain sentences: the result, what is met and missed for each level, the thresholds, how firm it is,
 * where a link could have been seen, and the ids of the evidence.
 *
 * @example
 * ```ts
 * import { assessCase, chapterCases, explainLevel } from '@collegial/collaboration';
 *
 * const [pair] = chapterCases.flatMap((one) => assessCase(one));
 * if (pair !== undefined) console.log(explainLevel(pair.result).join('\n'));
 * ```
 */
export function explainLevel(
  pair: PairLevel,
  { name = (school) => school }: ExplainLevelOptions = {},
): string[] {
  const named = (text: string) => nameSchools(text, pair.schools, name);
  const [one, other] = pair.schools;
  return [
    `${name(one)} and ${name(other)}, ${pair.period}: ${named(pair.reading)}`,
    ...collaborationLevels.flatMap((level) => criteriaOf(pair, level).map(named)),
    ...firmness(pair),
    ...(pair.coverage ?? []).map(({ kind, periods }) =>
      periods.length === 0
        ? `Records of both schools: no ${kind}.`
        : `Records of both schools: ${kind} in ${periods.join(', ')}.`,
    ),
    `Evidence: ${pair.evidence.length === 0 ? 'none that is named' : pair.evidence.join(', ')}.`,
    `Rules of version ${pair.rules}.`,
  ];
}

function criteriaOf({ criteria }: PairLevel, level: CollaborationLevel): string[] {
  return criteria
    .filter((criterion) => criterion.level === level)
    .map(({ title, met, detail }) => `${level}, ${met ? 'met' : 'missing'}: ${title} – ${detail}.`);
}

function firmness({ stability }: PairLevel): string[] {
  if (stability === null) return [];
  const { downward, upward } = stability;
  return [`With less evidence ${share(downward)}; with more ${share(upward)}.`];
}

function share({ kept, variations }: LevelVariations): string {
  return `${kept} of ${variations} variations keep the level`;
}
