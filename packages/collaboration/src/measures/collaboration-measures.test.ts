import { expect, test } from 'vitest';
import { groupProfileOf } from '../group-profile/group-profile-of.ts';
import * as collaboration from '../index.ts';
import { collaborationMeasures } from './collaboration-measures.ts';
import { renderCollaborationMeasures } from './render-collaboration-measures.ts';

test('every measure has an id of its own, a caution and a source', () => {
  expect(new Set(collaborationMeasures.map(({ id }) => id)).size).toBe(collaborationMeasures.length);
  for (const { id, caution, sources, formula, meaning } of collaborationMeasures) {
    expect(id).toMatch(/^[a-z-]+\.[a-z-]+$/);
    expect(caution.length, id).toBeGreaterThan(40);
    expect(Math.min(formula.length, meaning.length), id).toBeGreaterThan(15);
    expect(sources.length, id).toBeGreaterThan(0);
  }
});

test('every field of a profile is explained, and no field that is not there', () => {
  const profile = groupProfileOf({
    scope: { kind: 'group', id: 'G' },
    schools: ['a', 'b'],
    academicYear: 2023,
    ties: [],
    pairs: [],
  });
  const given = collaborationMeasures.map((measure) => measure.given).join(' ');
  const identity = [
    'scope',
    'period',
    'rules',
    'schools',
    'measures',
    'survival',
    'guards',
    'part',
    'unconfirmed',
  ];
  const fields = [
    ...Object.keys(profile),
    ...Object.keys(profile.measures[0]!).map((field) => `measures[].${field}`),
    ...Object.keys(profile.survival).map((field) => `survival.${field}`),
    ...Object.keys(profile.guards).map((field) => `guards.${field}`),
  ].filter((field) => !identity.includes(field.replace('measures[].', '')));
  for (const field of fields) expect(given, field).toContain(`\`${field}`);
  for (const [, field] of given.matchAll(/`groupProfile` → `([^`]+)`/g))
    expect([...fields, 'measures[].breadth.position'], field).toContain(field);
});

test('the functions that give them exist', () => {
  for (const { given, id } of collaborationMeasures) {
    for (const [, name] of given.split('→')[0]!.matchAll(/`([A-Za-z]+)`/g))
      expect(collaboration, id).toHaveProperty(name!);
  }
});

test('the page has a heading for each, and a table that leads to it', () => {
  const page = renderCollaborationMeasures();
  for (const { id } of collaborationMeasures) {
    expect(page).toContain(`\n## ${id}\n`);
    expect(page).toContain(`(#${id.replaceAll('.', '')})`);
  }
});
