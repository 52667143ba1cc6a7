import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type EntityName, entities, entityNames } from './entities.ts';
import { recordCheck } from './record-check.ts';

const mark = {
  enrolmentId: 'e1',
  organisationId: 'urn:990001',
  date: '2024-02-29',
  session: 'AM',
  code: '/',
  statistical: null,
  legal: null,
  minutesLate: null,
  basis: 'mark',
};

describe('the quick test of a record', () => {
  it('passes a whole attendance mark, and no near miss', () => {
    const isMark = recordCheck('AttendanceMark');
    expect(isMark(mark)).toBe(true);
    const misses = [
      { ...mark, date: '2023-02-29' },
      { ...mark, session: 'NIGHT' },
      { ...mark, code: '' },
      { ...mark, code: 'x'.repeat(21) },
      { ...mark, minutesLate: 1.5 },
      { ...mark, surname: 'x' },
      { ...mark, basis: undefined },
      null,
      'mark',
    ];
    for (const miss of misses) expect(isMark(miss)).toBe(false);
  });

  it('is there for the entities that come in millions', () => {
    const record = {
      id: 'e',
      studentId: 's',
      organisationId: 'o',
      status: 'current',
      enteredOn: '2024-09-01',
      leftOn: null,
      exitReason: null,
      destinationId: null,
      yearGroup: 7,
      yearGroupIn: 2024,
    };
    expect(recordCheck('Enrolment')(record)).toBe(true);
  });

  it('never passes what the schema refuses or would change', () => {
    const value = fc.oneof(
      fc.constantFrom(
        null,
        undefined,
        '',
        'AM',
        'mark',
        'current',
        '2024-09-02',
        '2024-13-01',
        0,
        1.5,
        -1,
        2 ** 31,
        2 ** 53,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        true,
        [],
        {},
      ),
      fc.string({ maxLength: 25 }),
      fc.double(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom<EntityName[]>(...entityNames),
        fc.infiniteStream(value),
        fc.boolean(),
        (entity, stream, extra) => {
          const { schema } = entities[entity];
          const fields = Object.keys(schema.shape);
          const record: Record<string, unknown> = Object.fromEntries(
            fields.map((field) => [field, stream.next().value]),
          );
          if (extra) record.extra = 1;
          if (!recordCheck(entity)(record)) return;
          expect((schema as z.ZodType).safeParse(record)).toEqual({ success: true, data: record });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('passes whatever the schema gave back, for entities without lists', () => {
    const withLists = entityNames.filter((entity) =>
      Object.values(entities[entity].schema.shape as Record<string, z.ZodType>).some((schema) =>
        JSON.stringify(z.toJSONSchema(schema)).includes('"array"'),
      ),
    );
    expect(recordCheck('AttendanceMark')(entities.AttendanceMark.schema.parse(mark))).toBe(true);
    expect(recordCheck('Staff')(entities.Staff.schema.parse({ id: 's' }))).toBe(true);
    for (const entity of withLists) expect(recordCheck(entity)({})).toBe(false);
  });
});
