import { CollegialError, formatScope, type IndicatorResult } from '@collegial/model';
import { type Funnel, type FunnelFigure, type FunnelOptions, funnel } from '@collegial/statistics';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { resolveIndicators } from '../evaluate/resolve-indicators.ts';
import { differenceText, figureText } from './amounts.ts';
import { comparable, figureError } from './figure-error.ts';

/** Options of {@link funnelOf}. */
export interface FunnelOfOptions extends FunnelOptions {
  /** Definition of the indicator, where it is not of the catalogue. */
  readonly definition?: IndicatorDefinition;
}

/** What {@link funnelOf} gives. */
export interface IndicatorFunnel extends Omit<Funnel, 'figures' | 'leftOut'> {
  readonly indicator: string;
  readonly period: string;
  /** `exact`: binomial limits for shares of people · `normal`: from standard errors, where people can count several times or values are means. */
  readonly method: 'exact' | 'normal';
  readonly figures: readonly (FunnelFigure & { readonly scope: string; readonly words: string })[];
  /** Scopes without a figure that can be compared. */
  readonly leftOut: readonly string[];
  /** In a sentence: how many can be told apart at all. */
  readonly words: string;
}

/**
 * Funnel over the results of one indicator and year for many schools: limits that are wide for small schools, widened where schools differ more than chance
 * explains, and what can be claimed with all comparisons allowed for. A pure function of results; it reads nothing.
 *
 * Results with few people, without data or of another definition are left out and named. Shares of people have exact limits; all others limits from their standard
 * errors.
 *
 * @throws CollegialError `argument.invalid` when results are of several indicators, versions, years or subgroups, a scope repeats, or fewer than two can be compared; `indicator.unknown`
 *
 * @example
 * ```ts no-run
 * import { evaluate, funnelOf } from '@collegial/indicators';
 *
 * const results = await evaluate(store, { indicators: 'presence.persistent-absence', scope: 'school:*', period: '2023/24' });
 * funnelOf(results).words;
 * ```
 */
export function funnelOf(
  results: readonly IndicatorResult[],
  { definition, ...options }: FunnelOfOptions = {},
): IndicatorFunnel {
  const first = requireOneOf(results);
  const [known] = resolveIndicators([definition ?? first.indicator]) as [IndicatorDefinition];
  if (known.id !== first.indicator)
    throw invalid('The definition is of another indicator.', 'Give that of the results.');
  const used = results.filter((result) => comparable(result) && figureError(result) !== null);
  if (used.length < 2)
    throw invalid('Fewer than two results can be compared.', 'Evaluate the indicator for more schools.');
  const exact = known.kind.kind === 'ratio' && known.kind.interval === 'people';
  const found = withTypedErrors(() =>
    exact && !degenerate(used)
      ? funnel(
          'proportion',
          used.map((result) => {
            const { numerator, denominator } = result.state as { numerator: number; denominator: number };
            return { id: formatScope(result.scope), count: numerator, of: denominator };
          }),
          options,
        )
      : funnel(
          'mean',
          used.map((result) => ({
            id: formatScope(result.scope),
            value: result.value as number,
            standardError: figureError(result) as number,
          })),
          options,
        ),
  );
  const figures = found.figures.map((figure) => ({
    ...figure,
    scope: figure.id,
    words: wordsOf(figure, found, known),
  }));
  const shown = new Set(figures.map(({ scope }) => scope));
  const told = figures.filter(({ standing }) => standing !== 'not-told-apart').length;
  const beyond = figures.filter((figure) => figure.beyond !== null).length;
  return {
    indicator: known.id,
    period: first.period,
    target: found.target,
    overdispersion: found.overdispersion,
    widened: found.widened,
    limitsAt: found.limitsAt,
    method: exact && !degenerate(used) && found.widened === 'none' ? 'exact' : 'normal',
    figures,
    leftOut: results.map(({ scope }) => formatScope(scope)).filter((scope) => !shown.has(scope)),
    words: summaryWords(found, known, { period: first.period, told, beyond }),
  };
}

function summaryWords(
  { figures, target, widened, overdispersion }: Funnel,
  { title, unit }: IndicatorDefinition,
  { period, told, beyond }: { period: string; told: number; beyond: number },
): string {
  const count = told === 0 ? 'none' : String(told);
  const head = `${title}, ${period}: of ${figures.length} figures around ${figureText(target, unit)}`;
  const chance = `${beyond} lie beyond the 95 % lines, where about ${Math.round(figures.length / 20)} would by chance`;
  if (widened === 'none') return `${head} ${count} can be told apart from it; ${chance}.`;
  const between =
    widened === 'additive'
      ? ` (by ${differenceText(Math.sqrt(overdispersion!.betweenVariance), unit)}, standard deviation)`
      : '';
  return `${head}, ${count} can be told apart from the others: schools differ anyway by more than chance${between}, as those with different students do, and the lines are widened for that; ${chance}.`;
}

function wordsOf(
  { value, standing, beyond }: FunnelFigure,
  { target, widened }: Funnel,
  { unit }: IndicatorDefinition,
): string {
  const figure = figureText(value, unit);
  const apart = `${differenceText(value - target, unit)} ${value < target ? 'below' : 'above'} ${figureText(target, unit)}`;
  const than = widened === 'none' ? 'chance' : 'chance, how schools differ anyway,';
  if (standing !== 'not-told-apart')
    return `${figure}: ${apart}, more than ${than} and the number of comparisons explain.`;
  const many = beyond === null ? '' : '; beyond the lines, but among so many some are by chance';
  return widened === 'none'
    ? `${figure}: not told from ${figureText(target, unit)}${many}.`
    : `${figure}: ${apart}, not more than schools differ anyway${many}.`;
}

/** Nobody, or everybody: exact limits around 0 or 1 say nothing. */
function degenerate(results: readonly IndicatorResult[]): boolean {
  return results.every(({ value }) => value === 0) || results.every(({ value }) => value === 1);
}

function requireOneOf(results: readonly IndicatorResult[]): IndicatorResult {
  const [first] = results;
  if (first === undefined)
    throw invalid('There are no results.', 'Evaluate an indicator for several schools.');
  const keyOf = ({ indicator, version, period, subgroup }: IndicatorResult) =>
    JSON.stringify([indicator, version, period, subgroup]);
  if (results.some((result) => keyOf(result) !== keyOf(first)))
    throw invalid(
      'The results are of several indicators, versions, years or subgroups.',
      'Give the results of one, for many schools.',
    );
  if (new Set(results.map(({ scope }) => formatScope(scope))).size < results.length)
    throw invalid('A scope is there twice.', 'Give one result for each school.');
  return first;
}

function withTypedErrors<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof RangeError) throw invalid(cause.message, 'Correct the options.');
    throw cause;
  }
}

function invalid(message: string, fix: string): CollegialError {
  return new CollegialError({ code: 'argument.invalid', message, fix });
}
