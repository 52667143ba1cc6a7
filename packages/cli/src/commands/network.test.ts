import { readFileSync } from 'node:fs';
import { networkMeasures } from '@collegial/collaboration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createProject, type Project } from '../__fixtures__/create-project.ts';
import { NetworkOutput } from '../__fixtures__/network-shape.ts';
import { runCommand } from '../__fixtures__/run-command.ts';

let project: Project;
beforeAll(async () => {
  project = await createProject({
    'ties.csv': 'from,to,weight\nAsh,Birch,6\nBirch,Ash,2\nBirch,Cedar,4\nCedar,Elm,2.5\n',
    'nodes.csv': 'id,group\nAsh,North\nBirch,North\nCedar,South\nElm,South\nGorse,West\n',
    'faulty.csv':
      'To,Note,From,Weight\nBirch,a,Ash,6\nCedar,b,Birch,4\nCedar,c,Birch,1\nElm,d,Elm,3\nElm,e,Cedar,"1,5"\nElm,f,,1\n,g,Elm,1\nAsh,h,Cedar,0\nAsh,i\nElm,j,Cedar,-2\nAsh,k,Fir,1\n',
    'some.csv': 'id,group\nAsh,North\nBirch,\nCedar,South\nAsh,North\nAsh,South\n,South\n',
    'useless.csv': 'from,to,weight\nAsh,Birch,many\nAsh,Cedar,\n',
    'headings.csv': 'from,to,weight\n',
    'other.csv': 'source,target\nAsh,Birch\n',
    'ids.csv': 'id\nGorse\nHazel\n',
  });
});
afterAll(() => project.remove());
const call = (...args: string[]) => runCommand(['network', ...args], project);

describe('network --json', () => {
  it('prints the measures of the library, in the documented shape, and only that, to stdout', async () => {
    const outcome = await call('ties.csv', '--nodes', 'nodes.csv', '--json');
    expect(outcome.code).toBe(0);
    const { input, measures } = NetworkOutput.parse(outcome.json());
    expect(input).toEqual({
      ties: { file: 'ties.csv', rows: 4, setAside: 0, faults: [], edges: 4, repeated: 0, selfLoops: 0 },
      nodes: { file: 'nodes.csv', rows: 5, setAside: 0, faults: [], nodes: 5, repeated: 0 },
      notAmongNodes: [],
      withoutGroup: [],
    });
    const group = { Ash: 'North', Birch: 'North', Cedar: 'South', Elm: 'South', Gorse: 'West' };
    const edge = (from: string, to: string, weight: number) => ({ from, to, weight });
    expect(measures).toEqual(
      networkMeasures({
        nodes: Object.entries(group).map(([id, name]) => ({ id, group: name })),
        edges: [
          edge('Ash', 'Birch', 6),
          edge('Birch', 'Ash', 2),
          edge('Birch', 'Cedar', 4),
          edge('Cedar', 'Elm', 2.5),
        ],
      }),
    );
    expect(measures.isolates).toEqual(['Gorse']);
  });

  it('the order of the rows changes no letter of the result', async () => {
    const rows = readFileSync(`${project.directory}/ties.csv`, 'utf8').trim().split('\n');
    await project.write('reversed.csv', `${[rows[0], ...rows.slice(1).reverse()].join('\n')}\n`);
    const measures = async (file: string) =>
      JSON.stringify(NetworkOutput.parse((await call(file, '--json')).json()).measures);
    expect(await measures('reversed.csv')).toBe(await measures('ties.csv'));
  });

  it('without a file of nodes there are no groups', async () => {
    const { input, measures } = NetworkOutput.parse((await call('ties.csv', '--json')).json());
    expect(input).toMatchObject({ nodes: null, notAmongNodes: [], withoutGroup: [] });
    expect(measures.groups).toBeNull();
    expect(measures.size.nodes).toBe(4);
  });

  it('a file of nodes needs no groups, and ties need not be there', async () => {
    const { measures } = NetworkOutput.parse(
      (await call('headings.csv', '--nodes', 'ids.csv', '--json')).json(),
    );
    expect(measures).toMatchObject({ isolates: ['Gorse', 'Hazel'], groups: null });
  });

  it('a sample is stated with its size and seed', async () => {
    const args = ['ties.csv', '--json', '--pivots', '3', '--seed', '5'];
    const { measures } = NetworkOutput.parse((await call(...args)).json());
    // Four nodes are few enough for the exact figures, whatever sample is asked for.
    expect(measures.paths).toMatchObject({ pivots: null, seed: null, directed: { exact: true } });
    const large = Array.from({ length: 5001 }, (_, at) => `n${at},n${(at + 1) % 5001},1`);
    await project.write('large.csv', `from,to,weight\n${large.join('\n')}\n`);
    const sampled = NetworkOutput.parse(
      (await call('large.csv', '--json', '--pivots', '20', '--seed', '5')).json(),
    );
    expect(sampled.measures.paths).toMatchObject({ pivots: 20, seed: 5, undirected: { exact: false } });
    expect(sampled.measures.nodes[0]?.betweennessError).not.toBeNull();
  });
});

