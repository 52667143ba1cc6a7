import type { EntityInput } from '@collegial/model';
import { formatDay } from '../calendar/day.ts';
import type { Timeline } from '../calendar/timeline.ts';
import { bodies, otherOrganisations } from './other-organisations.ts';
import type { SchoolProfile } from './school-profile.ts';
import {
  closingSchool,
  schoolId,
  schoolProfiles,
  specialMeasuresSchool,
  specialSchool,
} from './school-profiles.ts';

/** Last day on which a school has students: the end of the year in which it closes, else of the last year. */
export function lastYearOf(key: string, timeline: Timeline): number {
  const last = timeline.years.length - 1;
  return key === closingSchool && timeline.closingYear !== undefined ? timeline.closingYear : last;
}

/** Schools, authorities, trust and other bodies. */
export function organisations(
  timeline: Timeline,
  sizes: ReadonlyMap<string, number>,
): EntityInput<'Organisation'>[] {
  return [...schoolProfiles.map((profile, index) => school(profile, index)), ...otherOrganisations()];

  function school(profile: SchoolProfile, index: number): EntityInput<'Organisation'> {
    const closes = profile.key === closingSchool && timeline.closingYear !== undefined;
    const authority = profile.key === 'B6' ? 991 : 990;
    return {
      id: schoolId(profile.key),
      kind: 'school',
      name: profile.name,
      identifiers: [schoolId(profile.key), `laestab:${authority}${4_001 + index}`],
      type: profile.type,
      phase: profile.key === specialSchool ? 'special' : 'secondary',
      status: closes ? 'closed' : 'open',
      openedOn: profile.key === 'A3' ? formatDay(timeline.start(0)) : null,
      closedOn: closes ? formatDay(timeline.end(timeline.closingYear ?? 0)) : null,
      lowestAge: 11,
      highestAge: 16,
      // One school of chapter 8 was built for twice its roll; here the unpopular schools have the empty places.
      capacity: Math.ceil((sizes.get(profile.key) ?? 0) * (profile.intake < 0 ? 1.5 : 1.05)),
      town: profile.key === 'B6' ? 'Netherfell' : 'Harrowmouth',
    };
  }
}

/** Who belongs to which authority or trust: governance, not collaboration. */
export function organisationLinks(timeline: Timeline): EntityInput<'OrganisationLink'>[] {
  const authorityOf = (key: string) => (key === 'B6' ? bodies.linkedAuthority : bodies.authority);
  const inAuthority = schoolProfiles.map(({ key }) => ({
    id: `link:authority:${key}`,
    organisationId: schoolId(key),
    relatedId: authorityOf(key),
    kind: 'authority' as const,
    validTo: lastYearOf(key, timeline) < timeline.years.length - 1 ? formatDay(timeline.end(1)) : null,
  }));
  const inTrust = [schoolId('C1'), bodies.trustSchoolElsewhere].map((organisationId, index) => ({
    id: `link:trust:${index + 1}`,
    organisationId,
    relatedId: bodies.trust,
    kind: 'trust' as const,
  }));
  return [
    ...inAuthority,
    {
      id: 'link:authority:PRU',
      organisationId: bodies.referralUnit,
      relatedId: bodies.authority,
      kind: 'authority',
    },
    ...inTrust,
  ];
}

/** Overall grades up to their end in England in 2024, and special measures of one school. */
export function designations(timeline: Timeline): EntityInput<'Designation'>[] {
  const inspected = formatDay(timeline.on(0, '03-15') - 365);
  const gradesEnded = '2024-09-01';
  const grades =
    inspected >= gradesEnded
      ? []
      : schoolProfiles.map(({ key, overallGrade }) => ({
          id: `designation:grade:${key}`,
          organisationId: schoolId(key),
          scheme: 'ofsted-overall-effectiveness',
          value: String(overallGrade),
          validFrom: inspected,
          validTo: gradesEnded,
        }));
  return [
    ...grades,
    {
      id: `designation:category:${specialMeasuresSchool}`,
      organisationId: schoolId(specialMeasuresSchool),
      scheme: 'ofsted-category',
      value: 'special-measures',
      validFrom: inspected,
      validTo: formatDay(timeline.on(1, '06-20')),
    },
  ];
}

/** A calendar for each school and year in which it is open. */
export function calendars(timeline: Timeline): EntityInput<'Calendar'>[] {
  return schoolProfiles.flatMap(({ key }) =>
    timeline.years.slice(0, lastYearOf(key, timeline) + 1).map(({ year, terms, closures }) => ({
      id: `calendar:${key}:${year}`,
      organisationId: schoolId(key),
      academicYear: year,
      terms: terms.map(({ name, from, to }) => ({ name, from: formatDay(from), to: formatDay(to) })),
      closures: closures.map(({ from, to, reason }) => ({
        from: formatDay(from),
        to: formatDay(to),
        reason,
      })),
    })),
  );
}
