import { addAttendance } from './add-attendance.ts';
import { addPupils } from './add-pupils.ts';
import { addStaff } from './add-staff.ts';
import { addTeaching } from './add-teaching.ts';
import { ArborWorld, reference } from './arbor-world.ts';
import type { WorldOptions } from './world-options.ts';

/** Builds what one school's Arbor holds, and the numbers under which it knows the records of the dataset. */
export function buildWorld(options: WorldOptions): {
  world: ArborWorld;
  idOf: (entity: string, id: string) => string | undefined;
} {
  const world = new ArborWorld();
  const numbers = new Map<string, string>();
  const known = {
    set: (entity: string, id: string, number: string) => void numbers.set(`${entity} ${id}`, number),
    get: (entity: string, id: string) => numbers.get(`${entity} ${id}`),
  };
  addSchool(world, options);
  addPupils(world, options, known);
  addStaff(world, options, known);
  addTeaching(world, options, known);
  addAttendance(world, options, known);
  return { world, idOf: known.get };
}

function addSchool(world: ArborWorld, { dataset, school }: WorldOptions): void {
  const record = [...(dataset.Organisation ?? [])].find(({ id }) => id === school);
  const laestab = record?.identifiers?.find((one) => one.startsWith('laestab:'))?.slice(8) ?? '';
  const authority = world.add('LocalAuthority', {
    code: 'LA',
    name: 'Authority',
    authorityCode: laestab.slice(0, 3),
  });
  const common = { website: null, previousEducationalInstitution: null, schoolGender: 'MIXED' };
  world.add('EducationalInstitution', {
    ...common,
    educationalInstitutionName: 'Feeder Primary School',
    urn: '199999',
    localAuthority: null,
  });
  world.add('EducationalInstitution', {
    ...common,
    educationalInstitutionName: record?.name ?? 'School',
    shortName: record?.name ?? 'School',
    openingDate: record?.openedOn ?? null,
    closingDate: record?.closedOn ?? null,
    establishmentNumber: laestab.slice(3),
    urn: school.replace(/^urn:/, ''),
    ukprn: null,
    localAuthority: reference('LocalAuthority', authority),
  });
  for (const year of dataset.Calendar ?? []) {
    if (year.organisationId !== school) continue;
    const id = world.add('AcademicYear', {
      academicYearName: `${year.academicYear}/${year.academicYear + 1}`,
      code: String(year.academicYear),
      startDate: `${year.academicYear}-09-01`,
      endDate: `${year.academicYear + 1}-08-31`,
    });
    for (const { name, from, to } of year.terms)
      world.add('Term', {
        academicYear: reference('AcademicYear', id),
        termName: name,
        startDate: from,
        endDate: to,
      });
    for (const { from, to, reason } of year.closures ?? [])
      world.add('AcademicHoliday', { holidayLabel: reason ?? null, startDate: from, endDate: to });
  }
}
