import type { CollaborationLevel, EvidenceKind, PairLevel } from '@collegial/model';

/** What a reading is made from. */
export type ReadingParts = Pick<
  PairLevel,
  'level' | 'levelWithUnconfirmed' | 'tooEarlyToTell' | 'coverage' | 'oneSided' | 'observed'
> & {
  /** Whether nothing but records that schools keep anyway stands behind the level. */
  readonly tracesOnly: boolean;
};

const titles: Readonly<Record<CollaborationLevel, string>> = {
  'no-link-seen': 'No link seen',
  association: 'Association',
  cooperation: 'Cooperation',
  collaboration: 'Collaboration',
  collegiality: 'Collegiality',
};
const kinds: Readonly<Record<EvidenceKind, string>> = {
  staff: 'staff records',
  enrolments: 'enrolments',
  classes: 'classes',
  transfers: 'recorded transfers',
  activities: 'recorded activities',
};

/** A level as a sentence or two: what it is, and what keeps it from being more. */
export function levelReading(parts: ReadingParts): string {
  const { level, levelWithUnconfirmed, tooEarlyToTell, oneSided } = parts;
  return [
    ...(level === 'no-link-seen' ? noLink(parts) : [headline(parts)]),
    levelWithUnconfirmed === level
      ? ''
      : `${titles[levelWithUnconfirmed]} with what nobody has confirmed yet.`,
    level !== 'no-link-seen' && level !== 'collegiality' && parts.tracesOnly && !tooEarlyToTell
      ? 'Nothing but records that schools keep anyway counts here, and those can show collaboration at most.'
      : '',
    oneSided === null
      ? ''
      : `Only ${oneSided.recordedBy} records what the two do: ${oneSided.activities} activities, ${oneSided.confirmed} of them confirmed by the other.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function headline({ level, tooEarlyToTell, observed }: ReadingParts): string {
  if (!tooEarlyToTell) return `${titles[level]}.`;
  const years =
    observed.length === 1 ? 'one year' : observed.length === 0 ? 'no year' : `${observed.length} years`;
  return `At least ${titles[level].toLowerCase()}; collegiality too early to tell, as only ${years} could be observed.`;
}

/** That nothing was seen says little where nothing could be seen. */
function noLink({ coverage }: ReadingParts): string[] {
  if (coverage === null) return ['No link seen.'];
  const name = (some: typeof coverage) => list(some.map(({ kind }) => kinds[kind]));
  const seen = coverage.filter(({ periods }) => periods.length > 0);
  const unseen = coverage.filter(({ periods }) => periods.length === 0);
  if (seen.length === 0) return ['No link could have been seen: no records of both schools are held.'];
  return [
    `No link seen in ${name(seen)}.`,
    unseen.length === 0 ? '' : `There could be one in ${name(unseen)}, which are not held of both schools.`,
  ];
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
