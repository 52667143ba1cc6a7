import type { EntityInput } from '@collegial/model';
import { descriptor, valueFor, type WireContext, type WireEntry } from './wire-context.ts';

/** A school or district. */
export function organisationRows(context: WireContext, record: EntityInput<'Organisation'>): WireEntry[] {
  const id = context.number(record.id);
  const common = {
    nameOfInstitution: record.name.slice(0, 75),
    identificationCodes: [
      {
        educationOrganizationIdentificationSystemDescriptor: descriptor(
          'EducationOrganizationIdentificationSystem',
          'NCES',
        ),
        identificationCode: context.nces(record.id),
      },
    ],
    addresses: [
      {
        addressTypeDescriptor: descriptor('AddressType', 'Physical'),
        stateAbbreviationDescriptor: descriptor('StateAbbreviation', 'TX'),
        city: (record.town ?? 'Nowhere').slice(0, 30),
        postalCode: '00000',
        streetNumberName: '1 School Street',
      },
    ],
    operationalStatusDescriptor: descriptor(
      'OperationalStatus',
      valueFor('OperationalStatus', record.status ?? 'open'),
    ),
  };
  if (record.kind === 'authority')
    return [
      {
        resource: 'localEducationAgencies',
        id: record.id,
        row: {
          ...common,
          localEducationAgencyId: id,
          categories: [
            {
              educationOrganizationCategoryDescriptor: descriptor(
                'EducationOrganizationCategory',
                'Local Education Agency',
              ),
            },
          ],
          localEducationAgencyCategoryDescriptor: descriptor('LocalEducationAgencyCategory', 'Regular'),
        },
      },
    ];
  if (record.kind !== 'school') return [];
  const district = [...context.records('OrganisationLink')].find(
    (link) => link.kind === 'authority' && link.organisationId === record.id,
  );
  return [
    {
      resource: 'schools',
      id: record.id,
      row: {
        ...common,
        schoolId: id,
        educationOrganizationCategories: [
          {
            educationOrganizationCategoryDescriptor: descriptor('EducationOrganizationCategory', 'School'),
          },
        ],
        gradeLevels: [{ gradeLevelDescriptor: descriptor('GradeLevel', 'Sixth grade') }],
        schoolTypeDescriptor: descriptor('SchoolType', 'Regular'),
        schoolCategories: [{ schoolCategoryDescriptor: descriptor('SchoolCategory', 'High School') }],
        ...(district !== undefined && {
          localEducationAgencyReference: {
            localEducationAgencyId: context.number(district.relatedId),
          },
        }),
      },
    },
  ];
}

/** A school year: sessions, a calendar and its dates. */
export function calendarRows(context: WireContext, record: EntityInput<'Calendar'>): WireEntry[] {
  const school = { schoolReference: { schoolId: context.number(record.organisationId) } };
  const schoolYear = record.academicYear + 1;
  const year = { schoolYearTypeReference: { schoolYear } };
  const entries: WireEntry[] = record.terms.map(({ name, from, to }) => ({
    resource: 'sessions',
    id: `${record.id} ${name}`,
    row: {
      sessionName: name,
      ...school,
      ...year,
      beginDate: from,
      endDate: to,
      termDescriptor: descriptor('Term', name),
      totalInstructionalDays: 60,
    },
  }));
  entries.push({
    resource: 'calendars',
    id: record.id,
    row: {
      calendarCode: 'main',
      ...school,
      ...year,
      calendarTypeDescriptor: descriptor('CalendarType', 'School'),
    },
  });
  for (const { from, to } of record.terms)
    for (
      let time = Date.parse(`${from}T00:00:00Z`);
      time <= Date.parse(`${to}T00:00:00Z`);
      time += 86_400_000
    ) {
      const date = new Date(time).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(time).getUTCDay());
      if (weekend) continue;
      const closed = (record.closures ?? []).some((closure) => closure.from <= date && date <= closure.to);
      entries.push({
        resource: 'calendarDates',
        id: `${record.id} ${date}`,
        row: {
          date,
          calendarReference: {
            calendarCode: 'main',
            schoolId: school.schoolReference.schoolId,
            schoolYear,
          },
          calendarEvents: [
            {
              calendarEventDescriptor: descriptor('CalendarEvent', closed ? 'Holiday' : 'Instructional day'),
            },
          ],
        },
      });
    }
  return entries;
}
