import { createCity } from '@collegial/sample-city';
import { expect, test } from 'vitest';
import { suggestPartners } from './partners/suggest-partners.ts';
import { suggestGroups } from './suggest-groups.ts';
import type { SchoolRow } from './table/school-row.ts';

const { truth } = createCity({ students: 300 });
const last = Math.max(...truth.schoolEffects.map(({ academicYear }) => academicYear));
const open = truth.schoolEffects.filter(({ academicYear }) => academicYear === last);
const sorted = [...open].sort((a, b) => a.effect - b.effect).map(({ organisationId }) => organisationId);
/** The city's schools of the last year by what they truly add, in GCSE grades; strengths and needs by their order. */
const schools: SchoolRow[] = open.map(({ organisationId, effect }) => ({
  id: organisationId,
  name: organisationId,
  attainment: effect,
  areas: { mathematics: (2 * sorted.indexOf(organisationId)) / (sorted.length - 1) - 1 },
}));
const effects = new Map(open.map(({ organisationId, effect }) => [organisationId, effect]));
/** How far apart the means of some groups lie. */
const spread = (groups: readonly (readonly string[])[]) => {
  const means = groups
    .map((group) => group.flatMap((id) => effects.get(id) ?? []))
    .map((values) => values.reduce((sum, value) => sum + value, 0) / values.length);
  return Math.max(...means) - Math.min(...means);
};
const size = { min: 4, max: 6 };
// B2 and B4 work together as nobody else does.
const joined = truth.levels.find(
  ({ academicYear, level }) => academicYear === last && level === 'collegiality',
)!.schools;

test('groups that mix attainment lie closer together than those of the story, which follow place', async () => {
  const { proposals } = await suggestGroups(schools, { size, alternatives: 3 });
  expect(proposals.length).toBeGreaterThan(1);
  const story = spread(Object.values(truth.groups));
  for (const { groups } of proposals)
    expect(spread(groups.map((group) => group.schools))).toBeLessThan(story);
});

test('the pair that has come furthest stays together when existing ties are kept', async () => {
  const ties = [{ schools: joined }];
  const { proposals } = await suggestGroups(schools, { size, ties, existingTies: 'keep', alternatives: 3 });
  for (const { groups } of proposals)
    expect(groups.some((group) => joined.every((id) => group.schools.includes(id)))).toBe(true);
});

test('the school that adds least is offered those that add most', () => {
  const { partners } = suggestPartners(sorted[0]!, schools);
  const strongest = sorted.slice(-5);
  expect(strongest).toContain(partners[0]!.school);
});
