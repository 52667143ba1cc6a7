import { type ArborWorld, reference } from './arbor-world.ts';
import { codeIn } from './code-table.ts';
import type { Known, WorldOptions } from './world-options.ts';

const positions: Readonly<Record<string, string>> = {
  head: 'Headteacher',
  'senior-leader': 'Deputy Headteacher',
  'middle-leader': 'Head of Department',
  teacher: 'Classroom Teacher',
  support: 'Teaching Assistant',
  other: 'Governor',
};
const types: Readonly<Record<string, string>> = {
  permanent: 'Permanent',
  'fixed-term': 'Fixed Term',
  secondment: 'Secondment',
  supply: 'Supply',
  'central-team': 'Central Team',
  peripatetic: 'Peripatetic',
  other: 'Voluntary',
};

/** Staff with their contracts and posts. */
export function addStaff(world: ArborWorld, { dataset, school, people }: WorldOptions, known: Known): void {
  for (const {
    id,
    staffId,
    organisationId,
    role,
    kind,
    fte,
    validFrom,
    validTo = null,
  } of dataset.Appointment ?? []) {
    if (organisationId !== school) continue;
    if (known.get('Staff', staffId) === undefined) {
      const { forename, surname } = people.nameOf(staffId);
      const person = world.add('Person', {
        legalFirstName: forename,
        legalLastName: surname,
        dateOfBirth: people.birthDateOf(staffId),
      });
      known.set(
        'Staff',
        staffId,
        world.add('Staff', { person: reference('Person', person), staffNumber: `T${person}` }),
      );
    }
    const contract = world.add('StaffContract', {
      staff: reference('Staff', known.get('Staff', staffId)),
      staffEmploymentType: codeIn(world, 'StaffEmploymentType', types[kind] as string, {
        employmentTypeName: types[kind],
      }),
      startDate: validFrom,
      endDate: validTo,
    });
    const full = 32.5;
    const position = world.add('Position', {
      positionName: positions[role],
      fteHoursPerWeek: full,
      expectedHoursPerWeek: fte === null || fte === undefined ? null : fte * full,
    });
    const post = world.add('StaffContractPost', {
      staffContract: reference('StaffContract', contract),
      position: reference('Position', position),
      jobTitle: positions[role],
      startDate: validFrom,
      endDate: validTo,
    });
    known.set('Appointment', id, post);
  }
}
