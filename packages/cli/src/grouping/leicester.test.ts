import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProject, type Project } from '../__fixtures__/create-project.ts';
import { GroupsOutput, PartnersOutput } from '../__fixtures__/grouping-shapes.ts';
import { publishedEngland, rowsByHand } from '../__fixtures__/published-england.ts';
import { runCommand } from '../__fixtures__/run-command.ts';

const folder = publishedEngland();
const absent =
  folder === undefined ? ' – skipped: no folder shared/data/england, and COLLEGIAL_DATA names none' : '';

/** The state secondary schools of Leicester with results in 2019, as the guide describes them. */
function leicester(from: string): string {
  const read = (file: string) => new Map(rowsByHand(join(from, file)).map((row) => [row.URN, row]));
  const [provisional, census, absence] = [
    'ks4provisional_2019.csv',
    'census_2019.csv',
    'absence_2019.csv',
  ].map(read);
  const number = (text: string | undefined) =>
    /^-?[\d.]+%?$/.test(text ?? '') ? Number.parseFloat(text ?? '') : null;
  const schools = rowsByHand(join(from, 'ks4final_2019_trimmed.csv')).flatMap((row) => {
    const { URN = '', RECTYPE, SCHTYPE, ATT8SCR } = row;
    const state = RECTYPE === '1' && SCHTYPE !== 'Independent school' && SCHTYPE !== 'College';
    if (!state || provisional?.get(URN)?.LEA !== '856' || number(ATT8SCR) === null) return [];
    const away = number(absence?.get(URN)?.PERCTOT);
    return [{ row, areas: [number(row.P8MEA), away === null ? null : -away, number(row.PTEBACC_E_PTQ_EE)] }];
  });
  const standard = [0, 1, 2].map((area) => {
    const known = schools.flatMap(({ areas }) => areas[area] ?? []);
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    const deviation = Math.sqrt(
      known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1),
    );
    return (value: number | null | undefined) =>
      value == null ? '' : ((value - mean) / deviation).toFixed(3);
  });
  const lines = schools.map(({ row, areas }) => {
    const { URN = '', SCHNAME, ATT8SCR, LATITUDE, LONGITUDE } = row;
    const pupils = census?.get(URN);
    const name = `"${SCHNAME}"`;
    return [
      URN,
      name,
      ATT8SCR,
      pupils?.PNUMFSMEVER,
      pupils?.PNUMEAL,
      ...areas.map((value, area) => standard[area]?.(value)),
      LATITUDE,
      LONGITUDE,
    ].join(',');
  });
  return `urn,name,attainment,context: meals,context: language,area: progress,area: attendance,area: ebacc,latitude,longitude\n${lines.join('\n')}\n`;
}

describe.skipIf(folder === undefined)(
  `Leicester, 2018/19, as many schools as the city of B4${absent}`,
  () => {
    let project: Project;
    const groups = async (...args: string[]) =>
      GroupsOutput.parse(
        (await runCommand(['groups', 'leicester.csv', '--size', '4-5', '--json', ...args], project)).json(),
      );
    type Proposal = Awaited<ReturnType<typeof groups>>['proposals'][number];
    const means = ({ groups: own }: Proposal) =>
      own.map(({ attainment }) => attainment?.mean ?? 0).sort((a, b) => a - b);
    const value = ({ objectives }: Proposal, name: string) =>
      objectives.find(({ objective }) => objective === name)?.value ?? Number.NaN;

    beforeAll(async () => {
      project = await createProject({ 'leicester.csv': leicester(folder as string) });
    });
    afterAll(() => project?.remove());

    it('groups are as the guide says', async () => {
      const { input, method, proposals, objectives } = await groups();
      expect(input).toMatchObject({ rows: 18, schools: 18, setAside: [], unusedColumns: [] });
      expect(method).toBe('exact');
      const [best, near] = proposals;
      expect(proposals.map(({ leaning }) => leaning)).toEqual([null, 'distance', null]);
      expect(means(best!)[0]).toBeCloseTo(44.0, 1);
      expect(means(best!).at(-1)).toBeCloseTo(44.5, 1);
      expect(
        [value(best!, 'alike'), value(best!, 'complement')].map((share) => Math.round(100 * share)),
      ).toEqual([2, 3]);
      expect(value(best!, 'distance')).toBeCloseTo(4.1, 1);
      expect(means(near!)[0]).toBeCloseTo(42.3, 1);
      expect(means(near!).at(-1)).toBeCloseTo(45.6, 1);
      expect(value(near!, 'distance')).toBeCloseTo(3.4, 1);
      expect(objectives.map(({ lots }) => lots.toFixed(2))).toEqual(['0.18', '0.15', '0.29', '4.40']);
    });

    it('by place alone, the strongest come together and the weakest', async () => {
      const weights = ['alike', 'mixed', 'complement'].flatMap((name) => ['--weight', `${name}=0.000001`]);
      const { proposals } = await groups(...weights, '--alternatives', '1');
      const [place] = proposals;
      expect(means(place!)[0]).toBeCloseTo(38.4, 1);
      expect(means(place!).at(-1)).toBeCloseTo(51.2, 1);
      expect(value(place!, 'distance')).toBeCloseTo(2.06, 1);
      expect(
        [value(place!, 'alike'), 1 - value(place!, 'complement')].map((share) => Math.round(100 * share)),
      ).toEqual([43, 61]);
    });

    it('a school finds partners who are strong where it has needs', async () => {
      const outcome = await runCommand(
        ['partners', 'leicester.csv', '--school', '120277', '--json'],
        project,
      );
      const { partners, needs } = PartnersOutput.parse(outcome.json());
      expect(needs).toEqual(['ebacc']);
      expect(partners[0]).toMatchObject({ name: 'Rushey Mead Academy', gives: ['ebacc'] });
    });
  },
);
