import { expect, test } from 'vitest';
import { appointment, asked, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { evidenceKinds } from './evidence-coverage.ts';

const agreement = (validFrom: string, validTo?: string) => ({
  id: 'agreement',
  title: 'Sharing',
  organisationIds: ['a', 'b'],
  purposes: ['collaboration' as const],
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
});
const records = {
  Organisation: [{ id: 'old-b', kind: 'school' as const, name: 'Before b' }],
  OrganisationLink: [
    {
      id: 'l',
      organisationId: 'b',
      relatedId: 'old-b',
      kind: 'predecessor' as const,
      validFrom: '2023-01-01',
    },
  ],
  Appointment: [
    appointment('1', 'p', 'a', { validFrom: '2015-09-01', validTo: '2022-08-31' }),
    appointment('2', 'q', 'a', { validFrom: '2023-09-01' }),
    appointment('3', 'r', 'old-b', { validFrom: '2022-09-01', validTo: '2022-12-31' }),
  ],
  Enrolment: [
    { id: 'e', studentId: 's', organisationId: 'b', status: 'current' as const, enteredOn: '2023-06-01' },
  ],
  Class: [
    { id: 'c', organisationId: 'a', name: '7A' },
    { id: 'empty', organisationId: 'b', name: '7B' },
  ],
  ClassEnrolment: [{ id: 'ce', classId: 'c', studentId: 's' }],
  Transfer: [
    {
      id: 't',
      studentId: 's',
      fromOrganisationId: 'a',
      toOrganisationId: 'z',
      kind: 'managed-move' as const,
      agreed: true,
      startsOn: '2023-11-01',
    },
    { id: 'u', studentId: 's', fromOrganisationId: 'a', kind: 'ordinary' as const, startsOn: '2022-11-01' },
  ],
  Activity: [{ id: 'x', kind: 'meeting', title: 'x', startsOn: '2022-10-10' }],
  Participation: [
    { id: 'x-a', activityId: 'x', organisationId: 'a', role: 'participant' as const },
    { id: 'x-z', activityId: 'x', organisationId: 'z', role: 'participant' as const },
  ],
};
const heldOf = async (agreements: ReturnType<typeof agreement>[]) => {
  const engine = await storeOf(city(['a', 'b'], { ...records, SharingAgreement: agreements }));
  const { held, observed } = await gatherEvidence(engine, asked);
  const list = evidenceKinds.flatMap((kind) =>
    [2022, 2023].map((year) => `${kind} ${year}: ${[...(held.get(kind)?.get(year) ?? [])].join(' ')}`),
  );
  return { list: list.filter((line) => !line.endsWith(': ')), observed };
};

test('which schools have records of each kind in a year; a school that came before counts for the one that followed', async () => {
  expect(await heldOf([agreement('2015-09-01')])).toEqual({
    list: [
      'staff 2022: b',
      'staff 2023: a',
      'enrolments 2022: b',
      'enrolments 2023: b',
      'classes 2022: a',
      'classes 2023: a',
      // One school has one on record: transfers are recorded. The ordinary move of 2022/23 is no evidence between schools.
      'transfers 2023: a b',
      'activities 2022: a',
    ],
    observed: [2022, 2023],
  });
});

test('outside an agreement nothing is read, and a year of which less than a term may be read is not observed', async () => {
  expect(await heldOf([agreement('2023-07-01')])).toEqual({
    list: [
      'staff 2023: a',
      'enrolments 2022: b',
      'enrolments 2023: b',
      'classes 2022: a',
      'classes 2023: a',
      'transfers 2023: a b',
    ],
    observed: [2023],
  });
});
