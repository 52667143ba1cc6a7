import { CollegialError } from '@collegial/model';
import { sql } from '@collegial/query';
import type { Store } from '@collegial/store';
import { afterAll, beforeAll, expect, describe as group, it } from 'vitest';
import { characteristic, enrolment, marks, member, school, student } from '../__fixtures__/records.ts';
import { loadInto, storeOf } from '../__fixtures__/store-of.ts';
import { defineIndicator } from '../definition/define-indicator.ts';
import { ratio } from '../definition/kinds.ts';
import { book } from '../definition/source.ts';
import { indicators } from '../indicators.ts';
import { evaluate } from './evaluate.ts';
import type { EvaluateOptions } from './evaluate-options.ts';

const twoDays = { ann: '////', ben: 'I///', cem: 'IIII', dora: '////' };

let store: Store;
beforeAll(async () => {
  const since2022 = { enteredOn: '2022-09-01', yearGroup: 9, yearGroupIn: 2022 } as const;
  store = await storeOf({
    Organisation: [school('a'), school('b'), { id: 'T', kind: 'trust', name: 'Ash Grove Trust' }],
    SchoolGroup: [
      { id: 'G', name: 'North' },
      { id: 'H', name: 'South' },
      { id: 'K', name: 'West' },
    ],
    // a left G at the turn of the year and came back in June; b joined on the last day of the academic year 2022/23.
    GroupMember: [
      member('G', 'a', { validFrom: '2022-09-01', validTo: '2023-12-31' }),
      member('G', 'a', { validFrom: '2024-06-01' }),
      member('G', 'b', { validFrom: '2023-08-31' }),
      member('H', 'a', { validFrom: '2024-01-01' }),
      member('K', 'a'),
      member('K', 'b', { takesPart: false }),
    ],
    Student: [
      student('ann', { sex: 'F' }),
      student('ben', { sex: 'M' }),
      student('cem', { sex: 'M' }),
      student('dora'),
    ],
    StudentCharacteristic: [
      characteristic('ann', 'sen', 'plan'),
      characteristic('ben', 'sen', 'none'),
      characteristic('cem', 'sen', 'none'),
    ],
    Enrolment: [
      enrolment('ann', 'a', since2022),
      enrolment('ben', 'a', since2022),
      enrolment('cem', 'b', { ...since2022, yearGroup: 10 }),
      enrolment('dora', 'b', { ...since2022, yearGroup: null }),
    ],
    AttendanceMark: ['2022-10-03', '2023-10-02'].flatMap((from) => [
      ...marks('ann', 'a', twoDays.ann, from),
      ...marks('ben', 'a', twoDays.ben, from),
      ...marks('cem', 'b', twoDays.cem, from),
      ...marks('dora', 'b', twoDays.dora, from),
    ]),
  });
});
afterAll(() => store.close());

const absence = (options: Omit<EvaluateOptions, 'indicators'>) =>
  evaluate(store, { indicators: 'presence.absence-rate', ...options });
const ratioOf = ({ state }: Awaited<ReturnType<typeof absence>>[number]) =>
  state.kind === 'ratio' ? `${state.numerator}/${state.denominator}` : '';

