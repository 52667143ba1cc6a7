import type { EntityInput } from '@collegial/model';

/** Ids of organisations of the city that keep no school records of their own here. */
export const bodies = {
  authority: 'la:990',
  linkedAuthority: 'la:991',
  trust: 'gias-group:990001',
  /** The trust's other school, in another city: named, without records. */
  trustSchoolElsewhere: 'urn:990060',
  referralUnit: 'urn:990070',
  college: 'sample-city:college',
  schoolElsewhere: 'sample-city:school-elsewhere',
  supplyAgency: 'sample-city:supply-agency',
  musicService: 'sample-city:music-service',
} as const;

/** Those organisations as records. */
export function otherOrganisations(): EntityInput<'Organisation'>[] {
  return [
    { id: bodies.authority, kind: 'authority', name: 'Harrowmouth City Council', town: 'Harrowmouth' },
    { id: bodies.linkedAuthority, kind: 'authority', name: 'Netherfell County Council' },
    { id: bodies.trust, kind: 'trust', name: 'Anvilgate Learning Trust', type: 'Multi-academy trust' },
    {
      id: bodies.trustSchoolElsewhere,
      kind: 'school',
      name: 'Anvilgate Coast Academy',
      identifiers: [bodies.trustSchoolElsewhere],
      type: 'Academy converter',
      phase: 'secondary',
    },
    {
      id: bodies.referralUnit,
      kind: 'school',
      name: 'The Harrowmouth Bridge Centre',
      identifiers: [bodies.referralUnit],
      type: 'Pupil referral unit',
      phase: 'alternative',
      town: 'Harrowmouth',
    },
    { id: bodies.college, kind: 'provider', name: 'Harrowmouth College', phase: 'sixteen-plus' },
    { id: bodies.schoolElsewhere, kind: 'other', name: 'A school outside the city' },
    { id: bodies.supplyAgency, kind: 'provider', name: 'Fairweather Supply' },
    { id: bodies.musicService, kind: 'provider', name: 'Harrowmouth Music Service' },
  ];
}
