import type { RecordedActivity } from './recorded-activity.ts';

/**
 * How far two schools stand behind an activity. `confirmed`: each of them recorded or confirmed it. `disputed`: one of
 * them disputes it, whatever the other says; what a third school says concerns its own pairs only. Else `unconfirmed`.
 */
export function pairBasis(
  activity: Pick<RecordedActivity, 'recordedBy' | 'verdicts'>,
  schools: readonly [string, string],
): 'confirmed' | 'unconfirmed' | 'disputed' {
  const verdicts = schools.map((school) => activity.verdicts.get(school));
  if (verdicts.includes('disputed')) return 'disputed';
  const behind = schools.every(
    (school, index) => activity.recordedBy === school || verdicts[index] === 'confirmed',
  );
  return behind ? 'confirmed' : 'unconfirmed';
}
