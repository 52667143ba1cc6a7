import type { Dataset, EntityInput } from '@collegial/model';
import { expect, test } from 'vitest';
import { appointment, asked, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { ledgerOf } from '../ledger/ledger-of.ts';
import { derivedEvidence } from './derived-evidence.ts';

type Enrolment = EntityInput<'Enrolment'>;
const enrolment = (
  id: string,
  studentId: string,
  organisationId: string,
  status: Enrolment['status'] = 'current',
  change: Partial<Enrolment> = {},
): Enrolment => ({ id, studentId, organisationId, status, enteredOn: '2022-09-01', ...change });
const member = (
  id: string,
  classId: string,
  studentId: string,
  change: Partial<EntityInput<'ClassEnrolment'>> = {},
) => ({
  id,
  classId,
  studentId,
  validFrom: '2023-09-04',
  validTo: '2024-07-19',
  ...change,
});
const marks = (enrolmentId: string, organisationId: string, code: string, count = 30) =>
  Array.from({ length: count }, (_, index) => ({
    enrolmentId,
    organisationId,
    date: `2023-10-${String(1 + index).padStart(2, '0')}`,
    session: 'PM' as const,
    code,
  }));
const transfer = (id: string, studentId: string, change: Partial<EntityInput<'Transfer'>> = {}) => ({
  id,
  studentId,
  fromOrganisationId: 'a',
  toOrganisationId: 'b',
  kind: 'managed-move' as const,
  agreed: true,
  startsOn: '2024-02-05',
  ...change,
});

/** A story for each person; schools a, b and c, a referral unit in the group, and one that followed another. */
const members = ['a', 'b', 'c', 'unit'];
const dataset = city(['a', 'b', 'c'], {
  Organisation: [
    { id: 'old', kind: 'school', name: 'Old', status: 'closed' },
    { id: 'unit', kind: 'school', name: 'Unit', phase: 'alternative' },
  ],
  GroupMember: members.map((id) => ({ id: `G-${id}`, groupId: 'G', organisationId: id })),
  SharingAgreement: [
    {
      id: 's',
      title: 'Sharing',
      organisationIds: members,
      purposes: ['collaboration'],
      validFrom: '2015-09-01',
    },
  ],
  OrganisationLink: [
    { id: 'link', organisationId: 'c', relatedId: 'old', kind: 'predecessor', validFrom: '2023-01-01' },
  ],
  Student: [
    { id: 'anna-a', linkKey: 'anna' },
    { id: 'anna-b', linkKey: 'anna' },
    { id: 'bela-a' },
    { id: 'bela-b' },
    { id: 'cleo' },
    { id: 'dora-a', linkKey: 'dora' },
    { id: 'dora-unit', linkKey: 'dora' },
    { id: 'emil' },
    { id: 'fred' },
    { id: 'gwen-a', linkKey: 'gwen' },
    { id: 'gwen-c', linkKey: 'gwen' },
    { id: 'hugo' },
    { id: 'igor' },
  ],
  Enrolment: [
    // Anna: a guest at b, in a class there, and marked B at home: one place.
    enrolment('anna-1', 'anna-a', 'a'),
    enrolment('anna-2', 'anna-b', 'b', 'guest', { enteredOn: '2023-09-12', leftOn: '2024-07-10' }),
    // Bela: the same without a link key: nobody can know that the two are one.
    enrolment('bela-1', 'bela-a', 'a'),
    enrolment('bela-2', 'bela-b', 'b', 'guest'),
    // Cleo: one student record for both schools, in a class of b.
    enrolment('cleo-1', 'cleo', 'a'),
    // Dora: dually registered at the referral unit.
    enrolment('dora-1', 'dora-a', 'a', 'main'),
    enrolment('dora-2', 'dora-unit', 'unit', 'subsidiary'),
    // Emil: a managed move. Fred: moved house. Both are at b now.
    enrolment('emil-1', 'emil', 'a', 'current', { leftOn: '2024-02-02' }),
    enrolment('emil-2', 'emil', 'b', 'current', { enteredOn: '2024-02-05' }),
    enrolment('fred-1', 'fred', 'a', 'current', { leftOn: '2024-02-02' }),
    enrolment('fred-2', 'fred', 'b', 'current', { enteredOn: '2024-02-19' }),
    // Gwen: a guest at the school that followed the old one, entered there. Hugo moved from old to the one that followed.
    enrolment('gwen-1', 'gwen-a', 'a'),
    enrolment('gwen-2', 'gwen-c', 'old', 'guest', { enteredOn: '2023-09-04', leftOn: '2024-07-10' }),
    enrolment('hugo-1', 'hugo', 'old', 'current', { leftOn: '2023-12-31' }),
    enrolment('hugo-2', 'hugo', 'c', 'current', { enteredOn: '2024-01-01' }),
    // Igor: education elsewhere of which nobody says where.
    enrolment('igor-1', 'igor', 'a'),
  ],
  AttendanceMark: [...marks('anna-1', 'a', 'B'), ...marks('anna-2', 'b', '\\'), ...marks('igor-1', 'a', 'B')],
  Class: [
    { id: 'art', organisationId: 'b', name: '10 Art' },
    { id: 'latin', organisationId: 'b', name: '9 Latin' },
    { id: 'music-a', organisationId: 'a', name: 'Music', sharedCourseId: 'music' },
    { id: 'music-c', organisationId: 'c', name: 'Music', sharedCourseId: 'music' },
    ...['a', 'c'].flatMap((school) =>
      [1, 2, 3].map((number) => ({ id: `other-${school}-${number}`, organisationId: school, name: 'Other' })),
    ),
  ],
  ClassEnrolment: [
    member('anna-art', 'art', 'anna-b'),
    member('cleo-latin', 'latin', 'cleo'),
    member('music-1', 'music-a', 'igor'),
    member('music-2', 'music-c', 'hugo'),
  ],
  Transfer: [
    transfer('emil-move', 'emil'),
    transfer('fred-move', 'fred', { kind: 'ordinary', agreed: false }),
    transfer('igor-lost', 'igor', { kind: 'unrecorded', agreed: false, toOrganisationId: null }),
    transfer('dora-unit', 'dora-a', { kind: 'off-site-direction', toOrganisationId: 'unit' }),
  ],
  Appointment: [
    appointment('1', 'kim', 'a', { fte: 1, validTo: '2023-08-31' }),
    appointment('2', 'kim', 'b', {
      fte: 1,
      kind: 'secondment',
      validFrom: '2023-09-01',
      validTo: '2024-08-31',
    }),
    appointment('3', 'lou', 'a', { fte: 1, validTo: '2023-08-31' }),
    appointment('4', 'lou', 'c', { fte: 1, validFrom: '2023-09-01' }),
    appointment('5', 'max', 'a', { kind: 'supply' }),
    appointment('6', 'max', 'b', { kind: 'supply' }),
  ],
});
const options = { scope: asked.scope, periods: [asked.period] };

test('every trace in one store, each person once', async () => {
  const seen = await derivedEvidence(await storeOf(dataset), options);
  expect(
    seen.places.map(({ trace, home, host, students, evidence }) => [trace, home, host, students, evidence]),
  ).toEqual([
    ['managed-move', 'a', 'b', ['emil'], ['emil-move']],
    ['shared-places', 'a', 'b', ['anna'], ['anna-1', 'anna-2', 'anna-art']],
    ['cross-school-class', 'a', 'b', ['cleo'], ['cleo-latin']],
    ['shared-places', 'a', 'c', ['gwen'], ['gwen-1', 'gwen-2']],
  ]);
  expect(
    seen.staffMoves.map(({ provider, recipient, person, days }) => [provider, recipient, person, days]),
  ).toEqual([['a', 'b', 'kim', 195]]);
  expect(seen.jointStructures.map(({ schools, id, evidence }) => [schools, id, evidence])).toEqual([
    [['a', 'c'], 'music', ['music-a', 'music-c']],
  ]);
  expect(seen.excluded).toEqual({
    'shared-staff': { supply: 1 },
    'staff-move': { recruitment: 1 },
    'managed-move': { 'alternative-provision': 1, ordinary: 1, unrecorded: 1 },
    'shared-places': { 'alternative-provision': 1, 'elsewhere-unnamed': 1, 'home-not-known': 1 },
    'cross-school-class': { 'same-place-seen-before': 1 },
    'joint-structure': {},
  });
  expect(seen.unrecordedMoves).toEqual([
    { school: 'a', academicYear: 2023, unrecorded: 1, withoutTransfer: 0 },
  ]);
});

test('the ledger has each place once, and says which way it went', async () => {
  const { ties } = await gatherEvidence(await storeOf(dataset), asked);
  const places = ledgerOf(ties, 2023).filter(({ unit }) => unit === 'places');
  expect(
    places.map(({ provider, recipient, process, amount }) => [provider, recipient, process, amount]),
  ).toEqual([
    ['b', 'a', 'opportunities-for-students', 2],
    ['b', 'a', 'shared-responsibility', 1],
    ['c', 'a', 'opportunities-for-students', 1],
  ]);
});

test('records in another order give the same', async () => {
  const turned = Object.fromEntries(
    Object.entries(dataset).map(([entity, records]) => [
      entity,
      [...(records as Iterable<unknown>)].reverse(),
    ]),
  ) as Dataset;
  const first = await derivedEvidence(await storeOf(dataset), options);
  expect(await derivedEvidence(await storeOf(turned), options)).toEqual(first);
});

test('nothing is read without an agreement, nor on days on which none is in force', async () => {
  const agreement = {
    id: 'x',
    title: 'Sharing',
    organisationIds: members,
    purposes: ['collaboration' as const],
    validFrom: '2024-08-01',
  };
  const none = await storeOf({ ...dataset, SharingAgreement: [] });
  await expect(derivedEvidence(none, options)).rejects.toMatchObject({ code: 'agreement.missing' });
  const late = await derivedEvidence(await storeOf({ ...dataset, SharingAgreement: [agreement] }), options);
  expect([late.places, late.jointStructures, late.sharedPosts, late.unrecordedMoves]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  expect(late.excluded['managed-move']).toEqual({});
  expect(late.staffMoves.map(({ from, to }) => [from, to])).toEqual([['2024-08-01', '2024-08-31']]);
});