group('scopes', () => {
  it('count a school for each academic year in which it was a member for a day, and once however often it joined', async () => {
    const results = await absence({ scopes: 'group:*' });
    expect(results.map((result) => `${result.scope.id} ${result.period} ${ratioOf(result)}`)).toEqual([
      'G 2022/23 5/16',
      'G 2023/24 5/16',
      'H 2023/24 1/8',
      'K 2022/23 1/8',
      'K 2023/24 1/8',
    ]);
  });

  it('leave out a school that was placed in a group and declined', async () => {
    const [all] = await absence({ scope: 'group:K', period: '2023/24' });
    const [own] = await absence({ scope: 'school:a', period: '2023/24' });
    expect(all?.state).toEqual(own?.state);
  });

  it('come in the order given, * by id, each once', async () => {
    const results = await absence({
      scope: ['school:b', 'group:*', { kind: 'group', id: 'G' }, 'school:*'],
      period: '2023/24',
    });
    expect(results.map(({ scope }) => scope.id)).toEqual(['b', 'G', 'H', 'K', 'a']);
  });

  it('that are not known are refused with near ones', async () => {
    await expect(absence({ scope: 'group:g1' })).rejects.toThrow(/There is no group “g1”.*“group:G”/);
    await expect(absence({ scope: 'trust:Ash Grov Trust' })).rejects.toThrow(/“trust:T”/);
    await expect(absence({ scope: 'school:zzzzzzzz' })).rejects.toMatchObject({ code: 'scope.unknown' });
    await expect(absence({ scope: 'town:x' })).rejects.toMatchObject({ code: 'argument.invalid' });
    await expect(absence({})).rejects.toMatchObject({ code: 'argument.invalid' });
  });

  it('that are known and have no school give a result that says so', async () => {
    expect(await absence({ scope: 'trust:T', period: '2023/24' })).toMatchObject([
      { value: null, flags: ['no-data'] },
    ]);
  });
});

group('periods', () => {
  it('that are named give a result even without data; all gives those with data', async () => {
    const named = await absence({ scope: 'school:a', periods: ['2030/31', '2022-23'] });
    expect(named.map(({ period, value }) => [period, value])).toEqual([
      ['2022/23', 0.125],
      ['2030/31', null],
    ]);
    expect((await absence({ scope: 'school:a', period: 'all' })).map(({ period }) => period)).toEqual([
      '2022/23',
      '2023/24',
    ]);
    await expect(absence({ scope: 'school:a', period: '2023' })).rejects.toMatchObject({
      code: 'period.invalid',
    });
  });
});

group('breakdowns', () => {
  it('follow all students, add up to them, and keep those whose characteristic is not known', async () => {
    const results = await absence({ scope: 'group:G', period: '2023/24', by: ['sex', 'sen', 'year-group'] });
    expect(
      results.map(
        (result) => `${result.subgroup?.by ?? 'all'} ${result.subgroup?.value ?? ''} ${ratioOf(result)}`,
      ),
    ).toEqual([
      'all  5/16',
      'sex F 0/4',
      'sex M 5/8',
      'sex not-known 0/4',
      'sen none 5/8',
      'sen plan 0/4',
      'sen not-known 0/4',
      'year-group 10 1/8',
      'year-group 11 4/4',
      'year-group not-known 0/4',
    ]);
  });

  it('that cannot be derived are refused, not guessed', async () => {
    const by = (indicators: string, breakdown: string) =>
      evaluate(store, { indicators, scope: 'school:a', by: breakdown as 'sex' });
    await expect(by('published.absence', 'sex')).rejects.toMatchObject({ code: 'indicator.grain' });
    await expect(by('achievement.disadvantage-gap', 'disadvantaged')).rejects.toThrow(
      /cannot be broken down by disadvantaged.*sex, /,
    );
    await expect(by('presence.absence-rate', 'gender')).rejects.toMatchObject({ code: 'argument.invalid' });
  });
});

