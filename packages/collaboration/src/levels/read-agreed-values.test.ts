import { expect, test } from 'vitest';
import { asked, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { pairLevels } from './pair-levels.ts';
import { agreedValuesInstrument } from './read-agreed-values.ts';

const answer = (organisationId: string, value: number, reviewedOn: string, groupId = 'G') => ({
  id: `${organisationId}-${reviewedOn}-${groupId}`,
  organisationId,
  groupId,
  instrument: agreedValuesInstrument,
  factor: 'agreed-values',
  value,
  reviewedOn,
});

test('two schools that both answer in one year that the values of one group are agreed have agreed on values', async () => {
  const Review = [
    answer('a', 2, '2023-11-01'),
    answer('b', 0, '2023-11-01'),
    answer('b', 2, '2024-03-01'),
    // Partly; withdrawn; of another group; of another year; nobody's agreement to read.
    answer('c', 1, '2023-11-01'),
    answer('d', 2, '2023-11-01'),
    answer('d', 0, '2024-03-01'),
    answer('e', 2, '2023-11-01', 'H'),
    answer('f', 2, '2022-11-01'),
    { ...answer('c', 2, '2024-05-01'), instrument: 'another' },
  ];
  const SchoolGroup = [
    { id: 'G', name: 'Group G' },
    { id: 'H', name: 'Group H' },
  ];
  const engine = await storeOf(city(['a', 'b', 'c', 'd', 'e', 'f'], { Review, SchoolGroup }));
  const linked = (await pairLevels(engine, asked)).filter(({ level }) => level !== 'no-link-seen');
  expect(linked.map(({ schools }) => schools.join(''))).toEqual(['ab']);
  expect(linked[0]?.criteria.at(-1)?.detail).toContain('1 of agreed values');
  expect(linked[0]?.evidence).toEqual(['a-2023-11-01-G', 'b-2024-03-01-G']);
});
