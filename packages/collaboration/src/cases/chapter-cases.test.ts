import { activityKind } from '@collegial/model';
import { expect, test } from 'vitest';
import { assessCase } from './assess-case.ts';
import { chapterCases } from './chapter-cases.ts';

const assessed = chapterCases.flatMap((one) => assessCase(one).map((pair) => ({ id: one.id, ...pair })));

test.each(
  assessed.map(({ id, pair, result, agree }) => ({
    name: `${id} ${pair.academicYear}: ${pair.schools.join(' – ')}`,
    pair,
    result,
    agree,
  })),
)('$name', ({ pair, result, agree }) => {
  // Where reader and rules differ, the case says so and why; where it says nothing, they agree.
  expect(result.level).toBe(pair.rules?.level ?? pair.level);
  expect(agree).toBe(pair.rules === undefined);
});

test('how far reader and rules agree is told', () => {
  const agreed = assessed.filter(({ agree }) => agree).length;
  const firm = assessed.filter(
    ({ result: { stability } }) =>
      stability === null ||
      (stability.downward.kept === stability.downward.variations &&
        stability.upward.kept === stability.upward.variations),
  ).length;
  console.log(
    `chapters 8 and 10: reader and rules agree on ${agreed} of ${assessed.length} pairs; ${firm} keep their level in every variation`,
  );
  expect(assessed.length - agreed).toBe(assessed.filter(({ pair }) => pair.rules !== undefined).length);
  expect(agreed).toBeLessThan(assessed.length);
});

test('every level but one is among what the rules find, and all among what readers say', () => {
  expect(new Set(assessed.map(({ pair }) => pair.level)).size).toBe(5);
  expect([...new Set(assessed.map(({ result }) => result.level))].sort()).toEqual([
    'association',
    'collaboration',
    'cooperation',
    'no-link-seen',
  ]);
});

test('a case names only its own schools and kinds that there are, and gives a reason for everything', () => {
  for (const one of chapterCases) {
    const known = Object.keys(one.schools);
    for (const { kind, parts, why, assumed } of one.activities) {
      expect(activityKind(kind), kind).toBeDefined();
      expect(known).toEqual(expect.arrayContaining(parts.map(({ school }) => school)));
      expect(why.length * assumed.length).toBeGreaterThan(0);
    }
    for (const { schools, why } of one.pairs) {
      expect(known).toEqual(expect.arrayContaining([...schools]));
      expect([...schools].sort()).toEqual([...schools]);
      expect(why).not.toBe('');
    }
  }
});
