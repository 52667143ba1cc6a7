import { describe, expect, it } from 'vitest';
import { activityKind, activityKinds, processes } from './activity-kind.ts';

describe('the activity kinds', () => {
  it('cover each of the eight processes of chapter 10', () => {
    expect(processes).toHaveLength(8);
    expect(new Set(activityKinds.map(({ process }) => process))).toEqual(
      new Set(processes.map(({ id }) => id)),
    );
  });

  it('have distinct ids', () => {
    expect(new Set(activityKinds.map(({ id }) => id)).size).toBe(activityKinds.length);
  });

  it('are found by id, and an unknown one is not guessed', () => {
    expect(activityKind('peer-review')).toMatchObject({
      process: 'mutual-challenge',
      flow: 'knowledge',
      direction: 'mutual',
    });
    expect(activityKind('party')).toBeUndefined();
  });
});
