import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { differenceText, figureText } from './amounts.ts';
import type { IndicatorTrend } from './indicator-trend.ts';

/** What a series of years says and what it does not, in sentences, without a cause. `series` is how many were looked at. */
export function trendWords(
  { years, finding, slope, change, leftOut, probability }: Omit<IndicatorTrend, 'words'>,
  { title, unit, better }: IndicatorDefinition,
  series: number,
): string {
  const left = leftOut.length === 0 ? '' : ` Not used: ${leftOut.map(({ period }) => period).join(', ')}.`;
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return `${title}: no year can be used.${left}`;
  const span = first === last ? first.period : `${first.period} to ${last.period}`;
  const head = `${title}, ${span} (${years.length} year${years.length === 1 ? '' : 's'})`;
  const better_ = (up: boolean) =>
    better === 'neither' ? '' : up === (better === 'higher') ? ', for the better' : ', for the worse';
  if (finding === 'too-short') return `${head}: too short to tell a trend from chance.${left}`;
  if (finding === 'rising' || finding === 'falling') {
    const pace = slope === null ? '' : `, by about ${differenceText(slope.slope, unit)} a year`;
    return `${head}: ${finding}${pace}${better_(finding === 'rising')}.${left}`;
  }
  if (finding === 'level-changed') {
    const steps = (change?.segments ?? []).slice(1).map((segment, index) => {
      const before = change!.segments[index]!;
      return `from ${figureText(before.level, unit)} to ${figureText(segment.level, unit)} with ${years[segment.from]!.period}`;
    });
    return `${head}: the level changed ${steps.join(', then ')}. These years differ by more than chance in who the students were; why is another question.${left}`;
  }
  const alone =
    probability !== null && probability <= 0.05
      ? ` Alone it would look like a change; among ${series} series some do by chance.`
      : '';
  return `${head}: neither a trend nor a change of level can be told from chance, which does not say that there is none.${alone}${left}`;
}
