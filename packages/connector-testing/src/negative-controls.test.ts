import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Source } from '@collegial/connector-kit';
import { describe, expect, it, vi } from 'vitest';
import * as bad from './__fixtures__/bad-connectors.ts';
import { exampleWorld } from './__fixtures__/example-world.ts';
import {
  type ConformanceOptions,
  type MakeWorld,
  runConformance,
  type SuiteName,
  testConnector,
} from './index.ts';

type Connect = (config: { baseUrl: string; token: string }) => Source;

/** Which checks a connector fails, as `suite: message`. */
async function failuresOf(
  connect: Connect,
  suites: readonly SuiteName[],
  more: Partial<ConformanceOptions> = {},
) {
  const make = exampleWorld(connect);
  const world: MakeWorld = async (conditions) => ({
    ...(await make(conditions)),
    canaries: ['Quillfeather'],
  });
  const report = await runConformance({ name: 'bad', world, suites, plans: 40, reports: false, ...more });
  return report.results
    .filter(({ status }) => status === 'failed')
    .map(({ suite, reason }) => `${suite}: ${reason}`);
}

const controls: readonly [string, Connect, SuiteName, RegExp][] = [
  [
    'takes a short page for the last',
    bad.shortPageIsLast,
    'paging',
    /“schools” gave 1 of 7 rows.*: 6 lost, that is 6 of 7 Organisation/i,
  ],
  ['goes on by the limit it asked for', bad.offsetPlusLimit, 'paging', /\d+ lost/],
  ['gives persons ids that are no pseudonyms', bad.plainIds, 'contract', /without a key/],
  [
    'names pupils that it does not load',
    bad.danglingIds,
    'contract',
    /Enrolment\.studentId: 23 of 23 lead to no Student/,
  ],
  ['has a map that remembers', bad.impureMap(), 'contract', /second|first sync|made afresh|holds/],
  ['says nothing about itself', bad.noFacts, 'contract', /about\.verified is empty/],
  [
    'resumes at the wrong place',
    bad.wrongResume,
    'resume-equals-uninterrupted',
    /\d+ lost|not read to the end/,
  ],
  ['calls what it did not meet deleted', bad.deletesUnmet, 'delete-safety', /records are gone/],
  ['tells the token to the log', bad.tellsToken, 'secrets', /hidden values came out/],
  [
    'wants a field that the server does not give',
    bad.wantsMore,
    'contract',
    /“pupils” holds 23, and of 23 rows 0 records were loaded; 23 set aside, field “upn”: .+page 1, row 1/,
  ],
  [
    'keeps what a canary stands for',
    bad.keepsCanary,
    'secrets',
    /in field “name” of Organisation records: …"Home of \[hidden\]/,
  ],
  ['fails on a row it does not like', bad.fragile, 'leniency', /map failed/],
  ['refuses a page for one row', bad.strictPage, 'leniency', /no kind of its own|whole stream failed/],
  ['does not wait', bad.impatient, 'rate-limits', /not read to the end/],
  ['resumes at the wrong place', bad.wrongResume, 'faults', /missing|lost|not complete/],
  ['goes on from now by its own clock', bad.noOverlap, 'faults', /missing|lost/],
];

describe('a connector that', () => {
  it.each(controls)('%s is caught by its suite', async (_, connect, suite, message) => {
    const failures = await failuresOf(connect, [suite]);
    expect(failures.join('\n')).toMatch(message);
  });
});

describe('a world', () => {
  it('that changes nothing, removes nothing, or is another each time, is no test', async () => {
    const make = exampleWorld();
    const idle = await runConformance({
      name: 'idle',
      world: async (conditions) => ({
        ...(await make(conditions)),
        change: () => undefined,
        remove: () => ({}),
      }),
      suites: ['incremental-equals-full', 'delete-safety'],
      reports: false,
    });
    const reasons = idle.results.map(({ reason = '' }) => reason).join('\n');
    expect(reasons).toContain('change() changed no record');
    expect(reasons).toContain('remove() says that no record goes');
    let made = 0;
    const other = await runConformance({
      name: 'other',
      world: (conditions) => exampleWorld(undefined, 20 + made++)(conditions),
      suites: ['contract'],
      reports: false,
    });
    expect(other.results.find(({ status }) => status === 'failed')?.reason).toMatch(/holds|afresh/);
  });

  it('without a server is refused when the connector needs one', async () => {
    const make = exampleWorld();
    await expect(
      runConformance({
        name: 'deaf',
        world: async (conditions) => ({ ...(await make(conditions)), fetch: undefined as never }),
        reports: false,
      }),
    ).rejects.toMatchObject({ code: 'argument.invalid' });
  });
});

describe('options', () => {
  const options = { name: 'example', world: exampleWorld(), reports: false } as const;

  it('that name no suite, or skip without a reason, are refused', () => {
    const wrongs: Partial<ConformanceOptions>[] = [
      { suites: ['speed' as never] },
      { skip: { speed: 'It is fast enough.' } },
      { skip: { 'paging/no such check': 'A reason that is long enough.' } },
      { skip: { paging: '' } },
      { skip: { paging: 'later' } },
    ];
    for (const wrong of wrongs)
      expect(() => testConnector({ ...options, ...wrong })).toThrow(
        expect.objectContaining({ code: 'argument.invalid' }),
      );
  });

  it('skip with the reason in the report', async () => {
    const report = await runConformance({
      ...options,
      suites: ['paging', 'readme'],
      skip: { 'paging/empty lists are read as empty': 'The server cannot be empty.' },
    });
    const statuses = report.results.filter(({ suite }) => suite === 'paging');
    expect(statuses.map(({ status, reason }) => reason ?? status)).toEqual([
      'passed',
      'The server cannot be empty.',
    ]);
    expect(report.results.find(({ suite }) => suite === 'faults')?.reason).toBe(
      'The option suites leaves it out.',
    );
  });

  it('read what the README says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    const readme = join(folder, 'README.md');
    const verdict = async (text: string) => {
      writeFileSync(readme, text);
      const report = await runConformance({ ...options, readme, suites: ['readme'] });
      return report.results.find(({ suite }) => suite === 'readme');
    };
    const sections = ['What it is', 'Install', 'Use', 'Options', 'Errors', 'Links'].map(
      (name) => `## ${name}\n\ntext\n`,
    );
    const good = `${sections.join('\n')}\n## How it was verified\n\nWith an invented server.\n`;
    expect((await verdict(good))?.status).toBe('passed');
    expect((await verdict(good.replace('## Errors', '## Faults')))?.reason).toContain('Errors');
    expect((await verdict(good.replace('invented', 'real')))?.reason).toContain('synthetic');
    const open = good.replace('## Use\n\ntext', '## Use\n\n_To be written: the set-up._ TODO');
    expect((await verdict(open))?.reason).toMatch(
      /2 places that are still to be written: “_To be written:”, “TODO”/,
    );
    const withTutorial = `## From here to Acme\n\n1. Begin.\n\n${open}`;
    expect((await verdict(withTutorial))?.status).toBe('passed');
    vi.stubEnv('MODE', 'publish');
    expect((await verdict(withTutorial))?.reason).toMatch(/still has the tutorial.*before you publish/);
    expect((await verdict(good))?.status).toBe('passed');
    vi.unstubAllEnvs();
    expect((await verdict(sections.join('\n')))?.reason).toContain('How it was verified');
    rmSync(folder, { recursive: true });
  });
});
