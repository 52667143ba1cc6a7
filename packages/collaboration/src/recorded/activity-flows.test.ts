import { activityKinds } from '@collegial/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { participant, recorded } from '../__fixtures__/recorded.ts';
import { partsPerUnit, toParts } from '../ties/split-amount.ts';
import { activityFlows } from './activity-flows.ts';
import type { Participant } from './recorded-activity.ts';

const amounts = (activity: ReturnType<typeof recorded>, unit: string) =>
  Object.fromEntries(
    activityFlows(activity)
      .filter((flow) => flow.unit === unit && flow.parts > 0)
      .map((flow) => [`${flow.provider}→${flow.recipient}`, flow.parts / partsPerUnit]),
  );

test('a day of training: six hours of the provider, split by the people whom the others sent', () => {
  const training = recorded('t', 'joint-training', [
    participant('a', { role: 'provider', hours: 6 }),
    participant('b', { role: 'recipient', people: 2 }),
    participant('c', { role: 'recipient', people: 4 }),
  ]);
  expect(amounts(training, 'staff-hours')).toEqual({ 'a→b': 2, 'a→c': 4 });
  expect(amounts(training, 'events')).toEqual({ 'a→b': 0.5, 'a→c': 0.5 });
});

test('hours that only the recipients state are split over the providers', () => {
  const training = recorded('t', 'joint-training', [
    participant('a', { role: 'provider' }),
    participant('b', { role: 'provider' }),
    participant('c', { role: 'recipient', hours: 5 }),
  ]);
  expect(amounts(training, 'staff-hours')).toEqual({ 'a→c': 2.5, 'b→c': 2.5 });
});

test('in a visit the host gives', () => {
  const visit = recorded('v', 'visit', [
    participant('a', { role: 'host', hours: 3 }),
    participant('b', { role: 'participant', hours: 8 }),
  ]);
  expect(amounts(visit, 'staff-hours')).toEqual({ 'a→b': 3 });
});

test('in mutual work each gives its own hours to the others in equal parts', () => {
  const study = recorded('l', 'lesson-study', [
    participant('a', { hours: 4 }),
    participant('b', { hours: 2 }),
    participant('c', { hours: 0 }),
  ]);
  expect(amounts(study, 'staff-hours')).toEqual({ 'a→b': 2, 'a→c': 2, 'b→a': 1, 'b→c': 1 });
});

test('directed work in which nobody is named as giving is read as mutual', () => {
  const places = recorded('c', 'course-places', [participant('a', { places: 4 }), participant('b')]);
  expect(amounts(places, 'places')).toEqual({ 'a→b': 4 });
});

const parts = fc.record({
  role: fc.constantFrom<Participant['role']>('host', 'provider', 'recipient', 'participant', 'facilitator'),
  hours: fc.option(fc.integer({ min: 0, max: 500_000 }).map((value) => value / 10_000)),
  amount: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
  people: fc.option(fc.integer({ min: 0, max: 40 })),
});

test('the flows add up to what was stated, to the last digit, and the events to one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...activityKinds.map((kind) => kind.id)),
      fc.array(parts, { minLength: 2, maxLength: 12 }),
      (kind, list) => {
        const participants = list.map((part, index) => participant(`school-${index}`, part));
        const activity = recorded('x', kind, participants);
        const flows = activityFlows(activity);
        const sum = (unit: string) =>
          flows.filter((flow) => flow.unit === unit).reduce((total, flow) => total + flow.parts, 0);
        const stated = (field: 'hours' | 'amount', some: readonly Participant[]) =>
          some.reduce((total, one) => total + toParts(one[field] ?? 0), 0);
        const named = participants.filter(({ role }) => role === 'provider' || role === 'facilitator');
        const givers = named.length > 0 ? named : participants.filter(({ role }) => role === 'host');
        const takers = participants.filter((one) => !givers.includes(one));
        const directed = activity.kind.direction === 'directed' && givers.length > 0 && takers.length > 0;
        for (const [unit, field] of [
          ['staff-hours', 'hours'],
          ['pounds', 'amount'],
        ] as const) {
          const given = stated(field, givers);
          expect(sum(unit)).toBe(
            directed ? (given > 0 ? given : stated(field, takers)) : stated(field, participants),
          );
        }
        expect(sum('events')).toBe(partsPerUnit);
        expect(flows.every((flow) => flow.provider !== flow.recipient && Number.isInteger(flow.parts))).toBe(
          true,
        );
      },
    ),
  );
});
