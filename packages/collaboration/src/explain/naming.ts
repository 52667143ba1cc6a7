import type { ExplainLevelOptions } from '../levels/explain-level.ts';

/** Options of every explanation. */
export type ExplainOptions = ExplainLevelOptions;

/** Says a school by its name, or by its id where no names are given. */
export type Naming = (school: string) => string;

/** How schools are said under some options. */
export function naming({ name = (school) => school }: ExplainOptions): Naming {
  return name;
}
