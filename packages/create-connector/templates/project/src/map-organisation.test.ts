import { expect, it, vi } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapOrganisation } from './map-organisation.ts';

const school = { id: 'S1', name: 'Hill School', urn: '990001', phase: 'Secondary' };

it('is known by its national number', () => {
  expect(mapOrganisation(school, mapContext())).toEqual({
    id: 'urn:990001',
    kind: 'school',
    name: 'Hill School',
    identifiers: ['urn:990001', 'vendor-name:S1'],
    phase: 'secondary',
  });
});

it('is known by its id at the source when it has no national number, or none that can be, and is counted', () => {
  const drift = vi.fn();
  const context = mapContext({ drift });
  expect(mapOrganisation({ ...school, urn: undefined }, context)).toMatchObject({ id: 'source:S1' });
  expect(mapOrganisation({ ...school, urn: 'n/a' }, context)).toMatchObject({
    id: 'source:S1',
    identifiers: ['vendor-name:S1'],
  });
  expect(drift.mock.calls).toEqual([['urn'], ['urn']]);
});

it('does not guess a phase', () => {
  expect(mapOrganisation({ ...school, phase: 'Kindergarten' }, mapContext())).toMatchObject({
    phase: 'other',
  });
  expect(mapOrganisation({ ...school, phase: undefined }, mapContext())).toMatchObject({ phase: null });
});
