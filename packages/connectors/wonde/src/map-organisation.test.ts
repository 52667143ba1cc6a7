import { describe, expect, it } from 'vitest';
import { mapContext, rowsOf } from './__fixtures__/test-context.ts';
import { mapOrganisation } from './map-organisation.ts';
import { mapOrganisationLink } from './map-organisation-link.ts';
import { WireSchool } from './wonde-schemas.ts';

const [academy, independent] = rowsOf('school', WireSchool) as [WireSchool, WireSchool];

describe('mapOrganisation', () => {
  it('meets other sources in the URN', () => {
    expect(mapOrganisation(academy, mapContext())).toEqual({
      id: 'urn:990001',
      kind: 'school',
      name: 'Example Academy',
      identifiers: ['urn:990001', 'laestab:9914001', 'wonde:A1000000001'],
      phase: 'secondary',
      town: 'Exampleton',
    });
  });

  it('uses the id at Wonde where there is no URN, and takes empty objects for nothing', () => {
    expect(mapOrganisation(independent, mapContext())).toEqual({
      id: 'wonde:A1000000002',
      kind: 'school',
      name: 'Example Independent School',
      identifiers: ['wonde:A1000000002'],
      phase: null,
      town: null,
    });
  });

  it('passes over schools that the settings leave out', () => {
    expect(mapOrganisation(independent, mapContext({ schools: ['A1000000001'] }))).toMatchObject({
      reason: 'school that the settings leave out',
    });
  });

  it.each([
    ['Middle deemed secondary', 'middle'],
    ['All-through', 'all-through'],
    ['16 plus', 'sixteen-plus'],
    ['Special school', 'special'],
    ['INFANT', 'primary'],
    ['Something new', 'other'],
  ])('reads the phase %s', (phase_of_education, phase) => {
    expect(mapOrganisation({ ...academy, phase_of_education }, mapContext())).toMatchObject({ phase });
  });
});

describe('mapOrganisationLink', () => {
  it('links a school to its authority', () => {
    expect(mapOrganisationLink(academy, mapContext())).toEqual({
      id: 'wonde:A1000000001:authority',
      organisationId: 'urn:990001',
      relatedId: 'la:991',
      kind: 'authority',
    });
    expect(mapOrganisationLink(independent, mapContext())).toMatchObject({
      reason: 'school without the code of an authority',
    });
  });
});
