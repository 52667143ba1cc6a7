import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { collectDrift } from './collect-drift.ts';
import { lenient } from './lenient.ts';

/** A parse with what drifted: the value, or `rejected`. */
function read(schema: z.ZodType, value: unknown) {
  const drift: string[] = [];
  const parsed = collectDrift(
    (field) => drift.push(field),
    () => schema.safeParse(value),
  );
  return { value: parsed.success ? parsed.data : 'rejected', drift };
}

const WireUser = lenient.object(
  { id: lenient.text() },
  {
    enabled: lenient.flag(),
    grade: lenient.number(),
    born: lenient.day(),
    changed: lenient.instant(),
    kind: lenient.word(['student', 'teacher']),
    schools: lenient.list(lenient.object({ id: lenient.text() })),
  },
);

describe('a lenient object', () => {
  it('takes what has its shape as it is, without drift', () => {
    const whole = {
      id: 'a',
      enabled: true,
      grade: 7,
      born: '2010-02-28',
      changed: '2026-01-02T03:04:05.000Z',
      kind: 'student',
      schools: [{ id: 's' }],
    };
    expect(read(WireUser, whole)).toEqual({ value: whole, drift: [] });
  });

  it('takes missing, null and empty for nothing, without drift', () => {
    expect(read(WireUser, { id: 'a', enabled: null, grade: '', born: undefined })).toEqual({
      value: { id: 'a' },
      drift: [],
    });
  });

  it('puts right what can be put right, and counts it', () => {
    const sloppy = {
      id: 7,
      enabled: 'TRUE',
      grade: ' 8 ',
      born: '2010-02-28T00:00:00Z',
      changed: '2026-01-02 03:04:05',
      kind: 'Student',
      schools: { id: 's' },
    };
    expect(read(WireUser, sloppy)).toEqual({
      value: {
        id: '7',
        enabled: true,
        grade: 8,
        born: '2010-02-28',
        changed: '2026-01-02T03:04:05.000Z',
        kind: 'student',
        schools: [{ id: 's' }],
      },
      drift: ['id', 'enabled', 'grade', 'born', 'changed', 'kind', 'schools'],
    });
  });

  it.each([
    ['enabled', 'perhaps'],
    ['grade', 'seven'],
    ['grade', {}],
    ['born', '2010-02-30'],
    ['born', '28/02/2010'],
    ['changed', 'yesterday'],
    ['changed', 20260102],
    ['kind', 'janitor'],
    ['schools', 'none'],
  ])('leaves out %s when it is %j, and counts it', (field, value) => {
    const { value: kept, drift } = read(WireUser, { id: 'a', [field]: value });
    expect((kept as Record<string, unknown>)[field] ?? []).toEqual([]);
    expect(new Set(drift)).toEqual(new Set([field === 'schools' ? 'schools' : field]));
  });

  it.each([
    ['dd/mm/yyyy', '04/09/2023', '2023-09-04', 0],
    ['dd/mm/yyyy', ' 4/9/2023 ', '2023-09-04', 1],
    ['dd/mm/yyyy', '04/09/2023 00:00:00', '2023-09-04', 1],
    ['dd/mm/yyyy', '2023-09-04', '2023-09-04', 1],
    ['dd/mm/yyyy', '29/02/2024', '2024-02-29', 0],
    ['mm/dd/yyyy', '09/04/2023', '2023-09-04', 0],
    ['dd-mm-yyyy', '04-09-2023', '2023-09-04', 0],
    ['dd.mm.yyyy', '04.09.2023', '2023-09-04', 0],
    ['yyyymmdd', '20230904', '2023-09-04', 0],
    // Never guessed: there is no month 13, and no year 23.
    ['dd/mm/yyyy', '09/13/2023', undefined, 1],
    ['dd/mm/yyyy', '29/02/2023', undefined, 1],
    ['dd/mm/yyyy', '04/09/23', undefined, 1],
    ['yyyymmdd', 20230904, undefined, 1],
    ['yyyy-mm-dd', '04/09/2023', undefined, 1],
  ] as const)('reads a day %s from %j as %j, with drift %i', (format, written, day, drift) => {
    const found = read(lenient.object({}, { day: lenient.day({ format }) }), { day: written });
    expect(found).toEqual({ value: day === undefined ? {} : { day }, drift: Array(drift).fill('day') });
  });

  it('drops items of a list that cannot be used, and keeps the others', () => {
    const { value, drift } = read(WireUser, { id: 'a', schools: [{ id: 's' }, {}, 'x', { id: 't' }] });
    expect((value as { schools: unknown }).schools).toEqual([{ id: 's' }, { id: 't' }]);
    expect(drift).toHaveLength(2);
  });

  it.each([[{}], [{ id: '' }], [{ id: null }], [{ id: [] }], [null], ['a'], [[]]])(
    'rejects %j: what must be there is not',
    (value) => {
      expect(read(WireUser, value).value).toBe('rejected');
    },
  );

  it('keeps fields it does not know out, and no prototype in', () => {
    const { value } = read(WireUser, JSON.parse('{"id":"a","__proto__":{"enabled":true},"name":"x"}'));
    expect(Object.keys(value as object)).toEqual(['id']);
    expect((value as { enabled?: boolean }).enabled).toBeUndefined();
  });

  it('counts drift for the innermost collector only, also after an error', () => {
    const outer: string[] = [];
    collectDrift(
      (field) => outer.push(field),
      () => {
        expect(() =>
          collectDrift(
            () => undefined,
            () => {
              throw new Error('x');
            },
          ),
        ).toThrow('x');
        return WireUser.safeParse({ id: 7 });
      },
    );
    expect(outer).toEqual(['id']);
    // Without a collector nothing is counted, and nothing fails.
    expect(WireUser.safeParse({ id: 7 }).success).toBe(true);
  });
});
