import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvCursor, csvStreamPages, defineConnector, stream } from '@collegial/connector-kit';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { runConformance } from '../../run/run-conformance.ts';

const ids = Array.from({ length: 20 }, (_, index) => String(100_001 + index));

/** What the check says of a register of twenty schools, read with a shape and a map. */
async function verdict(id: z.ZodType<string>, map: (id: string) => string) {
  const schools = defineConnector({
    id: 'register',
    specVersion: 2,
    title: 'Register',
    about: { reads: 'files', authentication: [], paging: [], verified: ['synthetic'] },
    config: z.strictObject({ path: z.string() }),
    streams: {
      schools: stream<{ path: string }>()({
        entity: 'Organisation',
        title: 'Schools',
        deletes: 'snapshot-diff',
        cursor: csvCursor,
        wire: z.object({ id, name: z.string() }),
        read: (context) =>
          csvStreamPages({
            context,
            files: [{ path: context.config.path, columns: { id: 'URN', name: 'Name' } }],
          }),
        map: (row) => ({ id: `urn:${map(row.id)}`, kind: 'school' as const, name: row.name || 'A school' }),
      }),
    },
  });
  const report = await runConformance({
    name: 'register',
    reports: false,
    suites: ['leniency'],
    world({ directory, empty }) {
      const path = join(directory, 'schools.csv');
      const rows = empty ? [] : ids.map((urn) => `${urn},School ${urn}`);
      writeFileSync(path, `${['URN,Name', ...rows].join('\n')}\n`);
      return { source: schools({ path }), holds: { schools: rows.length } };
    },
  });
  const found = report.results.find(({ check }) => check.startsWith('an empty or senseless cell'));
  return { status: found?.status, told: found?.reason ?? JSON.stringify(found?.facts) };
}

it('a connector that sets the row aside passes, and the report tells how many cells were changed', async () => {
  const { status, told } = await verdict(z.string().regex(/^\d{6}$/), (id) => id);
  expect(status).toBe('passed');
  expect(told).toMatch(/"cells":40,"counted":\d+/);
});

it('a connector that drops the row in silence fails', async () => {
  const { status, told } = await verdict(z.string(), (id) => (/^\d{6}$/.test(id) ? id : ids[0]!));
  expect(status).toBe('failed');
  expect(told).toMatch(
    /With “.*” in place of “1000\d\d” at line \d+ of schools\.csv .+ the report counts nothing/,
  );
});

it('a connector that fails for the row fails', async () => {
  const { status, told } = await verdict(z.string(), (id) => {
    if (!/^\d{6}$/.test(id)) throw new Error('No URN');
    return id;
  });
  expect(status).toBe('failed');
  expect(told).toContain('map failed on 1 rows of “schools”');
});
