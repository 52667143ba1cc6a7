import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InboxEntry, PlacedEntry } from './inbox.ts';
import { inboxState } from './inbox-state.ts';

const recorded = (title: string, recordedById = 'a'): InboxEntry => ({
  type: 'activity',
  activity: { id: 'x', kind: 'visit', title, startsOn: '2024-10-05', recordedById },
  participations: ['a', 'b', 'c'].map((school) => ({
    id: `x|${school}`,
    activityId: 'x',
    organisationId: school,
    role: 'participant',
  })),
});
const said = (organisationId: string, verdict: 'confirmed' | 'disputed', activityId = 'x'): InboxEntry => ({
  type: 'confirmation',
  confirmation: {
    id: `${activityId}|${organisationId}`,
    activityId,
    organisationId,
    verdict,
    decidedOn: '2024-10-06',
  },
});
const placed = (...entries: InboxEntry[]): PlacedEntry[] =>
  entries.map((entry, index) => ({ position: index + 1, entry }));
const words = (...entries: InboxEntry[]) =>
  inboxState(placed(...entries)).confirmations.map(
    ({ confirmation }) => `${confirmation.organisationId} ${confirmation.verdict}`,
  );

test('the latest word of each school counts', () => {
  expect(words(recorded('V'), said('b', 'confirmed'), said('c', 'disputed'), said('b', 'disputed'))).toEqual([
    'c disputed',
    'b disputed',
  ]);
  expect(words(recorded('V'), said('b', 'disputed'), said('b', 'confirmed'))).toEqual(['b confirmed']);
});

test('a correction asks for confirmation again, and does not lift a dispute of another school', () => {
  expect(words(recorded('V'), said('b', 'confirmed'), said('c', 'disputed'), recorded('W'))).toEqual([
    'c disputed',
  ]);
  expect(words(recorded('V'), said('a', 'disputed'), recorded('W'))).toEqual([]);
});

test('nobody else can put another description in its place', () => {
  const { activities } = inboxState(placed(recorded('V'), recorded('Mine', 'b'), recorded('W')));
  expect(activities.map(({ activity, position }) => [activity.title, position])).toEqual([['W', 3]]);
});

test('what is said of an activity that came another way is kept', () => {
  expect(words(said('b', 'confirmed', 'elsewhere'))).toEqual(['b confirmed']);
});

test('the order in which entries are given does not matter', () => {
  const entry = fc.oneof(
    fc.constantFrom('V', 'W').map((title) => recorded(title)),
    fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('confirmed' as const, 'disputed' as const))
      .map(([school, verdict]) => said(school, verdict)),
  );
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 12 }).chain((list) => {
        const all = placed(...list);
        return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
      }),
      ([all, shuffled]) => {
        expect(inboxState(shuffled)).toEqual(inboxState(all));
      },
    ),
  );
});
