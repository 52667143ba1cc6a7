import { expect, test } from 'vitest';
import { provisionOf } from './provision.ts';

test.each([
  ['alternative', null, 'alternative-provision'],
  ['secondary', 'Pupil referral unit', 'alternative-provision'],
  [null, 'Academy alternative provision converter', 'alternative-provision'],
  ['special', 'Community special school', 'special-placement'],
  [null, 'Foundation special school', 'special-placement'],
  ['special', 'Hospital school', 'hospital'],
  ['secondary', 'Community school', null],
  ['secondary', 'Specialist arts college', null],
  [null, null, null],
] as const)('phase %s and type %s: %s', (phase, type, expected) => {
  expect(provisionOf({ phase, type })).toBe(expected);
});
