import { expect, test } from 'vitest';
import type { Family, ProtectedCell } from '../family/family.ts';
import { protectFamily } from '../family/protect-family.ts';
import { isSmall } from '../thresholds.ts';
import { attackFamily } from './attack-family.ts';

/** A seeded random number generator (mulberry32), so that a failing table can be had again. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Schools by subgroups with both margins; each school holds its own row. */
function table(
  random: () => number,
  schools: number,
  subgroups: number,
  largest: number,
  named = true,
): Family {
  const counts = Array.from({ length: schools }, () =>
    Array.from({ length: subgroups }, () => Math.floor(random() ** 2 * largest)),
  );
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const rows = counts.map((row, school) => [
    { id: `${school}`, counts: [sum(row)] },
    ...row.map((count, group) => ({ id: `${school}.${group}`, counts: [count] })),
  ]);
  const columns = Array.from({ length: subgroups }, (_, group) => ({
    id: `all.${group}`,
    counts: [sum(counts.map((row) => row[group] ?? 0))],
  }));
  const ids = (prefix: string) => Array.from({ length: subgroups }, (_, group) => `${prefix}.${group}`);
  const each = Array.from({ length: schools }, (_, school) => `${school}`);
  return {
    cells: [
      { id: 'all', counts: [sum(counts.flat())] },
      ...columns,
      ...rows.flat().map((cell) => ({ ...cell, published: named })),
    ],
    lines: [
      { total: 'all', parts: each },
      { total: 'all', parts: ids('all') },
      ...each.map((school) => ({ total: school, parts: ids(school) })),
      ...ids('').map((group) => ({ total: `all${group}`, parts: each.map((school) => `${school}${group}`) })),
    ],
    holders: each.map((school) => ({ id: school, knows: [school, ...ids(school)] })),
  };
}

/** What most tables are given: small counts hidden, nothing else. */
function naive(family: Family): Map<string, ProtectedCell> {
  return new Map(
    family.cells.map(({ id, counts }) => [
      id,
      counts.some((count) => isSmall(count, 10))
        ? { id, state: 'hidden', reason: 'small' }
        : { id, state: 'shown', counts },
    ]),
  );
}

test('negative control: hiding only small counts leaks, protected tables do not', () => {
  const random = seeded(20_260_101);
  let tables = 0;
  let leaky = 0;
  let shown = 0;
  let cells = 0;
  for (let index = 0; index < 400; index += 1) {
    const family = table(random, 3 + Math.floor(random() * 4), 2 + Math.floor(random() * 3), 60);
    const careless = naive(family);
    if (![...careless.values()].some((cell) => cell.state === 'hidden')) continue;
    tables += 1;
    if (attackFamily(family, careless).length > 0) leaky += 1;
    const published = protectFamily(family);
    expect(attackFamily(family, published), `table ${index}`).toEqual([]);
    shown += [...published.values()].filter((cell) => cell.state === 'shown').length;
    cells += published.size;
  }
  console.log(
    `disclosure: ${tables} tables; naive leaks in ${leaky} (${((100 * leaky) / tables).toFixed(1)} %), ours in 0; ours shows ${((100 * shown) / cells).toFixed(1)} % of cells`,
  );
  expect(leaky / tables).toBeGreaterThan(0.7);
  expect(shown / cells).toBeGreaterThan(0.1);
}, 60_000);

/** Every way in which the hidden cells of a 3 × 2 table can be filled so that all that is published stays true. */
function possibleValues(family: Family, published: Map<string, ProtectedCell>, knows: ReadonlySet<string>) {
  const truth = new Map(family.cells.map((cell) => [cell.id, cell.counts[0] as number]));
  const inner = family.cells.filter((cell) => /^\d\.\d$/.test(cell.id)).map((cell) => cell.id);
  const open = inner.filter((id) => published.get(id)?.state !== 'shown' && !knows.has(id));
  const visible = (id: string) => published.get(id)?.state === 'shown' || knows.has(id);
  const totals = family.lines.map((line) => line.total).filter(visible);
  const members = (id: string) =>
    inner.filter((one) => {
      const [school, group] = id.replace('all', '').split('.');
      return (
        (school === '' || one.startsWith(`${school}.`)) && (group === undefined || one.endsWith(`.${group}`))
      );
    });
  const sums = totals.map((id) => ({ target: truth.get(id) as number, ids: new Set(members(id)) }));
  const found = new Map(open.map((id) => [id, new Set<number>()]));
  const values = new Map(truth);
  const left = sums.map(({ target, ids }) =>
    [...ids]
      .filter((id) => !open.includes(id))
      .reduce((rest, id) => rest - (truth.get(id) as number), target),
  );
  const fill = (at: number) => {
    const id = open[at];
    if (id === undefined) {
      for (const one of open) found.get(one)?.add(values.get(one) as number);
      return;
    }
    const mine = sums.flatMap((sum, index) => (sum.ids.has(id) ? [index] : []));
    const last = mine.filter((index) => !open.slice(at + 1).some((other) => sums[index]?.ids.has(other)));
    const highest = Math.min(14, ...mine.map((index) => left[index] as number));
    for (let value = 0; value <= highest; value += 1) {
      if (last.some((index) => left[index] !== value)) continue;
      values.set(id, value);
      for (const index of mine) left[index] = (left[index] as number) - value;
      fill(at + 1);
      for (const index of mine) left[index] = (left[index] as number) + value;
    }
  };
  fill(0);
  return { found, truth };
}

test('an attacker who tries every table that fits what is published cannot name a small count either', () => {
  const random = seeded(7);
  const pinned = { naive: 0, ours: 0 };
  const hidden = { naive: 0, ours: 0 };
  for (let index = 0; index < 25; index += 1) {
    const family = table(random, 3, 2, 14.9);
    for (const [name, published] of [
      ['naive', naive(family)],
      ['ours', protectFamily(family)],
    ] as const) {
      for (const knows of [new Set<string>(), ...family.holders!.map((holder) => new Set(holder.knows))]) {
        const { found, truth } = possibleValues(family, published, knows);
        for (const [id, values] of found) {
          if (!isSmall(truth.get(id) as number, 10)) continue;
          hidden[name] += 1;
          if (values.size === 1) pinned[name] += 1;
        }
      }
    }
  }
  console.log(
    `disclosure, exhaustive: pinned naive ${pinned.naive} of ${hidden.naive}, ours ${pinned.ours} of ${hidden.ours}`,
  );
  expect(pinned.naive).toBeGreaterThan(0);
  expect(pinned.ours).toBe(0);
}, 60_000);

test('a leak says which cell, for whom and how', () => {
  const family: Family = {
    cells: [
      { id: 'all', counts: [60] },
      { id: 'a', counts: [4] },
      { id: 'b', counts: [56] },
    ],
    lines: [{ total: 'all', parts: ['a', 'b'] }],
    holders: [{ id: 'school b', knows: ['b'] }],
  };
  expect(attackFamily(family, naive(family))).toEqual([
    { cell: 'a', by: 'subtraction', candidates: 1, reader: undefined },
    { cell: 'a', by: 'subtraction', candidates: 1, reader: 'school b' },
  ]);
});
