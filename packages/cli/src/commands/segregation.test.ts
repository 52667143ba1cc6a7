import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createProject, type Project } from '../__fixtures__/create-project.ts';
import { publishedEngland, rowsByHand } from '../__fixtures__/published-england.ts';
import { runCommand } from '../__fixtures__/run-command.ts';
import { SegregationOutput } from '../__fixtures__/segregation-shapes.ts';
import { exitCode } from '../output/exit-code.ts';

let project: Project;
beforeAll(async () => {
  project = await createProject({
    'two.csv': 'School,Disadvantaged,Others\nAlder,30,70\nBirch,10,90\n',
    'total.csv':
      'area;urn;nor;fsm;eal\nNorth;1;100;30;5\nNorth;2;100;10;9\nSouth;3;50;20;1\nSouth;4;50;20;2\n',
    'many.csv': 'school,white,black,asian\na,100,10,0\nb,20,60,30\nc,5,5,100\n',
    'faults.csv':
      'area,school,total,group\nN,a,100,SUPP\nN,b,90,12\n,c,90,9\nN,b,80,7\nN,d,10,11\nN,,10,1\nN,e,60,6\nN,f,70,7\nN,g,80,8\nN,h,90,9\nN,England,390,42\nS,x\n',
    'empty.csv': 'school,total,group\n',
  });
});
afterAll(() => project.remove());

const call = (...args: string[]) => runCommand(['segregation', ...args], { directory: project.directory });
const json = async (...args: string[]) => SegregationOutput.parse((await call(...args, '--json')).json());

describe('columns', () => {
  it('without a total, the columns are groups that are all students: two of them are one measure', async () => {
    const { input, measures } = await json('two.csv');
    expect(input.columns).toEqual({
      area: null,
      school: 'School',
      total: null,
      groups: ['Disadvantaged', 'Others'],
    });
    expect(measures.groups).toHaveLength(1);
    const [{ all, areas, decomposition }] = measures.groups as [(typeof measures.groups)[0]];
    expect(all).toMatchObject({ schools: 2, students: 200, group: 40, share: 0.2, interaction: 0.75 });
    expect(all.indices.dissimilarity?.value).toBeCloseTo(0.3125, 14);
    expect(all.indices.gorard?.value).toBeCloseTo(0.25, 14);
    expect([areas, decomposition, measures.several]).toEqual([[], null, null]);
  });

  it('with a total, one or more groups are counted against the rest, by area and over all', async () => {
    const { input, measures } = await json('total.csv', '--group', 'FSM', '--group', 'eal');
    expect(input.columns).toEqual({ area: 'area', school: 'urn', total: 'nor', groups: ['fsm', 'eal'] });
    expect(measures.groups.map(({ group, all }) => [group, all.group])).toEqual([
      ['fsm', 80],
      ['eal', 17],
    ]);
    const [north, south] = measures.groups[0]!.areas;
    expect(north).toMatchObject({ area: 'North', share: 0.2 });
    expect(south!.indices.dissimilarity?.value).toBe(0);
    const { total, between, within } = measures.groups[0]!.decomposition!;
    expect(between.theil! + within.theil!).toBeCloseTo(total.theil!, 12);
  });

  it('several groups are measured at once, and each against all others', async () => {
    const { measures } = await json('many.csv');
    expect(measures.groups.map(({ group }) => group)).toEqual(['white', 'black', 'asian']);
    expect(measures.several?.all?.students).toBe(330);
    expect(measures.several?.all?.theil).toBeGreaterThan(0.3);
    expect((await call('many.csv')).stdout).toContain('All groups at once');
  });

  it.each([
    [['total.csv'], /could be the group.*“fsm”, “eal”/],
    [
      ['total.csv', '--group', 'meals'],
      /--group names the column “meals”, which is not there.*“area”, “urn”/,
    ],
    [['total.csv', '--total', 'fsm', '--group', 'fsm'], /named for two things/],
    [['two.csv', '--school', 'Disadvantaged'], /None of the 2 rows can be used. Line 2/],
    [['total.csv', '--only', 'phase=x', '--group', 'fsm'], /--only names the column “phase”/],
    [['total.csv', '--only', 'phase', '--group', 'fsm'], /column=value/],
    [['total.csv', '--only', 'area=West', '--group', 'fsm'], /what --only asks for/],
    [['two.csv', '--draws', 'many'], /--draws is not a whole number/],
    [['two.csv', '--picture', 'out.png'], /ends in \.svg/],
    [['none.csv'], /does not exist/],
    [['empty.csv'], /headings only/],
  ])('%j is refused, and says what there is', async (args, message) => {
    const outcome = await call(...args);
    expect(outcome.code).not.toBe(exitCode.ok);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr.replaceAll('\n', ' ')).toMatch(message);
  });
});

describe('rows that cannot be used', () => {
  it('are set aside with line and reason, also one that is the sum of the others', async () => {
    const { input } = await json('faults.csv');
    expect(input).toMatchObject({ rows: 12, schools: 5, setAside: 7 });
    expect(input.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '2 It is not a whole number of students.',
      '4 The row names no area.',
      '5 The school is that of line 3 too.',
      '6 It is more than all students of the school, “total”.',
      '7 The row names no school.',
      '13 The row has 2 fields, the heading 4.',
      '12 The row is the sum of the others, no school.',
    ]);
    const { stderr } = await call('faults.csv');
    expect(stderr).toContain('7 of 12 rows set aside');
    expect(stderr).not.toContain('SUPP');
  });
});

