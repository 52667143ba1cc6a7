import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bulk, delta, type Rows, school11, school12 } from './__fixtures__/bundles.ts';
import { bundleFolder } from './__fixtures__/make-bundle.ts';
import { MemoryTarget, stream, syncBundle } from './__fixtures__/sync-bundle.ts';

const made = bundleFolder();
afterAll(() => made.remove());

const without = (rows: Rows, table: keyof Rows, id: string): Rows => ({
  ...rows,
  [table]: (rows[table] ?? []).filter(([other]) => other !== id),
});
const replaced = (rows: Rows, table: keyof Rows, id: string, rest: string): Rows => ({
  ...rows,
  [table]: (rows[table] ?? []).map((row) => (row[0] === id ? ([id, rest] as const) : row)),
});

async function fresh(rows: Rows, version: '1.1' | '1.2' = '1.1') {
  return (await freshRead(rows, version)).contents;
}

/** A whole bundle read for the first time, and the entities of which it set rows aside. */
async function freshRead(rows: Rows, version: '1.1' | '1.2') {
  const target = new MemoryTarget();
  const { streams } = await syncBundle({ path: made.zip(bulk(rows, version)) }, target);
  const doubtful = streams.filter(({ quarantined }) => quarantined > 0).map(({ entity }) => entity);
  return { contents: target.contents(), doubtful };
}

