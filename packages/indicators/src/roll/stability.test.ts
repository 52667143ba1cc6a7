import { expect, it } from 'vitest';
import { enrolment, school, student } from '../__fixtures__/records.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { evaluate } from '../evaluate/evaluate.ts';

const inYear11 = { yearGroup: 11, yearGroupIn: 2023 } as const;

/**
 * Year 11 of 2023/24 at school a, which took over from the school old in 2021: Ann came in Year 7 (September 2019) to old, Ben in the July of
 * Year 7 to old, Cem in September of Year 8, Dora in Year 11; Eve was there in Year 7, left, and came back; Fay left before January.
 * So three of five: 60 %.
 */
it('is three of five, with those of the predecessor and one who came back', async () => {
  const store = await storeOf({
    Organisation: [school('a'), school('old')],
    OrganisationLink: [{ id: 'l', organisationId: 'a', relatedId: 'old', kind: 'predecessor' }],
    Student: ['ann', 'ben', 'cem', 'dora', 'eve', 'fay'].map((id) => student(id)),
    Enrolment: [
      enrolment('ann', 'old', {
        status: 'previous',
        enteredOn: '2019-09-01',
        leftOn: '2021-08-31',
        yearGroup: 8,
        yearGroupIn: 2020,
      }),
      enrolment('ann', 'a', { ...inYear11, enteredOn: '2021-09-01' }),
      enrolment('ben', 'old', {
        status: 'previous',
        enteredOn: '2020-07-06',
        leftOn: '2021-08-31',
        yearGroup: 8,
        yearGroupIn: 2020,
      }),
      enrolment('ben', 'a', { ...inYear11, enteredOn: '2021-09-01' }),
      enrolment('cem', 'a', { ...inYear11, enteredOn: '2020-09-01' }),
      enrolment('dora', 'a', { ...inYear11, enteredOn: '2023-11-06' }),
      enrolment('eve', 'a', {
        id: 'eve 1',
        status: 'previous',
        enteredOn: '2019-09-01',
        leftOn: '2020-12-18',
        yearGroup: 7,
        yearGroupIn: 2019,
      }),
      enrolment('eve', 'a', { ...inYear11, enteredOn: '2022-09-01' }),
      enrolment('fay', 'a', { ...inYear11, enteredOn: '2019-09-01', leftOn: '2023-12-20' }),
    ],
  });
  const [result] = await evaluate(store, {
    indicators: 'roll.stability',
    scope: 'school:a',
    period: '2023/24',
  });
  expect(result).toMatchObject({ value: 0.6, state: { numerator: 3, denominator: 5 } });
  await store.close();
});
