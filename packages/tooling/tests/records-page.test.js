import { expect, it } from 'vitest';
import { docsOf, fieldDocs } from '../lib/pages/field-docs.js';

it('takes what docstrings say of the fields of an entity', () => {
  const text = `
    /** Not of a field. */
    export const Pupil = defineEntity({
      name: 'Pupil',
      schema: z.strictObject({
        id: PupilId,
        /**
         * Of a field,
         * on \`two\` lines.
         */
        sex: optional(text()),
      }),
    });`;
  expect(docsOf(text)).toEqual([['Pupil.sex', 'Of a field, on `two` lines.']]);
});

it('knows the fields of the model that people ask about', () => {
  const docs = fieldDocs();
  for (const field of ['Enrolment.status', 'Enrolment.yearGroupIn', 'Student.linkKey', 'Staff.linkKey'])
    expect(docs.get(field), field).toMatch(/.{40}/);
});
