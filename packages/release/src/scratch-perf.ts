import { openStore } from '@collegial/store';
import { entities } from '@collegial/model';
import { publish } from './publish.ts';
const store = await openStore({ path: ':memory:' });
const load = async (entity: string, records: object[]) => {
  for (let i = 0; i < records.length; i += 5000) {
    await store.load({ source: 't', stream: entity, entity: entity as never, run: 'r', records: records.slice(i, i + 5000).map((r) => (entities as any)[entity].schema.parse(r)), deletedKeys: [], quarantined: [], checkpoint: { cursor: null, cursorVersion: 1, run: 'r', complete: true, counts: {} } });
  }
};
const schools = Array.from({ length: 24000 }, (_, i) => `urn:${100000 + i}`);
const withData = schools.slice(0, 5000);
await load('Organisation', [...schools.map((id) => ({ id, kind: 'school', name: `School ${id}` })), ...Array.from({ length: 3000 }, (_, i) => ({ id: `trust:${i}`, kind: 'trust', name: `Trust ${i}` })), ...Array.from({ length: 152 }, (_, i) => ({ id: `la:${i}`, kind: 'authority', name: `LA ${i}` }))]);
await load('OrganisationLink', schools.flatMap((id, i) => [{ id: `t${i}`, organisationId: id, relatedId: `trust:${i % 3000}`, kind: 'trust' }, { id: `l${i}`, organisationId: id, relatedId: `la:${i % 152}`, kind: 'authority' }]));
await load('SchoolMeasure', withData.flatMap((id, i) => [2019, 2021, 2022, 2023].flatMap((academicYear) => [['attainment-8', 40 + (i % 20)], ['progress-8', (i % 30) / 10 - 1.5], ['absence-rate', 5 + (i % 5)]].map(([measure, value]) => ({ organisationId: id, academicYear, measure, publication: 'final', value, denominator: 150 })))));
let last = performance.now(); let phase = '';
const t0 = last;
const log = (p: string) => { if (p !== phase) { console.log(phase, Math.round(performance.now() - last)); phase = p; last = performance.now(); } };
const published = await publish({ engine: store, audiences: ['public'], title: 'x', to: '/tmp/rel/e', onProgress: (p) => log(p.phase) });
log('end');
console.log('total', Math.round(performance.now() - t0), published.manifest.documents.length, process.cpuUsage().user / 1e6, process.memoryUsage().rss / 1e6);
process.exit(0);
