import { expect, test } from 'vitest';
import { city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { dayText } from '../time/days.ts';
import { partnership } from './partnership.ts';
import { type PartnershipRow, partnershipSql } from './partnership-sql.ts';

const schools = ['a', 'b', 'c', 'd'];
const ids = ['p1', 'p2', 'p3'];
const start = 19_600;

function dataset(seed: number) {
  let state = seed * 7_919_113;
  const next = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
    return Math.floor((state / 2 ** 31) * below);
  };
  const some = <Value>(value: () => Value) => (next(3) === 0 ? null : value());
  const day = () => dayText(start + next(400));
  const areas = ['Finance', 'finance ', 'Target  setting', 'target setting', 'Marketing', 'Unions'];
  return city(schools, {
    Partnership: ids.map((id) => ({
      id,
      name: id,
      startsOn: dayText(start),
      disengagementPlan: some(() => 'Plan'),
      disengageBy: some(day),
      disengagedOn: some(day),
    })),
    PartnershipMember: ids.flatMap((partnershipId) =>
      schools.map((organisationId) => ({
        id: `${partnershipId}-${organisationId}`,
        partnershipId,
        organisationId,
        role: (['supporting', 'supported', 'equal'] as const)[next(3)] ?? 'equal',
        responsibility: some(() => 'Something'),
        validFrom: some(day),
        validTo: some(day),
      })),
    ),
    PartnershipExpertise: Array.from({ length: 40 }, (_, index) => ({
      id: `e${index}`,
      partnershipId: ids[next(3)] ?? 'p1',
      organisationId: schools[next(4)] ?? 'a',
      area: areas[next(areas.length)] ?? 'Finance',
      direction: next(2) === 0 ? ('offered' as const) : ('sought' as const),
      statedOn: some(day),
    })),
    PartnershipProtocol: Array.from({ length: 12 }, (_, index) => ({
      id: `r${index}`,
      partnershipId: ids[next(3)] ?? 'p1',
      title: `Protocol ${index}`,
      agreedByIds: schools.filter(() => next(5) > 0),
      agreedOn: some(day),
    })),
  });
}

test('SQL and the pure function agree on every partnership', async () => {
  const all: PartnershipRow[] = [];
  for (const [seed, days] of [1, 2, 3, 4].flatMap(
    (one) =>
      [
        [one, 150],
        [one, 350],
      ] as const,
  )) {
    const store = await storeOf(dataset(seed));
    const asOf = dayText(start + days);
    const rows = await store.query<PartnershipRow>(partnershipSql(ids, asOf));
    const expected = await Promise.all(
      ids.map(async (id) => {
        const { members, roles, expertise, protocols, disengagement } = await partnership(store, {
          partnership: id,
          asOf,
        });
        return {
          partnership_id: id,
          members: members.length,
          roles_named: roles.named,
          sought: expertise.sought,
          covered: expertise.covered,
          protocols: protocols.stated,
          protocols_agreed: protocols.agreed,
          plan_stated: disengagement.planStated,
          days_late: disengagement.daysLate,
        };
      }),
    );
    expect(rows).toEqual(expected);
    all.push(...rows);
  }
  expect(all.some(({ covered, sought }) => covered > 0 && sought > covered)).toBe(true);
  expect(all.some(({ days_late }) => (days_late ?? 0) > 0)).toBe(true);
});
