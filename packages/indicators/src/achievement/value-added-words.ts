import * as z from 'zod';
import { book, official, paper, type Source } from '../definition/source.ts';

/** Parameters of the indicators of value-added. */
export const valueAddedParameters = z.strictObject({
  /** 1: students of this year · 3: of this year and the two before, each student counted once and each year about its own mean. Default 1. */
  years: z.union([z.literal(1), z.literal(3)]).default(1),
});

/** Columns that every model of value-added has: prior attainment, bent, and the years of a window. */
export const priorAttainment = ['prior', 'prior_squared', 'one_before', 'two_before'] as const;

/** Where value-added comes from. */
export const valueAddedSources: readonly Source[] = [
  book('B10'),
  book('B16'),
  paper(
    'Aitkin and Longford, Statistical modelling issues in school effectiveness studies, JRSS A 149 (1986)',
  ),
  paper(
    'Goldstein et al., A multilevel analysis of school examination results, Oxford Review of Education 19 (1993)',
  ),
];

/** Where contextual value-added comes from. */
export const contextualSources: readonly Source[] = [
  ...valueAddedSources,
  official('DfES', 'A technical guide to contextual value added (2007)'),
];

/** Why editions leave it out. */
export const notPublished =
  'It is made of sums of products of students’ characteristics at each school: protection of these is not written yet, and of small schools they give students away.';