describe('what is printed', () => {
  it('is the same in any order of rows, digit by digit', async () => {
    const [heading, ...rows] =
      'area,school,total,group\nN,a,91,12\nN,b,90,40\nN,c,33,2\nS,d,81,7\nS,e,10,1\nS,f,500,60'.split('\n');
    await project.write('one.csv', [heading, ...rows].join('\n'));
    await project.write('other.csv', [heading, ...rows.reverse()].join('\n'));
    expect((await json('one.csv')).measures).toEqual((await json('other.csv')).measures);
  });

  it('a table for people says what chance would do', async () => {
    const { stdout, stderr } = await call('total.csv', '--group', 'eal');
    expect(stdout).toMatch(/^South\s+2 .*\(would do\)/m);
    expect(stdout).toMatch(/Of H, \d+ % lies between areas/);
    expect(stderr).toContain(
      'Schools by “urn”, areas by “area”; counted: “eal” of all students, “nor”. Not used: “fsm”.',
    );
  });

  it('a picture of areas, or the curve when there are none', async () => {
    expect((await call('total.csv', '--group', 'fsm', '--picture', 'areas.svg')).code).toBe(exitCode.ok);
    const areas = await readFile(join(project.directory, 'areas.svg'), 'utf8');
    expect(areas.match(/<circle/g)).toHaveLength(4);
    expect(areas).toContain('North, 2 schools: D 0.313');
    await call('two.csv', '--picture', 'pictures/curve.svg');
    const curve = await readFile(join(project.directory, 'pictures/curve.svg'), 'utf8');
    expect(curve).toMatch(/<polyline points="70\.00,494\.00 /);
    expect(curve).toContain('role="img"');
  });
});

describe('the guide', () => {
  const guides = new URL('../../../../docs/guides/', import.meta.url);
  it('explains every field of the JSON and every option', async () => {
    const text = ['segregation-and-polarisation.md', 'command-line.md']
      .map((name) => readFileSync(new URL(name, guides), 'utf8'))
      .join('\n');
    const fieldsOf = (schema: unknown): string[] =>
      typeof schema !== 'object' || schema === null
        ? []
        : [
            ...Object.keys((schema as { properties?: object }).properties ?? {}),
            ...Object.values(schema).flatMap(fieldsOf),
          ];
    const fields = new Set(fieldsOf(z.toJSONSchema(SegregationOutput)));
    expect([...fields].filter((field) => !text.includes(`\`${field}\``))).toEqual([]);
    const { stdout } = await call('--help');
    for (const option of new Set(stdout.match(/--(?!help)[a-z]+/g))) expect(text, option).toContain(option);
  });
});

const folder = publishedEngland();
const absent =
  folder === undefined ? ' – skipped: no folder shared/data/england, and COLLEGIAL_DATA names none' : '';

describe.skipIf(folder === undefined)(`free school meals in England, January 2019${absent}`, () => {
  const args = () => [
    join(folder!, 'census_2019.csv'),
    ...['--group', 'NUMFSM', '--only', 'SCHOOLTYPE=State-funded secondary', '--draws', '100'],
  ];
  let output: SegregationOutput;
  beforeAll(async () => {
    output = await json(...args());
  }, 60_000);

  it('counts the pupils that the census publishes for the country, and leaves that row out', () => {
    const national = rowsByHand(join(folder!, 'census_2019.csv')).find(
      ({ URN, SCHOOLTYPE }) => URN === 'NAT' && SCHOOLTYPE === 'State-funded secondary',
    );
    const { all } = output.measures.groups[0]!;
    expect([all.students, all.group]).toEqual([Number(national?.NOR), Number(national?.NUMFSM)]);
    expect(output.input.areas).toBe(151);
  });

  it('D and GS of each authority are those of the formula, in plain loops', () => {
    const schools = rowsByHand(join(folder!, 'census_2019.csv')).filter(
      ({ URN, SCHOOLTYPE, NUMFSM = '', NOR = '' }) =>
        URN !== 'NAT' && SCHOOLTYPE === 'State-funded secondary' && /^\d+$/.test(NUMFSM) && /^\d+$/.test(NOR),
    );
    for (const { area, indices } of output.measures.groups[0]!.areas) {
      const own = schools.filter(({ LA }) => LA === area);
      const [group, total] = (['NUMFSM', 'NOR'] as const).map((name) =>
        own.reduce((sum, row) => sum + Number(row[name]), 0),
      );
      let [d, gs] = [0, 0];
      for (const { NUMFSM, NOR } of own) {
        const part = Number(NUMFSM) / group!;
        d += Math.abs(part - (Number(NOR) - Number(NUMFSM)) / (total! - group!)) / 2;
        gs += Math.abs(part - Number(NOR) / total!) / 2;
      }
      expect(indices.dissimilarity!.value, area).toBeCloseTo(d, 12);
      expect(indices.gorard!.value, area).toBeCloseTo(gs, 12);
    }
  });

  it('is far above chance in nearly every authority, and 0.264 (GS) for the country', () => {
    const { all, areas } = output.measures.groups[0]!;
    expect(all.indices.gorard!.value).toBeCloseTo(0.2641, 4);
    expect(all.indices.dissimilarity!.value).toBeCloseTo(0.3074, 4);
    const above = areas.filter(
      ({ indices }) => indices.dissimilarity !== null && indices.dissimilarity.probability < 0.05,
    );
    expect(above.length).toBeGreaterThan(140);
    for (const { indices } of areas) {
      const d = indices.dissimilarity;
      if (d?.corrected == null) continue;
      expect(d.lower).toBeLessThanOrEqual(d.corrected);
      expect(d.upper).toBeGreaterThanOrEqual(d.corrected);
      expect(d.corrected).toBeLessThanOrEqual(d.value + 0.01);
    }
  });
});
