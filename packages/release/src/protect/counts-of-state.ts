import type { IndicatorDefinition } from '@collegial/indicators';
import type { State } from '@collegial/model';

/**
 * The counts that a published figure gives away, directly or by multiplying out. Of a share of people: those who did
 * and those who did not. Of sessions or events: people, and the events too, since a handful of events is a handful of
 * people. Of a mean, or a school's part in a spread: people. Of a gap: the people on both sides.
 */
export function countsOfState(definition: IndicatorDefinition, state: State): number[] {
  const { kind } = definition;
  const people = peopleOf(definition, state);
  if (state.kind === 'ratio') {
    const { numerator, denominator } = state;
    const interval = kind.kind === 'ratio' ? kind.interval : 'people';
    if (interval === 'people') return [numerator, denominator - numerator];
    return interval === 'sessions' ? [people, numerator, denominator - numerator] : [people, numerator];
  }
  if (state.kind === 'gap') return [state.compared.units, state.others.units];
  return [people];
}

/**
 * The number of people that is printed with a figure. Of a rate per head it is the heads: someone who was suspended and
 * is not in the headcount would otherwise be the difference to the next indicator. Of a figure that schools are given,
 * the people it is weighted with.
 */
export function peopleOf({ kind }: IndicatorDefinition, state: State): number {
  if (state.kind === 'ratio' && kind.kind === 'ratio' && kind.interval === 'events') {
    const perHead = state.squares.denominator === state.denominator;
    return perHead ? state.denominator : state.units;
  }
  if (state.kind === 'area' && kind.kind === 'area' && kind.rows === 'schools')
    return Math.floor(state.schools.reduce((sum, { weight }) => sum + weight, 0));
  return state.units;
}
