import { describe, expect, it } from 'vitest';
import { byName, type PageElement, readPage } from '../__fixtures__/read-page.ts';
import { hostileName, longName, smallDocument, smallManifest } from '../__fixtures__/small-document.ts';
import { renderReport } from './report.ts';

const html = renderReport(smallManifest, [smallDocument]);
const page = readPage(html);
const rowsOf = (table: PageElement | undefined) =>
  table === undefined ? [] : byName(table, 'tr').map((row) => row.children.map(({ text }) => text));
const tableAfter = (heading: string) =>
  byName(page, 'table').find((table) => rowsOf(table)[0]?.[0] === heading);

describe('the page', () => {
  it('is well-formed', () => {
    expect(byName(page, 'html')).toHaveLength(1);
    expect(byName(page, 'h1').map(({ text }) => text)).toEqual(['Schools & more']);
    expect(byName(page, 'h2').map(({ text }) => text)).toEqual(['Group <A>']);
  });

  it('shows names as text, whatever they hold', () => {
    expect(html).not.toContain('<script');
    expect(byName(page, 'td').map(({ text }) => text)).toContain(hostileName);
  });

  it('asks nothing of anyone: no script, no link to a resource, and a policy that forbids them', () => {
    const names = ['script', 'link', 'img', 'iframe', 'object', 'embed', 'form', 'base'];
    expect(names.flatMap((name) => byName(page, name))).toEqual([]);
    expect(html).not.toMatch(/@import|url\(|\s(?:src|srcset|on[a-z]+)=/);
    expect(byName(page, 'a').every(({ attributes }) => attributes.href?.startsWith('#'))).toBe(true);
    const policy = byName(page, 'meta').find(({ attributes }) => attributes['http-equiv'] !== undefined);
    expect(policy?.attributes.content).toBe("default-src 'none'; style-src 'unsafe-inline'");
  });

  it('says for whom it is, what was hidden, and by which rule', () => {
    expect(page.text).toContain('for partner schools, protected');
    expect(page.text).toContain('Counts below 10 are hidden. 2 of 9 figures are hidden.');
    expect(page.text).toContain('As at <1 September>.');
  });

  it('links to every document when there is more than one', () => {
    const second = { ...smallDocument, scope: { kind: 'group', id: 'B' }, title: 'Group B' } as const;
    const links = byName(readPage(renderReport(smallManifest, [smallDocument, second])), 'a');
    expect(links.map(({ attributes }) => attributes.href)).toEqual(['#group-group-A', '#group-group-B']);
  });
});

describe('the trend of an indicator', () => {
  const chart = byName(page, 'svg', 'trend')[0] as PageElement;

  it('has a dot for each figure, and words where one is hidden', () => {
    expect(byName(chart, 'circle', 'dot')).toHaveLength(2);
    expect(byName(chart, 'text', 'tick').map(({ text }) => text)).toContain('hidden');
    expect(byName(chart, 'text', 'value').map(({ text }) => text)).toEqual(['7.6 %']);
  });

  it('says to a screen reader what its table says', () => {
    const rows = rowsOf(tableAfter('Year')).slice(1);
    expect(rows).toEqual([
      ['2021/22', '8.1 %', '7.1 to 10.1 %', '120'],
      ['2022/23', 'hidden', '', ''],
      ['2023/24', '7.6 %', '6.6 to 9.6 %', '1\u2009234'],
    ]);
    const said = rows.map(([year, value]) => `${year} ${value}`).join(', ');
    expect(chart.attributes['aria-label']).toBe(`Overall absence: ${said}`);
  });

  it('is to scale: equal steps of the axis are equal steps of the value', () => {
    const [first, last] = byName(chart, 'circle', 'dot').map(({ attributes }) => Number(attributes.cy));
    const ticks = byName(chart, 'text', 'tick').flatMap(({ text, attributes }) => {
      const value = /^([\d.]+) %$/.exec(text)?.[1];
      return value === undefined ? [] : [{ value: Number(value), y: Number(attributes.y) - 3 }];
    });
    const [a, b] = ticks as [(typeof ticks)[0], (typeof ticks)[0]];
    const at = (value: number) => a.y + ((value - a.value) / (b.value - a.value)) * (b.y - a.y);
    expect(first).toBeCloseTo(at(8.1), 0);
    expect(last).toBeCloseTo(at(7.64), 0);
  });
});

describe('the schools side by side', () => {
  const chart = byName(page, 'svg', 'schools')[0] as PageElement;

  it('are in alphabetical order, never by value, and nothing of an ordinary name is cut', () => {
    const labels = byName(chart, 'text', 'label').map(({ text }) => text);
    expect(labels[0]).toBe(hostileName);
    expect(labels[1]).toBe('Ash Grove School');
    expect(labels[2]?.slice(0, -1)).toBe(longName.slice(0, 59));
    expect(byName(chart, 'title').map(({ text }) => text)[1]).toContain(longName);
  });

  it('show the same figures as their table', () => {
    const table = rowsOf(tableAfter('School'));
    expect(table[0]).toEqual(['School', '2021/22', '2022/23', '2023/24']);
    const drawn = [...byName(chart, 'text', 'absent'), ...byName(chart, 'text', 'value')];
    expect(drawn.map(({ text }) => text)).toEqual(table.slice(1).map((row) => row[3]));
  });
});

describe('working together', () => {
  const [levels, days] = byName(page, 'svg', 'matrix') as [PageElement, PageElement];

  it('is shown where an agreement covers collaboration alone, and for a school about itself', () => {
    const document = { ...smallDocument, members: [], figures: [], indicators: [] };
    const page = renderReport(smallManifest, [document, { ...document, audience: 'own' }]);
    expect(page.match(/Working together/g)).toHaveLength(2);
    expect(page).toContain('Ash Grove School');
  });

  it('draws a square for each pair of schools, on both sides of the diagonal', () => {
    expect(byName(levels, 'rect', 'self')).toHaveLength(3);
    expect(byName(levels, 'rect', 'filled')).toHaveLength(2);
    expect(byName(levels, 'rect', 'empty')).toHaveLength(4);
  });

  it('adds hours and days to days: 26 hours of 6.5 and 3 days are 7', () => {
    expect(byName(days, 'text', 'inside').map(({ text }) => text)).toEqual(['7']);
    const entries = rowsOf(tableAfter('Process')).slice(1);
    expect(entries.map((row) => row.slice(3, 5))).toEqual(
      expect.arrayContaining([
        ['26', 'staff hours'],
        ['3', 'staff days'],
      ]),
    );
  });

  it('names schools by name in what a level rests on', () => {
    const criterion = byName(page, 'li', 'met')[0]?.text;
    expect(criterion).toBe(`A flow: 26 staff-hours from Ash Grove School to ${hostileName}`);
  });

  it('is left out where no agreement covers it', () => {
    const without = renderReport(smallManifest, [{ ...smallDocument, collaboration: null }]);
    expect(byName(readPage(without), 'svg', 'matrix')).toEqual([]);
  });
});

describe('the group as a whole', () => {
  const bars = byName(page, 'svg', 'bars');

  it('draws the levels and the eight processes, and says to a screen reader what it draws', () => {
    expect(bars).toHaveLength(2);
    expect(bars[0]?.attributes['aria-label']).toBe(
      'Pairs at each level: no link seen 2, association 0, cooperation 1, collaboration 0, collegiality 0',
    );
    expect(bars[1]?.attributes['aria-label']).toContain('Movement of staff 0');
    expect(bars[1]?.attributes['aria-label']).toContain('Staff development 1');
  });

  it('lists the six conditions with why', () => {
    const rows = rowsOf(tableAfter('Condition')).slice(1);
    expect(rows).toHaveLength(6);
    expect(rows[0]?.slice(1, 3)).toEqual(['○ not met', 'records']);
    expect(rows[0]?.[3]).toContain('Knowledge or resources reached 1 of 3 schools (needs 2).');
  });

  it('puts every measure beside what it rests on', () => {
    const rows = new Map(rowsOf(tableAfter('Measure')).map(([measure, ...values]) => [measure, values]));
    expect(rows.get('Giving both ways: pairs (dyad reciprocity)')).toEqual(['0.0 %', '–', '0.0 %', '0.0 %']);
    expect(rows.get('Depth: reaches teachers or students')?.[0]).toBe('100.0 % of 4 (known for 100.0 %)');
    expect(rows.get('Schools that neither give nor receive')?.[0]).toBe(longName);
  });

  it('says what each school gave for its size, what remains, what went on, and what is not known', () => {
    // 26 hours for 520 students are 5 for each 100.
    const gave = rowsOf(tableAfter('Member'));
    expect(gave).toContainEqual([
      'Ash Grove School',
      'Staff development',
      'staff hours',
      'confirmed',
      '26',
      '0',
      '5',
      '0',
    ]);
    expect(rowsOf(tableAfter('Without'))[1]).toEqual([
      'Ash Grove School',
      '0 of 1',
      `${hostileName}, ${longName}`,
      'Staff development',
    ]);
    expect(rowsOf(tableAfter('After')).slice(1)).toEqual([
      ['End of money', '1', '1', '0', '1', '100.0 %'],
      ['Departure of a head', 'none in the years seen'],
    ]);
    expect(page.text).toContain('2022/23 (as published) of 2 of 3 schools: 41.5 to 48.5, mean 45.0');
    expect(page.text).toContain('Coordinator: nobody on record.');
  });

  it('is left out for editions that have no profile', () => {
    const { profiles: _, ...collaboration } = smallDocument.collaboration as NonNullable<
      (typeof smallDocument)['collaboration']
    >;
    const without = renderReport(smallManifest, [{ ...smallDocument, collaboration }]);
    expect(without).toContain('Working together');
    expect(without).not.toContain('The group as a whole');
  });
});