group('evaluation', () => {
  it('refuses an indicator that is not known, with near ones, and parameters that are not its own', async () => {
    const of = (indicators: string, parameters: Record<string, unknown> = {}) =>
      evaluate(store, { indicators, parameters, scope: 'school:a' });
    await expect(of('presence.absense-rate')).rejects.toThrow(/Did you mean “presence.absence-rate”/);
    await expect(
      of('presence.persistent-absence', { 'presence.persistent-absence': { percent: 0 } }),
    ).rejects.toMatchObject({
      code: 'argument.invalid',
      place: { field: 'percent' },
    });
    await expect(of('presence.absence-rate', { 'presence.severe-absence': {} })).rejects.toMatchObject({
      code: 'argument.invalid',
    });
    await expect(evaluate(store, { scope: 'school:a', asOf: 'today' })).rejects.toMatchObject({
      code: 'argument.invalid',
    });
  });

  it('tells how far it has come, and stops when told to', async () => {
    const controller = new AbortController();
    const seen: string[] = [];
    const stopped = evaluate(store, {
      scope: 'school:a',
      signal: controller.signal,
      onProgress: ({ indicator, done, total }) => {
        seen.push(`${indicator} ${done}/${total}`);
        if (done === 2) controller.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    const all = indicators.length;
    expect(seen).toEqual([`presence.attendance-rate 1/${all}`, `presence.absence-rate 2/${all}`]);
  });

  it('carries the id of the data that was read, and refuses data that changed on the way', async () => {
    const own = await storeOf({
      Organisation: [school('a')],
      Student: [student('ann')],
      Enrolment: [enrolment('ann', 'a')],
    });
    const [result] = await evaluate(own, {
      indicators: 'roll.stability',
      scope: 'school:a',
      period: '2023/24',
    });
    expect(result?.snapshot).toBe(await own.snapshot());
    let loaded: Promise<void> | undefined;
    const changing = {
      dialect: own.dialect,
      query: (async (...given: Parameters<Store['query']>) => {
        loaded ??= loadInto(own, { Student: [student('ben')], Enrolment: [enrolment('ben', 'a')] }, 'second');
        await loaded;
        return own.query(...given);
      }) as Store['query'],
      snapshot: () => own.snapshot(),
    };
    await expect(evaluate(changing, { indicators: 'roll.stability', scope: 'school:a' })).rejects.toThrow(
      'The data changed',
    );
    await own.close();
  });

  it('notices SQL that counts a unit twice, within a school or at two schools', async () => {
    const twice = (on: string) =>
      defineIndicator({
        id: 'example.twice',
        version: 1,
        valid: {},
        dimension: 'presence',
        title: 'Twice',
        meaning: 'A join that multiplies.',
        formula: '–',
        sources: [book('B6')],
        kind: ratio({ counts: 'enrolment' }),
        unit: 'proportion',
        better: 'neither',
        needs: ['Enrolment'],
        balancedBy: [],
        caution: 'Wrong on purpose.',
        sql: () => sql`
          select e.enrolment_id as unit_id, e.student_id, e.record_key, f.organisation_id, e.academic_year, e.year_group, true as covered,
            1 as numerator, 1 as denominator
          from enrolment_year e join enrolment_year f on f.academic_year = e.academic_year
            and case when ${on} = 'school' then f.organisation_id = e.organisation_id else f.student_id in ('ann', 'cem') end`,
      });
    for (const on of ['school', 'area']) {
      const failure = await evaluate(store, { indicators: twice(on), scope: 'group:G' }).catch(
        (error: unknown) => error,
      );
      expect(CollegialError.isInstance(failure) && failure.code).toBe('indicator.invalid');
    }
  });

  const own = (id: string, numerator: number) =>
    defineIndicator({
      id,
      version: 1,
      valid: {},
      dimension: 'presence',
      title: 'Own',
      meaning: 'One of a vendor.',
      formula: '–',
      sources: [book('B6')],
      kind: ratio({ counts: 'enrolment' }),
      unit: 'proportion',
      better: 'neither',
      needs: ['Enrolment'],
      balancedBy: [],
      caution: 'Invented.',
      sql: () => sql`
        select enrolment_id as unit_id, student_id, record_key, organisation_id, academic_year, year_group, true as covered,
          cast(${numerator} as decimal(18, 4)) as numerator, 1 as denominator
        from enrolment_year`,
    });
  const codeOf = (indicators: Parameters<typeof evaluate>[1]['indicators']) =>
    evaluate(store, { ...(indicators !== undefined && { indicators }), scope: 'group:G' }).then(
      () => 'none',
      (error: unknown) => (CollegialError.isInstance(error) ? error.code : 'another'),
    );

  it('refuses a numerator in fractions, which integer sums would round away', async () => {
    expect(await codeOf(own('example.whole', 1))).toBe('none');
    expect(await codeOf(own('example.half', 0.5))).toBe('indicator.invalid');
  });

  it('refuses an indicator under the id of one of the catalogue', async () => {
    expect(await codeOf(own('presence.absence-rate', 1))).toBe('indicator.invalid');
  });
});
