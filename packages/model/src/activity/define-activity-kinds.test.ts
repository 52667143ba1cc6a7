import { expect, test } from 'vitest';
import type { ActivityKind } from './activity-kind.ts';
import { activityKinds } from './activity-kinds.ts';
import { defineActivityKinds } from './define-activity-kinds.ts';

const concert: ActivityKind = {
  id: 'joint-concert',
  title: 'Joint concert',
  process: 'opportunities-for-students',
  flow: 'none',
  direction: 'mutual',
};

test('own kinds come after the known ones', () => {
  const kinds = defineActivityKinds([concert, { ...concert, id: 'choir', unit: 'places', standing: true }]);
  expect(kinds.slice(0, activityKinds.length)).toEqual(activityKinds);
  expect(kinds.slice(-2).map(({ id }) => id)).toEqual(['joint-concert', 'choir']);
  expect(Object.isFrozen(kinds)).toBe(true);
  expect(Object.isFrozen(kinds.at(-1))).toBe(true);
});

test.each([
  ['id', { id: 'meeting' }],
  ['id', { id: 'Joint Concert' }],
  ['id', { id: '' }],
  ['title', { title: ' ' }],
  ['process', { process: 'party' as never }],
  ['flow', { flow: 'money' as never }],
  ['direction', { direction: undefined as never }],
  ['unit', { unit: 'minutes' as never }],
])('a wrong %s is an error that names it (%j)', (field, change) => {
  expect(() => defineActivityKinds([concert, { ...concert, id: 'second', ...change }])).toThrowError(
    expect.objectContaining({ code: 'activity.kind-invalid', place: { row: 2, field } }),
  );
});

test('an id used twice among the own ones is an error', () => {
  expect(() => defineActivityKinds([concert, concert])).toThrowError(/joint-concert/);
});
