import { lenient } from '@collegial/connector-kit';
import type * as z from 'zod';
import { base, optionalBase, reference } from './wire-shapes.ts';

/** A category of line items: `categories`. */
export const WireCategory = lenient.object(base, { ...optionalBase, title: lenient.text() });
export type WireCategory = z.output<typeof WireCategory>;

/** Something that is marked: `lineItems`. */
export const WireLineItem = lenient.object(base, {
  ...optionalBase,
  title: lenient.text(),
  class: reference(),
  school: reference(),
  category: reference(),
  scoreScale: reference(),
  resultValueMin: lenient.number(),
  resultValueMax: lenient.number(),
});
export type WireLineItem = z.output<typeof WireLineItem>;

/** The result of a student: `results`. Comments are not read. */
export const WireResult = lenient.object(base, {
  ...optionalBase,
  lineItem: reference(),
  student: reference(),
  scoreScale: reference(),
  scoreStatus: lenient.text(),
  score: lenient.number(),
  textScore: lenient.text(),
  scoreDate: lenient.day(),
});
export type WireResult = z.output<typeof WireResult>;