describe('changes with the bundles they build on', () => {
  it('equal a bulk bundle of the state after them', async () => {
    const first = made.zip(bulk(school11));
    const target = new MemoryTarget();
    await syncBundle({ path: first }, target);
    // A student leaves, another changes school, and demographics come without their user.
    const second = made.zip(
      delta(
        {
          users: [['u2', 'true,s2,student,ben,,Ben,Cole,,id2,,,,,11,']],
          demographics: [['u2', '2009-02-20,male,,,,,,,,,,,']],
        },
        { users: ['u1'], enrollments: ['e1'], demographics: ['u1'] },
      ),
    );
    await syncBundle({ path: second, earlier: [first] }, target);
    const third = made.zip(
      delta({
        demographics: [['u2', '2009-03-20,male,,,,,,,,,,,']],
        enrollments: [['e2', 'c1,s2,u2,student,false,2025-10-01,']],
      }),
    );
    const report = await syncBundle({ path: third, earlier: [first, second] }, target);
    expect(stream(report, 'students')).toMatchObject({ deletes: 'applied', completeness: 'verified' });
    let after = replaced(school11, 'users', 'u2', 'true,s2,student,ben,,Ben,Cole,,id2,,,,,11,');
    after = replaced(after, 'demographics', 'u2', '2009-03-20,male,,,,,,,,,,,');
    after = replaced(after, 'enrollments', 'e2', 'c1,s2,u2,student,false,2025-10-01,');
    for (const [table, id] of [
      ['users', 'u1'],
      ['enrollments', 'e1'],
      ['demographics', 'u1'],
    ] as const)
      after = without(after, table, id);
    expect(target.contents()).toEqual(await fresh(after));
  });

  it('do so for any changes (property)', async () => {
    const ids = { '1.1': school11, '1.2': school12 };
    const change = fc.record({
      table: fc.constantFrom('users', 'demographics', 'enrollments', 'classes', 'roles', 'orgs'),
      pick: fc.nat(4),
      what: fc.constantFrom('gone', 'again', 'other'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('1.1', '1.2'),
        fc.array(fc.array(change, { maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        async (version, deltas) => {
          let state: Rows = ids[version];
          const paths = [made.zip(bulk(state, version))];
          const target = new MemoryTarget();
          await syncBundle({ path: paths[0] as string }, target);
          for (const changes of deltas) {
            const rows: Record<string, (readonly [string, string])[]> = {};
            const gone: Record<string, string[]> = {};
            const met = new Set<string>();
            for (const { table: name, pick, what } of changes) {
              const table = name as keyof Rows;
              const row = ids[version][table]?.[pick];
              if (row === undefined || met.has(`${table} ${row[0]}`)) continue;
              met.add(`${table} ${row[0]}`);
              if (what === 'gone') {
                gone[table] = [...(gone[table] ?? []), row[0]];
                state = without(state, table, row[0]);
              } else {
                // Another row's content under this id, as when a class moves or a role changes.
                const rest = (what === 'other' ? ids[version][table]?.[0]?.[1] : undefined) ?? row[1];
                rows[table] = [...(rows[table] ?? []), [row[0], rest]];
                state = {
                  ...without(state, table, row[0]),
                  [table]: [...(without(state, table, row[0])[table] ?? []), [row[0], rest]],
                };
              }
            }
            if (met.size === 0) continue;
            const path = made.zip(delta(rows, gone, version));
            await syncBundle({ path, earlier: [...paths] }, target);
            paths.push(path);
          }
          const { contents, doubtful } = await freshRead(state, version);
          // A row that is set aside, as a result whose class is gone, leaves the record that was there, which a first read never had.
          const kept = [...target.contents()].filter(
            ([key]) => contents.has(key) || !doubtful.some((entity) => key.includes(`/${entity}/`)),
          );
          expect(new Map(kept)).toEqual(contents);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('of another version are refused', async () => {
    const report = await syncBundle(
      { path: made.zip(bulk(school12, '1.2')), earlier: [made.zip(bulk(school11))] },
      new MemoryTarget(),
    );
    expect(stream(report, 'students').error).toMatchObject({ code: 'config.invalid' });
  });
});

describe('changes alone', () => {
  const changes = delta(
    {
      users: [['u2', 'true,s1,student,ben,,Ben,Cole,,id2,,,,,12,']],
      enrollments: [['e9', 'c1,s1,u2,student,false,2025-11-01,']],
    },
    { enrollments: ['e1'] },
  );

  it('remove what they say is gone, keep the rest, and say that the read was partial', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(bulk(school11)) }, target);
    const before = target.contents();
    const report = await syncBundle({ path: made.zip(changes) }, target);
    expect(stream(report, 'class-enrolments')).toMatchObject({
      loaded: 1,
      deleted: 1,
      deletedUnseen: 0,
      deletes: { unknown: expect.any(String) },
    });
    // Without the demographics of the student, the record would lose the sex and the year of birth.
    expect(stream(report, 'students')).toMatchObject({ skipped: 1, loaded: 0, deletedUnseen: 0 });
    expect(stream(report, 'students').notes.join()).toContain('users.csv holds changes');
    expect(stream(report, 'results').notes.join()).toContain('has no results.csv');
    const gone = [...before.keys()].filter((key) => !target.contents().has(key));
    expect(gone).toEqual([expect.stringContaining('<enrollment e1>')]);
  });

  it('delete nothing on a full sync, or when everything may be deleted', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(bulk(school11)) }, target);
    const report = await syncBundle({ path: made.zip(changes) }, target, { full: true, maxDeletedShare: 1 });
    expect(report.streams.every(({ deletedUnseen }) => deletedUnseen === 0)).toBe(true);
  });

  it('what they added is known, and gone with a bulk bundle that does not hold it', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(bulk(school11)) }, target);
    await syncBundle(
      { path: made.zip(delta({ enrollments: [['e9', 'c1,s1,u2,student,false,2025-11-01,']] })) },
      target,
    );
    expect(target.count('ClassEnrolment')).toBe(3);
    await syncBundle({ path: made.zip(bulk(school11)) }, target);
    expect(target.count('ClassEnrolment')).toBe(2);
  });

  it('of users give back the roll of those who are gone', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(bulk(school11)) }, target);
    await syncBundle({ path: made.zip(delta({ orgs: school11.orgs ?? [] }, { users: ['u1'] })) }, target);
    expect([target.count('Student'), target.count('Enrolment')]).toEqual([1, 2]);
  });

  it('beside a whole table decide nothing about it', async () => {
    const target = new MemoryTarget();
    await syncBundle({ path: made.zip(bulk(school12, '1.2')) }, target);
    const whole = bulk(school12, '1.2');
    const part = delta({ roles: [['ro1', 'u1,primary,student,2024-09-02,,s1,']] }, {}, '1.2');
    const mixed = {
      ...whole,
      'roles.csv': part['roles.csv'] as string[],
      'manifest.csv': String(whole['manifest.csv']).replace('file.roles,bulk', 'file.roles,delta'),
    };
    const report = await syncBundle({ path: made.zip(mixed) }, target);
    expect(stream(report, 'students').deletes).toEqual({ unknown: expect.any(String) });
    expect([target.count('Student'), target.count('Enrolment')]).toEqual([2, 3]);
  });
});
