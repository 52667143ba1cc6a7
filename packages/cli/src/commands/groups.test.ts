import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createProject, type Project } from '../__fixtures__/create-project.ts';
import { GroupsOutput, PartnersOutput } from '../__fixtures__/grouping-shapes.ts';
import { runCommand } from '../__fixtures__/run-command.ts';
import { exitCode } from '../output/exit-code.ts';

const guide = readFileSync(new URL('../../../../docs/guides/forming-groups.md', import.meta.url), 'utf8');
const table = /```csv\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
const printed = [...guide.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => (text ?? '').trimEnd());

/** Every name of a field in a JSON Schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = (schema as { properties?: object }).properties ?? {};
  return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsOf)];
}

let project: Project;
beforeAll(async () => {
  project = await createProject({
    'schools.csv': table,
    'faulty.csv':
      'URN,Attainment,Phone,Latitude,Longitude\n1,40,x,52.1,-1\n2,good,x,52.2,-1\n,41,x,52.3,-1\n1,42,x,52.4,-1\n3,50,x,52.5,-1\n4,30\n5,SUPP,x,152,-1\n6,NP,x,52.6,-1\n7,44,x,52.7,-1\n',
    'headings.csv': 'id,attainment\n',
    'useless.csv': 'id,attainment\n,1\n',
    'other.csv': 'school name,attainment\nHill,1\n',
    'semicolons.csv': 'School;KS2 points\n1;40\n2;41\n',
    'commas.csv': 'id;attainment\na;40,5\nb;41,5\n',
    'plain.csv': 'id,attainment\na,1\nb,2\nc,3\nd,4\n',
  });
});
afterAll(() => project.remove());
const call = (...args: string[]) => runCommand(args, project);

describe('the guide on forming groups', () => {
  it('prints what its commands print', async () => {
    const groups = await call('groups', 'schools.csv', '--size', '4');
    expect(groups).toMatchObject({ code: 0, stderr: '' });
    expect(groups.stdout.split('\nProposal 2')[0]?.trimEnd()).toBe(printed[0]);
    const partners = await call('partners', 'schools.csv', '--school', 'dale', '--most', '2');
    expect(partners.stdout.trimEnd()).toBe(printed[1]);
    const refused = await call('groups', 'schools.csv', '--size', '4', '--max-distance', '3');
    expect(refused).toMatchObject({ code: exitCode.usage, stdout: '' });
    expect(`$ collegial groups schools.csv --size 4 --max-distance 3\n${refused.stderr.trimEnd()}`).toBe(
      printed[2],
    );
  });

  it('explains every field of the JSON', () => {
    const section = guide.split('\n## JSON\n')[1]?.split('\n## ')[0] ?? '';
    const fields = new Set(
      [GroupsOutput, PartnersOutput].flatMap((shape) => fieldsOf(z.toJSONSchema(shape))),
    );
    expect([...fields].filter((field) => !section.includes(`\`${field}\``))).toEqual([]);
  });

  it.each(['groups', 'partners'])('names every option of %s', async (command) => {
    const { stdout } = await call(command, '--help');
    const options = new Set(stdout.match(/--[a-z][a-z-]+/g)?.filter((option) => option !== '--help'));
    expect(
      [...options].filter((option) => !guide.includes(`\`${option} `) && !guide.includes(`\`${option}\``)),
    ).toEqual([]);
  });
});

