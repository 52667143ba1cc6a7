import { expect, test } from 'vitest';
import { days } from '../__fixtures__/rolls.ts';
import type { Post } from './share-posts.ts';
import { unsharedStaffOf } from './unshared-staff-of.ts';

const post = (person: string, school: string, from: string, to: string): Post => ({
  appointment: `${person}-${school}`,
  person,
  school,
  employer: null,
  role: 'teacher',
  secondment: false,
  permanent: true,
  fte: 1,
  ...days(from, to),
});

test('everyone with posts at several schools who is not counted has a reason', () => {
  expect(
    unsharedStaffOf({
      unshared: [
        { person: 'cover', reason: 'supply' },
        { person: 'both', reason: 'supply' },
        { person: 'trust', reason: 'central-post' },
      ],
      posts: [
        post('leaver', 'a', '2020-09-01', '2024-01-27'),
        post('leaver', 'b', '2024-01-01', '2025-08-31'),
        post('double', 'a', '2020-09-01', '2024-01-28'),
        post('double', 'b', '2024-01-01', '2025-08-31'),
        post('both', 'a', '2020-09-01', '2025-08-31'),
        post('both', 'b', '2020-09-01', '2025-08-31'),
        post('before', 'a', '2018-09-01', '2020-08-31'),
        post('before', 'b', '2018-09-01', '2020-08-31'),
        post('moved', 'a', '2020-09-01', '2023-12-31'),
        post('moved', 'b', '2024-01-01', '2025-08-31'),
      ],
      // Someone who is counted for other posts has no reason.
      shared: new Set(['both']),
      asked: days('2023-09-01', '2024-08-31'),
      minimumDays: 28,
    }),
  ).toEqual({ 'central-post': 1, handover: 1, 'more-than-full-time': 1, supply: 1 });
});
