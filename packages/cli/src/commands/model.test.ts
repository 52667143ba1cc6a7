import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from '../__fixtures__/create-project.ts';
import { ModelShape } from '../__fixtures__/model-shape.ts';
import { runCommand } from '../__fixtures__/run-command.ts';
import { studentsFile } from '../__fixtures__/students-file.ts';

const students = studentsFile();
const [heading = '', ...lines] = students.trim().split('\n');
const withComma = [heading, ...lines]
  .map((line) => line.replaceAll(',', ';').replaceAll('.', ','))
  .join('\r\n');

let project: Project;
beforeAll(async () => {
  project = await createProject({
    'students.csv': students,
    'turned.csv': `${[heading, ...lines.toReversed()].join('\n')}\n`,
    'excel.csv': `\ufeff${withComma}\r\n`,
    'mixed-ends.csv': `${heading}\r\n${lines.join('\n')}`,
    'many[1].csv': students,
    'quoted.csv': `${heading.toUpperCase()}\n${lines.map((line) => `"${line.split(',').join('","')}"`).join('\n')}\n`,
    'word.csv': students.replace(
      lines[99] as string,
      (lines[99] as string).replace(/,[FM],/, ',F,').replace(/[\d.]+$/, 'absent'),
    ),
    'mixed.csv': students.replace(lines[9] as string, (lines[9] as string).replace(/,(-?[\d.]+),/, ',low,')),
    'short.csv': students.replace(lines[20] as string, 'A1,School 9'),
    'open-quote.csv': students.replace(lines[20] as string, `"${lines[20]}`),
    'points-and-commas.csv': 'school;x;y\na;1.234,5;1\nb;2;3\nb;4;4\n',
    'commas.csv': 'school,x,y\na,"1,5",1\nb,"2,5",3\nb,4,4\n',
    'headings.csv': `${heading}\n`,
  });
});
afterAll(() => project.remove());

const formula = ['--outcome', 'points', '--fixed', 'prior,sex', '--group', 'school'];
const call = (...args: string[]) => runCommand(['model', ...args], project);
const json = async (...args: string[]) => ModelShape.parse((await call(...args, '--json')).json());
/** lme4 1.1-31 on R 4.2.2, bobyqa with rhoend 1e-12, on the file of `studentsFile`. */
const lme4 = {
  slopes: {
    estimates: [47.31314235638, 5.95649775888, -2.0297773258],
    errors: [0.5842587143, 0.3450101857, 0.5917857115],
    covariance: [4.0466971453644, 0.5777754472142, 0.0850948290315],
    residual: 50.3265372036042,
    logLikelihood: -2033.991752235,
    first: { estimates: [0.5024499044, -0.05893978618], comparative: 1.357607125 },
  },
  weighted: {
    estimates: [47.41741674624, 5.99788602114, -2.29278239039],
    errors: [0.6289494204, 0.3087369414, 0.6015842078],
    school: 5.14659580482,
    residual: 90.22967203076,
    logLikelihood: -2093.7969491643,
    first: { estimate: 1.100777815, comparative: 1.482906622 },
  },
};
const close = (values: readonly number[], expected: readonly number[], relative: number) => {
  expect(values).toHaveLength(expected.length);
  for (const [index, value] of values.entries())
    expect(Math.abs(value / expected[index]! - 1)).toBeLessThan(relative);
};

describe('model --json', () => {
  it('prints the figures of lme4: REML with a random slope', async () => {
    const output = await json('students.csv', ...formula, '--slope', 'prior');
    expect(output.status).toBe('converged');
    expect(output.input.rows).toEqual({ read: 600, used: 598, leftOut: 2, withoutValue: { prior: 2 } });
    expect(output.fixed.map(({ column }) => column)).toEqual(['intercept', 'prior', 'sex=M']);
    close(
      output.fixed.map(({ estimate }) => estimate),
      lme4.slopes.estimates,
      1e-6,
    );
    close(
      output.fixed.map(({ standardError }) => standardError),
      lme4.slopes.errors,
      1e-5,
    );
    const [school] = output.random;
    const [[intercept, ,] = [], [covariance, slope] = []] = school!.covariance;
    close([intercept!, slope!, covariance!], lme4.slopes.covariance, 1e-4);
    close([output.residualVariance], [lme4.slopes.residual], 1e-5);
    close([output.logLikelihood], [lme4.slopes.logLikelihood], 1e-8);
    const [first] = output.effects[0]!.groups;
    expect(first!.path).toEqual(['School 0']);
    close(first!.estimates, lme4.slopes.first.estimates, 1e-4);
    close([first!.comparativeSds[0]!], [lme4.slopes.first.comparative], 1e-5);
  });

  it('prints the figures of lme4: ML with nested levels and weights, singular and said to be so', async () => {
    const outcome = await call(
      'students.csv',
      '--outcome',
      'points',
      '--fixed',
      'prior,sex',
      '--group',
      'authority/school',
      '--weights',
      'weight',
      '--ml',
      '--json',
    );
    expect(outcome.code).toBe(0);
    const output = ModelShape.parse(outcome.json());
    expect(output).toMatchObject({
      status: 'singular',
      model: { method: 'ML', levels: ['authority', 'school'], weights: 'weight' },
    });
    close(
      output.fixed.map(({ estimate }) => estimate),
      lme4.weighted.estimates,
      1e-6,
    );
    close(
      output.fixed.map(({ standardError }) => standardError),
      lme4.weighted.errors,
      1e-5,
    );
    const [authority, school] = output.random;
    expect(authority).toMatchObject({ level: 'authority', groups: 4, singular: true, covariance: [[0]] });
    close(
      [school!.covariance[0]![0]!, output.residualVariance],
      [lme4.weighted.school, lme4.weighted.residual],
      1e-5,
    );
    close([output.logLikelihood], [lme4.weighted.logLikelihood], 1e-8);
    const first = output.effects[1]!.groups.find(({ path }) => path[1] === 'School 0');
    close(
      [first!.estimates[0]!, first!.comparativeSds[0]!],
      [lme4.weighted.first.estimate, lme4.weighted.first.comparative],
      1e-5,
    );
  });

  it.each([
    ['rows in another order', 'turned.csv', {}],
    [
      'semicolons, decimal commas, a mark and CRLF, as Excel writes them',
      'excel.csv',
      { delimiter: ';', decimalComma: ['points', 'prior'] },
    ],
    ['lines that end in two ways', 'mixed-ends.csv', {}],
    ['a name that looks like a pattern', 'many[1].csv', {}],
    ['every field in quotes, headings in capitals', 'quoted.csv', {}],
  ])('%s change no letter of the result', async (_, file, input) => {
    const plain = await json('students.csv', ...formula);
    const other = await json(file, ...formula);
    const named = JSON.parse(
      JSON.stringify(other).replaceAll(/POINTS|PRIOR|SEX|SCHOOL/g, (name) => name.toLowerCase()),
    );
    expect(named).toEqual({ ...plain, input: { ...plain.input, file, ...input } });
  });

  it('takes products, powers, group means, codes and references', async () => {
    const output = await json(
      'students.csv',
      '--outcome',
      'points',
      '--fixed',
      'prior,prior^2,sex:prior',
      '--fixed',
      'mean(prior), weight',
      '--group',
      'authority/school',
      '--category',
      'weight',
      '--reference',
      'weight=3.0',
      '--reference',
      'sex=M',
      '--slope',
      'prior@authority',
    );
    expect(output.fixed.map(({ column }) => column)).toEqual([
      'intercept',
      'prior',
      'prior^2',
      'sex=F:prior',
      'weight=0.5',
      'weight=1.0',
      'weight=1.5',
      'weight=2.0',
      'weight=2.5',
      'mean(prior)',
    ]);
    expect(output.model.slopes).toEqual([{ term: 'prior', level: 'authority' }]);
    expect(output.random.map(({ columns }) => columns.length)).toEqual([2, 1]);
  });
});