describe('rows that cannot be used', () => {
  it('are set aside with file, line and reason, and counted; the rest is measured', async () => {
    const outcome = await call('faulty.csv', '--nodes', 'some.csv', '--json');
    expect(outcome.code).toBe(0);
    const { input, measures } = NetworkOutput.parse(outcome.json());
    const { ties, nodes } = input;
    expect(ties).toMatchObject({ rows: 11, edges: 3, repeated: 1, selfLoops: 1, setAside: 6 });
    expect(ties.edges + ties.repeated + ties.selfLoops + ties.setAside).toBe(ties.rows);
    expect(ties.faults.map(({ place, code }) => [place.line, place.field, code])).toEqual([
      [6, 'weight', 'record.invalid'],
      [7, 'from', 'record.invalid'],
      [8, 'to', 'record.invalid'],
      [9, 'weight', 'record.invalid'],
      [10, undefined, 'csv.malformed'],
      [11, 'weight', 'record.invalid'],
    ]);
    expect(nodes).toMatchObject({ rows: 6, nodes: 3, repeated: 1, setAside: 2 });
    expect(input.notAmongNodes).toEqual(['Fir']);
    expect(input.withoutGroup).toEqual(['Birch']);
    // Two rows of one tie are one tie of their weight.
    expect(measures.nodes.find(({ id }) => id === 'Cedar')?.inStrength).toBe(5);
    expect(measures.groups?.nodesWithoutGroup).toBe(2);
  });

  it('are told to people, with how to mend them and never their content', async () => {
    const { stdout, stderr } = await call('faulty.csv', '--nodes', 'some.csv');
    for (const said of [
      'Set aside faulty.csv, line 6, field weight: The weight is not a number; write it as 12 or 12.5.',
      'Set aside some.csv, line 6, field group: An earlier row puts the same node into another group.',
      'Set aside 1 tie of a node to itself.',
      'Summed 1 further row of ties',
      'Not in some.csv, and so without a group: Fir. Add a row for each, or correct its id.',
      'No group in some.csv: Birch.',
    ])
      expect(stderr).toContain(said);
    expect(stderr).not.toContain('1,5');
    expect(stdout).not.toContain('Set aside');
  });
});

describe('for people', () => {
  it('prints tables that name their measures', async () => {
    const { code, stdout } = await call('ties.csv', '--nodes', 'nodes.csv');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^dyad reciprocity +0\.333 +share of ties that go both ways$/m);
    expect(stdout).toMatch(/^edge reciprocity +0\.500 /m);
    expect(stdout).toMatch(/^Birch +2, 1 +2$/m);
    expect(stdout).toMatch(/^North +South +1 +4 +0\.25$/m);
    expect(stdout).toMatch(/^isolates +1 +Gorse$/m);
  });

  it('says so where nobody holds others together', async () => {
    await project.write('pair.csv', 'from,to,weight\nAsh,Birch,1\n');
    const { stdout } = await call('pair.csv');
    expect(stdout).toContain('No node: whichever leaves, the others stay in contact.');
    expect(stdout).not.toContain('Groups');
  });
});

describe('what is refused', () => {
  it.each([
    [['none.csv'], 2, 'file.not-found', '(none.csv) Correct its path in the command.'],
    [['ties.csv', '--nodes', 'none.csv'], 2, 'file.not-found', '(none.csv)'],
    [
      ['other.csv'],
      1,
      'csv.missing-column',
      'The column “from” is missing; the file has “source”, “target”.',
    ],
    [
      ['useless.csv'],
      1,
      'record.invalid',
      'None of the 2 ties can be used. The first: The weight is not a number',
    ],
    [['headings.csv'], 1, 'file.empty', 'The file holds no ties'],
    [['ties.csv', '--pivots', '1'], 2, 'argument.invalid', '--pivots is not a whole number of at least 2'],
    [['ties.csv', '--seed', 'x'], 2, 'argument.invalid', '--seed is not a whole number of at least 0'],
    [[], 2, '', "missing required argument 'ties'"],
  ])('%j: exit code %i, %s', async (args, exit, code, message) => {
    const outcome = await call(...args);
    expect(outcome).toMatchObject({ code: exit, stdout: '' });
    expect(outcome.stderr).toContain(code);
    expect(outcome.stderr).toContain(message);
  });
});

describe('the guide to network measures', () => {
  const guide = readFileSync(new URL('../../../../docs/guides/network-measures.md', import.meta.url), 'utf8');

  it('explains every field of the JSON', () => {
    const named = new Set([...guide.matchAll(/`([\w.]+)`/g)].flatMap(([, name = '']) => name.split('.')));
    expect(fieldsOf(z.toJSONSchema(NetworkOutput)).filter((field) => !named.has(field))).toEqual([]);
  });

  it('names every option, and none that there is not', async () => {
    const { stdout } = await call('--help');
    const options = new Set(stdout.match(/--[a-z]+/g)?.filter((option) => option !== '--help'));
    expect(new Set(guide.match(/--[a-z]+/g))).toEqual(options);
  });
});

/** Every name of a field in a JSON Schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = (schema as { properties?: object }).properties ?? {};
  return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsOf)];
}
