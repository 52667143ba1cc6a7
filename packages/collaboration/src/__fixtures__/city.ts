import type { Dataset, EntityInput } from '@collegial/model';

/** A group `G` of schools that share an agreement, with whatever a test adds. */
export function city(schools: readonly string[], extra: Partial<Dataset> = {}): Dataset {
  return {
    Organisation: [
      ...schools.map((id) => ({ id, kind: 'school' as const, name: `School ${id}` })),
      ...(extra.Organisation ?? []),
    ],
    SchoolGroup: [{ id: 'G', name: 'Group G' }],
    GroupMember: schools.map((id) => ({ id: `G-${id}`, groupId: 'G', organisationId: id })),
    SharingAgreement: extra.SharingAgreement ?? [
      {
        id: 'agreement',
        title: 'Sharing',
        organisationIds: [...schools],
        purposes: ['collaboration'],
        validFrom: '2015-09-01',
      },
    ],
    ...Object.fromEntries(
      Object.entries(extra).filter(([name]) => name !== 'Organisation' && name !== 'SharingAgreement'),
    ),
  };
}

/** An appointment of a person for a whole year, changed as a test needs it. */
export function appointment(
  id: string,
  person: string,
  school: string,
  change: Partial<EntityInput<'Appointment'>> = {},
): EntityInput<'Appointment'> {
  return {
    id,
    staffId: person,
    organisationId: school,
    role: 'teacher',
    kind: 'permanent',
    fte: 0.5,
    validFrom: '2021-09-01',
    ...change,
  };
}

/** The scope and year that the tests ask for. */
export const asked = { scope: { kind: 'group' as const, id: 'G' }, period: '2023/24' };