describe('model for people', () => {
  it('says what was read, what explains the outcome, where the rest lies, and which schools can be told apart', async () => {
    const { stdout, stderr, code } = await call('students.csv', ...formula, '--picture', 'out/schools.svg');
    expect(code).toBe(0);
    expect(stderr).toContain('students.csv: 600 rows, 598 used.\nLeft out 2 without a value in prior (2).');
    expect(stdout).toMatch(/^prior +5\.\d+ +0\.\d+ +5\.\d+ to 6\.\d+$/m);
    expect(stdout).toContain('sex: compared with F.');
    expect(stdout).toMatch(/^school +24 +intercept /m);
    expect(stdout).toMatch(
      /^\d+ of 24 can be told apart from the mean, and \d+ of 276 pairs \([\d.]+ %\) from each other\.$/m,
    );
    const picture = await readFile(`${project.directory}/out/schools.svg`, 'utf8');
    expect(picture.match(/<circle /g)).toHaveLength(24);
    expect(picture).toContain('24 groups of level school;');
  });

  it('says when a level differs no more than chance would make it', async () => {
    const { stdout } = await call(
      'students.csv',
      '--outcome',
      'points',
      '--fixed',
      'prior',
      '--group',
      'authority/school',
      '--weights',
      'weight',
    );
    expect(stdout).toContain('at the boundary (singular): authority differs no more than chance');
  });
});

describe('what cannot be used is refused with its place', () => {
  it.each([
    ['an outcome that is no number', ['word.csv', ...formula], 1, 'word.csv, row 100, field points'],
    ['a word among numbers', ['mixed.csv', ...formula], 1, 'mixed.csv, row 10, field prior'],
    ['a row that is too short', ['short.csv', ...formula], 1, 'short.csv, line 22'],
    ['a quote that is never closed', ['open-quote.csv', ...formula], 1, 'open-quote.csv, line 22'],
    [
      'points and commas in one column',
      ['points-and-commas.csv', '--outcome', 'y', '--fixed', 'x', '--group', 'school'],
      1,
      'row 1, field x',
    ],
    [
      'decimal commas beside commas',
      ['commas.csv', '--outcome', 'y', '--fixed', 'x', '--group', 'school'],
      1,
      'Write decimals with a point',
    ],
    ['a file of headings', ['headings.csv', ...formula], 2, 'There are no rows.'],
    ['no file', ['nothing.csv', ...formula], 2, 'nothing.csv'],
    [
      'a column that is not there',
      ['students.csv', '--outcome', 'marks', '--group', 'school'],
      1,
      'The column “marks” is missing; the file has “authority”',
    ],
    ['no outcome', ['students.csv', '--group', 'school'], 2, '--outcome is missing'],
    ['no group', ['students.csv', '--outcome', 'points'], 2, '--group is missing'],
    ['a picture that is none', ['students.csv', ...formula, '--picture', 'x.png'], 2, '.svg'],
    ['a slope of nothing', ['students.csv', ...formula, '--slope', 'weight'], 2, 'it is no fixed effect'],
    [
      'a covariate twice over',
      [
        'students.csv',
        '--outcome',
        'points',
        '--fixed',
        'prior,mean(prior),mean(prior by school)',
        '--group',
        'school',
      ],
      2,
      'mean(prior',
    ],
  ])('%s', async (_, args, code, words) => {
    const outcome = await call(...args);
    expect(outcome.stderr).toContain(words);
    expect(outcome.stdout).toBe('');
    expect(outcome.code).toBe(code);
  });
});