describe('groups', () => {
  it('prints JSON in its shape, the same whatever the order of the rows', async () => {
    const [heading, ...rows] = table.trim().split('\n');
    await project.write('reversed.csv', `${[heading, ...rows.reverse()].join('\n')}\n`);
    const [first, second] = await Promise.all(
      ['schools.csv', 'reversed.csv'].map(async (file) =>
        GroupsOutput.parse((await call('groups', file, '--size', '4', '--seed', '3', '--json')).json()),
      ),
    );
    expect(first?.input).toEqual({
      file: 'schools.csv',
      rows: 8,
      schools: 8,
      setAside: [],
      unusedColumns: [],
    });
    expect(second).toEqual({ ...first, input: { ...first?.input, file: 'reversed.csv' } });
    expect(first).toMatchObject({ method: 'exact', seed: 3, schools: 8 });
  });

  it('keeps, parts and weighs as asked for', async () => {
    const args = [
      '--size',
      '3-5',
      '--keep',
      'groups',
      '--keep',
      'ash,fir',
      '--apart',
      'ash,elm',
      '--weight',
      'distance=0',
      '--alternatives',
      '2',
    ];
    const { proposals, objectives } = GroupsOutput.parse(
      (await call('groups', 'schools.csv', ...args, '--json')).json(),
    );
    expect(proposals).toHaveLength(2);
    expect(objectives.map(({ objective }) => objective)).toEqual(['alike', 'mixed', 'complement']);
    for (const { groups } of proposals) {
      const of = (id: string) => groups.find(({ schools }) => schools.includes(id))?.label;
      expect([of('beech') === of('dale'), of('ash') === of('fir'), of('ash') === of('elm')]).toEqual([
        true,
        true,
        false,
      ]);
    }
  });

  it('sets aside rows that cannot be used, says which and why, and goes on', async () => {
    const outcome = await call('groups', 'faulty.csv', '--size', '2', '--json');
    expect(outcome.code).toBe(0);
    const { input } = GroupsOutput.parse(outcome.json());
    expect(input).toMatchObject({ rows: 9, schools: 4, unusedColumns: ['Phone'] });
    expect(input.setAside.map(({ line, field }) => [line, field])).toEqual([
      [3, 'Attainment'],
      [4, 'URN'],
      [5, 'id'],
      [7, null],
      [8, 'latitude'],
    ]);
    expect(outcome.stderr).toContain(
      '5 of 9 rows set aside:\n  faulty.csv, line 3, Attainment: This is not a number.',
    );
    expect(outcome.stderr).toContain('Not used: the column Phone.');
    expect(outcome.stderr).toContain('The attainment of 1 of 4 schools is not known');
  });

  it.each(['svg', 'html'])(
    'draws the proposals as %s: every school once in each, named, and nothing loaded from elsewhere',
    async (kind) => {
      const file = `maps/groups.${kind}`;
      const outcome = await call('groups', 'schools.csv', '--size', '4', '--picture', file, '--json');
      const { proposals } = GroupsOutput.parse(outcome.json());
      expect(outcome.stderr).toContain(`groups.${kind}`);
      const picture = readFileSync(join(project.directory, file), 'utf8');
      expect(picture.match(/<svg /g)).toHaveLength(1);
      // On the map, and on the strip of attainment.
      expect(picture.match(/<circle /g)).toHaveLength(2 * 8 * proposals.length);
      for (const [index, { groups }] of proposals.entries()) {
        expect(picture).toContain(`Proposal ${index + 1}`);
        for (const { label, schools } of groups)
          for (const id of schools)
            expect(picture).toContain(
              `: group ${label}, attainment ${table.split(`\n${id},`)[1]?.split(',')[1]}<`,
            );
      }
      expect(picture.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script/);
    },
  );

  it('draws schools without places too: how attainment is spread', async () => {
    await call('groups', 'plain.csv', '--size', '2', '--picture', 'plain.svg');
    const picture = readFileSync(join(project.directory, 'plain.svg'), 'utf8');
    expect(picture).toContain('Attainment by group');
    expect(picture).not.toContain(' km</text>');
  });

  it.each([
    [['schools.csv', '--size', 'four'], 'argument.invalid', '--size'],
    [['schools.csv', '--max-distance', 'far'], 'argument.invalid', '--max-distance'],
    [['schools.csv', '--keep', 'ash'], 'argument.invalid', '--keep'],
    [['schools.csv', '--keep', 'ash,zoo'], 'argument.invalid', '--keep names zoo'],
    [['schools.csv', '--weight', 'love=1'], 'argument.invalid', '--weight'],
    [['schools.csv', '--seed', 'x'], 'argument.invalid', '--seed'],
    [['schools.csv', '--alternatives', '0'], 'argument.invalid', 'alternatives'],
    [['schools.csv', '--size', '4', '--picture', 'map.png'], 'argument.invalid', '.svg or .html'],
    [
      ['schools.csv', '--size', '5'],
      'grouping.infeasible',
      '8 schools cannot be divided into groups of 5 to 5.',
    ],
    [['none.csv'], 'file.not-found', 'none.csv'],
    [['headings.csv'], 'file.empty', 'headings only'],
    [['useless.csv'], 'file.empty', 'line 2, id: The school has no id.'],
    [['other.csv'], 'csv.missing-column', 'The column “id” is missing'],
    [['other.csv'], 'csv.missing-column', 'Columns found: “school name” (name), “attainment” (attainment).'],
    [['semicolons.csv'], 'csv.missing-column', 'Columns found: “School” (id), “KS2 points” (not used).'],
    [['commas.csv'], 'file.empty', 'line 2, attainment: This is not a number: write it with a point'],
    [['commas.csv'], 'file.empty', 'Columns found: “id” (id), “attainment” (attainment).'],
  ])('%j: says what is wrong and how to mend it', async (args, code, words) => {
    const outcome = await call('groups', ...args);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toContain(code);
    expect(outcome.stderr).toContain(words);
    expect(outcome.code).toBe(/^(argument|grouping|file\.not)/.test(code) ? exitCode.usage : exitCode.failed);
    expect(existsSync(join(project.directory, 'map.png'))).toBe(false);
  });

  it('is stopped by Ctrl-C', async () => {
    const rows = Array.from({ length: 80 }, (_, index) => `s${index},${(index * 37) % 60}`);
    await project.write('many.csv', `id,attainment\n${rows.join('\n')}\n`);
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const outcome = await runCommand(['groups', 'many.csv', '--effort', '90'], {
      ...project,
      signal: controller.signal,
    });
    expect(outcome).toMatchObject({ code: exitCode.stopped, stdout: '' });
  });
});

describe('partners', () => {
  it('prints JSON in its shape', async () => {
    const outcome = await call(
      'partners',
      'schools.csv',
      '--school',
      'dale',
      '--max-distance',
      '4.5',
      '--team',
      '2',
      '--weight',
      'near=3',
      '--json',
    );
    const { partners, needs, teams } = PartnersOutput.parse(outcome.json());
    expect(needs).toEqual(['mathematics', 'reading']);
    for (const { distance } of partners) expect(distance).toBeLessThanOrEqual(4.5);
    for (const { schools } of teams) expect(schools).toHaveLength(2);
  });

  it.each([
    [['schools.csv'], 'The option --school is missing.'],
    [['schools.csv', '--school', 'zoo'], 'no school zoo'],
    [['schools.csv', '--school', 'ash', '--most', 'all'], '--most'],
  ])('%j: exit code 2', async (args, words) => {
    const outcome = await call('partners', ...args);
    expect(outcome).toMatchObject({ code: exitCode.usage, stdout: '' });
    expect(outcome.stderr).toContain(words);
  });
});
