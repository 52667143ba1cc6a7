import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@collegial/store';
import { sync } from '@collegial/sync';
import { expect, it } from 'vitest';
import { canary, makeCtf } from './__fixtures__/make-ctf.ts';
import { fill } from './__fixtures__/sync-files.ts';
import { ctf } from './ctf-connector.ts';

it('a store takes what the files say, and counts it once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ctf-'));
  const store = await openStore({ path: ':memory:', threads: 1 });
  const count = async (table: string) => {
    const text = `select count(*)::integer as rows, count(distinct id)::integer as ids from data.${table}`;
    const [row] = await store.query({ text, parameters: [] });
    return row;
  };
  try {
    const pupils = Array.from({ length: 30 }, (_, index) => ({
      upn: `A3802001190${10 + index}`,
      meals: [['2024-09-01'] as const],
      results: ['KS2 2025 ENG TT REA R SS 104'],
      schools: ['380 2001 2018-09-03 2025-07-22 Hill Primary'],
    }));
    const key = Buffer.alloc(32, 7).toString('base64');
    await fill(folder, { 'a.xml': makeCtf({ pupils }), 'b.xml': makeCtf({ pupils: pupils.slice(0, 9) }) });
    for (let time = 0; time < 2; time += 1) {
      const report = await sync({ sources: [ctf({ folder })], target: store, key });
      expect(report.status).toBe('complete');
    }
    for (const table of ['student', 'enrolment', 'student_characteristic', 'assessment'])
      expect([table, await count(table)]).toEqual([table, { rows: 30, ids: 30 }]);
    const students = await store.query({ text: 'select * from data.student', parameters: [] });
    expect(JSON.stringify(students)).not.toMatch(new RegExp(`${canary}|A3802001`));
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
});
