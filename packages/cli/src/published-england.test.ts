import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from './__fixtures__/create-project.ts';
import { EvaluateOutput, PublishOutput, ReportOutput, SyncOutput } from './__fixtures__/json-shapes.ts';
import { publishedEngland, rowsByHand } from './__fixtures__/published-england.ts';
import { byName, readPage } from './__fixtures__/read-page.ts';
import { runCommand } from './__fixtures__/run-command.ts';

const folder = publishedEngland();
const absent =
  folder === undefined ? ' – skipped: no folder shared/data/england, and COLLEGIAL_DATA names none' : '';

describe.skipIf(folder === undefined)(`the published figures of England, 2018/19${absent}`, () => {
  let project: Project;
  let report: ReturnType<typeof SyncOutput.parse>;
  const call = (...args: string[]) => runCommand(args, project);
  const evaluate = async (indicator: string, scope: string) =>
    EvaluateOutput.parse(
      (await call('evaluate', '--indicator', indicator, '--scope', scope, '--json')).json(),
    );

  beforeAll(async () => {
    project = await createProject({
      'collegial.config.ts': `import { dfe } from '@collegial/connector-dfe';
import { defineConfig } from 'collegial';

export default defineConfig({
  store: 'england.duckdb',
  sources: [
    dfe({
      folder: ${JSON.stringify(folder)},
      academicYear: '2018/19',
      asOf: '2022-03-14',
      files: [
        { path: 'gias_establishments_hampshire_2022.csv', asOf: '2022-04-20' },
        { path: 'gias_links_2025.csv', asOf: '2025-12-31' },
      ],
    }),
  ],
  release: { title: 'England', audiences: ['public'] },
});
`,
    });
    report = SyncOutput.parse((await call('sync', '--json')).json());
  }, 120_000);
  afterAll(() => project?.remove());

  it('are read to the last row, with nothing set aside', () => {
    expect(report.status).toBe('complete');
    expect(report.totals.quarantined).toBe(0);
    for (const { read, loaded, unchanged, deleted, duplicate, quarantined } of report.streams)
      expect(loaded + unchanged + deleted + duplicate + quarantined).toBe(read);
    const rows = rowsByHand(join(folder as string, 'absence_2019.csv'));
    expect(report.streams.find(({ stream }) => stream === 'absence')?.rows).toBe(rows.length);
  });

  // Read off the files by hand: ATT8SCR and P8MEA of the final table, PERCTOT of the absence table.
  it.each([
    ['Abraham Moss Community School', 105560, 41.7, -0.08, 5.5],
    ['Manchester Communication Academy', 136105, 43.2, 0.08, 7.4],
    ['Abbey Grange Church of England Academy', 137083, 52.4, 0.26, 4.1],
    ['Haverstock School', 100049, 42.4, -0.11, 6.9],
    ['Yateley School', 116433, 48, -0.07, 5.2],
  ])('%s has the figures of the files', async (_, urn, attainment, progress, absence) => {
    const scope = `school:urn:${urn}`;
    const [attainment8] = await evaluate('published.attainment-8', scope);
    const [progress8] = await evaluate('published.progress-8', scope);
    const [absent] = await evaluate('published.absence', scope);
    expect(attainment8).toMatchObject({ period: '2018/19', coverage: 1 });
    expect(attainment8?.value).toBeCloseTo(attainment, 10);
    expect(progress8?.value).toBeCloseTo(progress, 10);
    expect(absent?.value).toBeCloseTo(absence / 100, 10);
  });

  it('a trust is the mean of its schools by their students: Acer Trust on paper', async () => {
    const [trust] = await evaluate('published.attainment-8', 'trust:gias-group:15720');
    expect(trust?.value).toBeCloseTo((58.6 * 177 + 49.8 * 120 + 44.2 * 150) / (177 + 120 + 150), 10);
    expect(trust).toMatchObject({ flags: [], spread: { schools: 3, median: 49.8 } });
  });

  it('an authority is the mean of its schools by their students: Manchester from the files', async () => {
    const provisional = rowsByHand(join(folder as string, 'ks4provisional_2019.csv'));
    const final = new Map(
      rowsByHand(join(folder as string, 'ks4final_2019_trimmed.csv')).map((row) => [row.URN, row]),
    );
    const number = (text: string | undefined) => (/^-?[\d.]+$/.test(text ?? '') ? Number(text) : undefined);
    let points = 0;
    let students = 0;
    for (const { LEA, URN, ATT8SCR, TPUP } of provisional) {
      if (LEA !== '352' || URN === '') continue;
      const score = number(final.get(URN)?.ATT8SCR) ?? number(ATT8SCR);
      const pupils = number(TPUP);
      if (score === undefined || pupils === undefined) continue;
      points += score * pupils;
      students += pupils;
    }
    expect(students).toBe(4915);
    const [authority] = await evaluate('published.attainment-8', 'authority:la:352');
    expect(authority?.value).toBeCloseTo(points / students, 10);
    expect(authority?.flags).toContain('partly-weighted');
  });

  it('every trust that had a figure has one in one call', async () => {
    const trusts = await evaluate('published.attainment-8', 'trust:*');
    expect(trusts.length).toBeGreaterThan(1_000);
    expect(new Set(trusts.map(({ scope }) => scope.id)).size).toBe(trusts.length);
  });

  it('one city and a trust are published, and reported with the same figures', async () => {
    const scopes = ['--scope', 'authority:la:352', '--scope', 'trust:gias-group:15720'];
    const { manifest } = PublishOutput.parse((await call('publish', '--json', ...scopes)).json());
    expect(manifest.documents.map(({ title }) => title).sort()).toEqual(['ACER TRUST', 'Manchester']);
    const { file } = ReportOutput.parse((await call('report', '--json', ...scopes)).json());
    const page = readPage(await readFile(file, 'utf8'));
    const cells = byName(page, 'tr').map((row) => row.children.map(({ text }) => text));
    expect(cells).toContainEqual(['Abraham Moss Community School', '41.7']);
    expect(cells).toContainEqual(['Matthew Arnold School', '58.6']);
    expect(page.text).toContain('51.4');
  });
});
