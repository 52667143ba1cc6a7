import { MemoryTarget } from '@collegial/connector-testing';
import type { EntityInput } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import { cityServer, syncCity } from './__fixtures__/city-sync.ts';
import { expectedRecords } from './__fixtures__/expected-records.ts';
import { recordsOf } from './__fixtures__/records-of.ts';
import { roster } from './__fixtures__/roster.ts';
import type { Quirks } from './testing/index.ts';

const ids = (records: readonly unknown[] | undefined) =>
  records?.map((record) => (record as { id: string }).id);

/** More rows than two clamped pages hold. */
const crowd: EntityInput<'ClassEnrolment'>[] = Array.from({ length: 1_207 }, (_, number) => ({
  id: `crowd ${number}`,
  classId: roster.Class?.[0]?.id ?? '',
  studentId: roster.Student?.[number % 40]?.id ?? '',
  validFrom: '2022-09-05',
}));
const crowded = { ...roster, ClassEnrolment: [...(roster.ClassEnrolment ?? []), ...crowd] };

describe('a server that breaks its own specification', () => {
  it.each(['1.2', '1.1'] as const)(
    'clamps the limit at 500 without a word, answers 429 in HTML, sends relative hrefs, empty titles and odd booleans: %s loses no record',
    async (version) => {
      const quirks: Quirks = {
        clampsLimitAt: 500,
        total: false,
        links: false,
        htmlRateLimitEvery: 7,
        relativeHrefs: true,
        emptyTitles: true,
        oddBooleans: true,
      };
      const target = new MemoryTarget();
      const server = cityServer({ version, quirks, dataset: crowded as never });
      const report = await syncCity(server, target, { config: { version, pageSize: 10_000 } });
      expect(report.streams.map(({ stream, status, quarantined }) => [stream, status, quarantined])).toEqual(
        report.streams.map(({ stream }) => [stream, 'complete', 0]),
      );
      const found = recordsOf(target);
      for (const [entity, records] of Object.entries(expectedRecords(crowded, version))) {
        // Without a title a line item cannot be told from others: rules find nothing.
        if (entity !== 'Assessment') expect(ids(found[entity]), entity).toEqual(ids(records));
      }
      const drift = Object.fromEntries(report.streams.map((stream) => [stream.stream, stream.drift]));
      expect(drift.classes).toHaveProperty('title', roster.Class?.length);
      expect(drift.organisations).toHaveProperty('name', roster.Organisation?.length);
      expect(found.Class).toContainEqual(expect.objectContaining({ name: roster.Class?.[0]?.name }));
    },
  );

  it.each<[string, Quirks]>([
    ['X-Total-Count', { clampsLimitAt: 90, total: true }],
    ['Link', { clampsLimitAt: 90, total: false, links: true }],
  ])('that clamps and sends %s loses no record, and its word is kept', async (_, quirks) => {
    const target = new MemoryTarget();
    const report = await syncCity(cityServer({ quirks }), target, {
      streams: ['enrolments', 'class-students'],
    });
    expect(ids(recordsOf(target).ClassEnrolment)).toEqual(ids(expectedRecords(roster, '1.2').ClassEnrolment));
    if (quirks.total === true)
      expect(report.streams.map(({ completeness }) => completeness)).toEqual(['verified', 'verified']);
  });

  it('that refuses to sort is read with sort: none', async () => {
    const server = cityServer({ quirks: { refusesSort: true } });
    const refused = await syncCity(server, new MemoryTarget(), { streams: ['classes'] });
    expect(refused.streams[0]?.error?.code).toBe('http.schema');
    const target = new MemoryTarget();
    await syncCity(server, target, { streams: ['classes'], config: { sort: 'none' } });
    expect(recordsOf(target).Class).toHaveLength(roster.Class?.length ?? 0);
  });
});

describe('what the credentials may not read', () => {
  it('fails its own streams only; students come without demographics', async () => {
    const target = new MemoryTarget();
    const server = cityServer({ refused: ['demographics', 'courses', 'lineItems', 'academicSessions'] });
    const report = await syncCity(server, target);
    const unreadable = report.streams.filter(({ status }) => status !== 'complete');
    expect(unreadable.map(({ stream, status }) => [stream, status])).toEqual([
      ['calendars', 'unreadable'],
      ['characteristics', 'unreadable'],
      ['subjects', 'unreadable'],
      ['results', 'unreadable'],
    ]);
    const students = recordsOf(target).Student as { sex: string | null }[];
    expect(students).toHaveLength(roster.Student?.length ?? 0);
    expect(new Set(students.map(({ sex }) => sex))).toEqual(new Set([null]));
  });

  it('fails every stream whose ids hang on organisations that cannot be read', async () => {
    const report = await syncCity(cityServer({ refused: ['orgs'] }), new MemoryTarget());
    expect(new Set(report.streams.map(({ status }) => status))).toEqual(new Set(['unreadable']));
    const target = new MemoryTarget();
    const config = { organisationIdentifiers: {} };
    await syncCity(cityServer({ refused: ['orgs'] }), target, { config, streams: ['classes', 'enrolments'] });
    expect(recordsOf(target).Class).toHaveLength(roster.Class?.length ?? 0);
    expect(recordsOf(target).Enrolment).toHaveLength(roster.Enrolment?.length ?? 0);
  });
});
