import type { Covariate, FixedTerm } from '@collegial/indicators';

/** A term whose covariates are said to be numbers or categories, as the file shows. */
export function withKinds(term: FixedTerm, kinds: ReadonlyMap<string, 'number' | 'category'>): FixedTerm {
  const known = (given: string | Covariate): Covariate => {
    const covariate = typeof given === 'string' ? { column: given } : given;
    const kind = kinds.get(covariate.column);
    return kind === undefined ? covariate : { ...covariate, kind };
  };
  if (typeof term === 'string' || 'column' in term) return known(term);
  if ('interaction' in term) return { interaction: term.interaction.map(known) };
  return 'groupMean' in term ? { ...term, groupMean: known(term.groupMean) } : term;
}
