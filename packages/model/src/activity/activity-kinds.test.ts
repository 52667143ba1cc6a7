import { describe, expect, it } from 'vitest';
import { processes } from './activity-kind.ts';
import { activityKind, activityKinds } from './activity-kinds.ts';

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

  it('are the kinds of the design, and joint planning, which it counts as knowledge-bearing', () => {
    expect(activityKinds).toHaveLength(23);
    const order = processes.map(({ id }) => id);
    const steps = activityKinds.map(({ process }) => order.indexOf(process));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });

  it('say which carry responsibility, make something new or agree values', () => {
    const having = (trait: 'shared' | 'makes' | 'agrees') =>
      activityKinds.filter((kind) => kind[trait] !== undefined).map(({ id }) => id);
    expect(having('shared')).toEqual([
      'joint-appointment',
      'pooled-fund',
      'admissions-sharing',
      'support-in-crisis',
      'joint-target',
    ]);
    expect(having('makes')).toEqual(['account-of-practice', 'resource-production']);
    expect(having('agrees')).toEqual(['values-statement']);
  });

  it('say which last rather than happen', () => {
    expect(
      activityKinds
        .filter(({ standing }) => standing)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([
      'admissions-sharing',
      'course-places',
      'joint-advertisement',
      'joint-appointment',
      'joint-bid',
      'joint-target',
      'pooled-fund',
      'secondment',
      'shared-post',
      'values-statement',
    ]);
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
