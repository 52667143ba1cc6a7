import { fromRecords } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import type { ConformanceOptions } from '../conformance-options.ts';
import { runConformance } from '../run/run-conformance.ts';

/** What the check says of two schools, one class and where a link and the class lead. */
async function verdict(relatedId: string, subjectId: string, options: Partial<ConformanceOptions> = {}) {
  const school = (id: string) => ({ id, kind: 'school' as const, name: id });
  const report = await runConformance({
    name: 'records',
    reports: false,
    suites: ['contract'],
    world: () => ({
      source: fromRecords({
        Organisation: [school('urn:100001'), school('urn:100002')],
        OrganisationLink: [{ id: 'link', organisationId: 'urn:100001', relatedId, kind: 'predecessor' }],
        Class: [{ id: 'class', organisationId: 'urn:100001', name: '7A', subjectId }],
      }),
      holds: { Organisation: 2 },
    }),
    ...options,
  });
  const found = report.results.find(({ check }) => check.startsWith('every id in a record'));
  return { status: found?.status, told: found?.reason ?? JSON.stringify(found?.facts) };
}

describe('ids in records', () => {
  it('lead to records that were loaded; entities that are not read are told, with the field', async () => {
    const { status, told } = await verdict('urn:100002', 'maths');
    expect(status).toBe('passed');
    expect(told).toBe('{"references":3,"not followed:":"Class.subjectId (no stream of Subject)"}');
  });

  it('fail where they do not, with the field, an example and an id that was loaded', async () => {
    const { status, told } = await verdict('urn:999999', 'maths');
    expect(status).toBe('failed');
    expect(told).toContain(
      'OrganisationLink.relatedId: 1 of 1 lead to no Organisation that was loaded, for example “urn:999999” – ids of loaded Organisation look like “urn:100001”',
    );
  });

  it('may lead elsewhere by name of the field, with a reason that the report tells', async () => {
    const elsewhere = { 'OrganisationLink.relatedId': 'Predecessors are in the register.' };
    const { status, told } = await verdict('urn:999999', 'maths', { elsewhere });
    expect(status).toBe('passed');
    expect(told).toContain('OrganisationLink.relatedId (Predecessors are in the register.)');
    await expect(
      verdict('x', 'y', { elsewhere: { 'OrganisationLink.relatedID': 'A misspelt field.' } }),
    ).rejects.toMatchObject({ code: 'argument.invalid' });
  });
});
