import { expect, it } from 'vitest';
import { fromRecords } from './from-records.ts';

it('makes a stream of each entity, in an order in which what is referred to comes first', () => {
  const { connector, name } = fromRecords(
    { GroupMember: [], Organisation: [], SchoolGroup: [] },
    { name: 'vendor' },
  );
  expect(name).toBe('vendor');
  expect(Object.keys(connector.streams)).toEqual(['Organisation', 'SchoolGroup', 'GroupMember']);
});

it('refuses an entity that the model does not have, rather than lose it silently', () => {
  expect(() => fromRecords({ Pupil: [{ id: 'a' }] } as never)).toThrow(
    expect.objectContaining({ code: 'argument.invalid' }),
  );
});
