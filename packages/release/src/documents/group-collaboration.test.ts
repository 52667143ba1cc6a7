import { beforeAll, describe, expect, it } from 'vitest';
import { fourSchools, smallCity } from '../__fixtures__/small-city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { type GroupCollaboration, groupCollaboration } from './group-collaboration.ts';

/** Collaboration of the small city in which so many students of d have a place at a; the threshold is ten. */
async function withPlaces(places: number | null): Promise<GroupCollaboration> {
  const dataset = smallCity(fourSchools);
  const Participation = [...(dataset.Participation ?? [])].map((part) =>
    part.role === 'provider' ? { ...part, places } : part,
  );
  const Activity = [...(dataset.Activity ?? [])].map((activity) => ({ ...activity, groupId: 'G' }));
  return groupCollaboration(await storeOf({ ...dataset, Activity, Participation }), {
    scope: { kind: 'group', id: 'G' },
    periods: ['2023/24', '2022/23'],
    asOf: '2024-07-20',
    threshold: 10,
  });
}

describe('the profile that partner schools see', () => {
  let seven: GroupCollaboration;
  let shown: NonNullable<GroupCollaboration['collaboration']>;
  beforeAll(async () => {
    seven = await withPlaces(7);
    shown = seven.collaboration as typeof shown;
  });

  it('is there for every period that an agreement covers, the earliest first', () => {
    expect(shown.profiles?.map((profile) => profile.period)).toEqual(['2022/23', '2023/24']);
    expect(shown.profiles?.map((profile) => profile.schools.length)).toEqual([4, 4]);
  });

  it('is the same for three places and for seven, and the same as if nobody had said how many', async () => {
    expect((await withPlaces(3)).collaboration).toEqual(shown);
    expect((await withPlaces(null)).collaboration?.profiles).toEqual(shown.profiles);
    expect((await withPlaces(12)).collaboration?.profiles).not.toEqual(shown.profiles);
  });

  it('adds up to the ledger beside it: whole days, and no handful of places', () => {
    const [, profile] = shown.profiles ?? [];
    const ledger = shown.ledger.filter((entry) => entry.period === '2023/24');
    for (const unit of ['staff-days', 'events', 'places'] as const) {
      const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
      const lines = profile?.contributions.filter((line) => line.unit === unit) ?? [];
      const listed = total(ledger.filter((entry) => entry.unit === unit).map((entry) => entry.amount));
      expect(total(lines.map((line) => line.gave))).toBe(listed);
      expect(total(lines.map((line) => line.received))).toBe(listed);
    }
    expect(profile?.contributions.some((line) => line.unit === 'places')).toBe(false);
    // 47 days for the 40 students of a.
    expect(
      profile?.contributions.find((line) => line.school === 'a' && line.unit === 'staff-days'),
    ).toMatchObject({
      gave: 47,
      gavePer100: 120,
    });
  });

  it('takes attainment from published figures only', () => {
    expect(shown.profiles?.[1]?.attainment).toMatchObject({
      source: 'published',
      period: '2022/23',
      schools: 3,
      mean: 42,
    });
  });

  it('shows nobody who is at two schools', () => {
    expect(shown.profiles?.every((profile) => profile.withoutPerson === null)).toBe(true);
    expect(JSON.stringify(shown)).not.toMatch(/staff-1|teacher-1|appointment-/);
  });
});
