import type { IndicatorDefinition } from '@collegial/indicators';
import type { State } from '@collegial/model';

/**
 * The counts that a published figure gives away, directly or by multiplying out. Of a share of people: those who did
 * and those who did not. Of sessions or events: people, and the events too, since a handful of events is a handful of
 * people. Of a mean: people. Of a gap: the people on both sides.
 */
export function countsOfState({ kind }: IndicatorDefinition, state: State): number[] {
  if (state.kind === 'ratio') {
    const { numerator, denominator, units } = state;
    const interval = kind.kind === 'ratio' ? kind.interval : 'people';
    if (interval === 'people') return [numerator, denominator - numerator];
    return interval === 'sessions' ? [units, numerator, denominator - numerator] : [units, numerator];
  }
  if (state.kind === 'gap') return [state.compared.units, state.others.units];
  return [state.units];
}
