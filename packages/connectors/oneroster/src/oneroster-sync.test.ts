import { MemoryTarget } from '@collegial/connector-testing';
import { entities } from '@collegial/model';
import { openStore } from '@collegial/store';
import { describe, expect, it } from 'vitest';
import { cityServer, syncCity } from './__fixtures__/city-sync.ts';
import { expectedRecords } from './__fixtures__/expected-records.ts';
import { recordsOf } from './__fixtures__/records-of.ts';
import { roster } from './__fixtures__/roster.ts';

describe.each(['1.2', '1.1'] as const)('a sync from a server of OneRoster %s', (version) => {
  it('loads what the dataset holds, record by record', async () => {
    const target = new MemoryTarget();
    const report = await syncCity(cityServer({ version }), target, { config: { version } });
    expect(report.streams.map(({ stream, status, error }) => [stream, status, error])).toEqual(
      report.streams.map(({ stream }) => [stream, 'complete', undefined]),
    );
    const found = recordsOf(target);
    const wanted = expectedRecords(roster, version);
    for (const [entity, records] of Object.entries(wanted)) {
      expect(records.length, entity).toBeGreaterThan(0);
      expect(found[entity], entity).toEqual(records);
    }
    expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
    expect(report.streams.map(({ quarantined }) => quarantined)).toEqual(report.streams.map(() => 0));
  });
});

describe('a sync into the store', () => {
  it('keeps as many records of each entity as the dataset has, and what they say', async () => {
    const store = await openStore({ path: ':memory:' });
    try {
      const report = await syncCity(cityServer(), store);
      expect(report.status).toBe('complete');
      const wanted = expectedRecords(roster, '1.2');
      for (const [entity, records] of Object.entries(wanted)) {
        // The view of results leaves targets and baselines out.
        const isResults = entity === 'Assessment';
        const table = isResults ? 'result' : entities[entity as keyof typeof entities].table;
        const counted = isResults
          ? records.filter((one) => (one as { kind: string }).kind === 'result')
          : records;
        expect(counted.length, entity).toBeGreaterThan(0);
        const [row] = await store.query({ text: `select count(*) as n from ${table}`, parameters: [] });
        expect([entity, Number(row?.n)]).toEqual([entity, counted.length]);
      }
      const rows = await store.query({
        text: 'select organisation_id as school, count(*) as n from enrolment where left_on is null group by 1 order by 1',
        parameters: [],
      });
      const open = (roster.Enrolment ?? []).filter(({ leftOn }) => leftOn === null || leftOn === undefined);
      const counts = new Map<string, number>();
      for (const { organisationId } of open)
        counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1);
      expect(rows.map(({ school, n }) => [school, Number(n)])).toEqual(
        [...counts].sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    } finally {
      await store.close();
    }
  });
});
