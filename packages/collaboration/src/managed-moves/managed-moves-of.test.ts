import { describe, expect, test } from 'vitest';
import { days, entry, rollsOf } from '../__fixtures__/rolls.ts';
import { mergeSightings } from '../shared-places/place-sighting.ts';
import { managedMovesOf, unrecordedMovesOf } from './managed-moves-of.ts';
import type { RecordedTransfer } from './read-transfers.ts';

const transfer = (id: string, change: Partial<RecordedTransfer> = {}): RecordedTransfer => ({
  id,
  person: 'p',
  home: 'a',
  host: 'b',
  kind: 'managed-move',
  agreed: true,
  provision: null,
  ...days('2024-02-05', '2024-02-05'),
  ...change,
});
const find = (...transfers: readonly RecordedTransfer[]) =>
  managedMovesOf({ transfers, schools: new Set(['a', 'b']) });

test('a managed move that both agreed to: b takes a student of a', () => {
  const { sightings, excluded } = find(transfer('t'));
  expect(sightings).toMatchObject([
    { trace: 'managed-move', kind: 'managed-move', home: 'a', host: 'b', evidence: ['t'] },
  ]);
  expect(excluded).toEqual({});
});

test('a move that both schools have on record, with a trial before it, is one place', () => {
  const { sightings } = find(transfer('of-a'), transfer('of-b', days('2024-02-08', '2024-02-08')));
  const trial = {
    ...days('2023-12-01', '2024-01-31'),
    trace: 'shared-places' as const,
    kind: 'course-places' as const,
    person: 'p',
    home: 'a',
    host: 'b',
    evidence: ['subsidiary'],
  };
  expect(mergeSightings([trial, ...sightings]).places).toMatchObject([
    { kind: 'managed-move', evidence: ['of-a', 'of-b', 'subsidiary'] },
  ]);
});

describe('what is none', () => {
  test.each([
    ['a house move', { kind: 'ordinary' as const }, 'ordinary'],
    [
      'an ordinary move that somebody ticked as agreed',
      { kind: 'ordinary' as const, agreed: true },
      'ordinary',
    ],
    ['a move that nobody recorded', { kind: 'unrecorded' as const, host: null }, 'unrecorded'],
    ['an unrecorded move of which the school is known', { kind: 'unrecorded' as const }, 'unrecorded'],
    ['a managed move without consent', { agreed: false }, 'not-agreed'],
    [
      'off-site direction without consent',
      { kind: 'off-site-direction' as const, agreed: false },
      'not-agreed',
    ],
    [
      'a direction to a referral unit',
      { provision: 'alternative-provision' as const },
      'alternative-provision',
    ],
    ['a direction to a hospital', { provision: 'hospital' as const }, 'hospital'],
    ['a managed move into nowhere', { host: null }, 'destination-not-known'],
    ['a move to a school that may not be read', { host: 'z' }, 'outside'],
    ['a move to the school that followed', { host: 'a' }, 'not-moved'],
  ])('%s', (_name, change, reason) => {
    expect(find(transfer('t', change))).toEqual({ sightings: [], excluded: { [reason]: 1 } });
  });
});

test('the guardrail: what was recorded as unrecorded, and who turned up elsewhere without a transfer', () => {
  const rolls = rollsOf(
    entry('silent', 'a', 'current', '2022-09-01', '2024-01-31'),
    entry('silent', 'b', 'current', '2024-02-20'),
    entry('known', 'a', 'current', '2022-09-01', '2024-01-31'),
    entry('known', 'b', 'current', '2024-02-20'),
    entry('later', 'a', 'current', '2022-09-01', '2022-12-31'),
    entry('later', 'b', 'current', '2024-02-20'),
  );
  const transfers = [
    transfer('1', { kind: 'unrecorded', host: null, person: 'gone' }),
    transfer('2', { kind: 'ordinary', person: 'known' }),
  ];
  expect(unrecordedMovesOf(transfers, rolls)).toEqual([
    { school: 'a', academicYear: 2023, unrecorded: 1, withoutTransfer: 1 },
  ]);
});
