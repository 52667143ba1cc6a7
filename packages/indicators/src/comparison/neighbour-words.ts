import type { ContextBalance, SimilarSchools } from '@collegial/statistics';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { differenceText, figureText, rangeText } from './amounts.ts';
import type { ComparedFigure } from './compared-figure.ts';

/** What a comparison with neighbours says and what it does not, in sentences; never a rank, never a cause. */
export function comparisonWords(
  { title, result, comparison, without }: Omit<ComparedFigure, 'words'>,
  { unit }: Pick<IndicatorDefinition, 'unit'>,
): string {
  if (comparison === null)
    return result.value === null
      ? `${title}: the school has no figure.`
      : `${title}: cannot be compared; too few people, or too few neighbours with a figure.`;
  const { difference, standing, neighbours, centre, usual } = comparison;
  const figures = `${figureText(result.value as number, unit)}, against ${figureText(centre, unit)} on average at ${neighbours} similar schools`;
  const lies = `schools like these lie from ${rangeText(usual, unit)}`;
  const left =
    without > 0
      ? ` ${without} similar school${without === 1 ? ' has' : 's have'} no figure to compare with.`
      : '';
  const apart = `${differenceText(difference, unit)} ${difference < 0 ? 'below' : 'above'}`;
  const said = {
    'unusually-high': `higher than is usual: ${lies}`,
    'unusually-low': `lower than is usual: ${lies}`,
    'above-centre': `${apart} their average, more than chance explains, and within what is usual: ${lies}`,
    'below-centre': `${apart} their average, more than chance explains, and within what is usual: ${lies}`,
    'not-told-apart': 'no difference can be told from chance',
  }[standing];
  return `${title}: ${figures} – ${said}.${left}`;
}

/** How far the neighbours can be relied on. */
export function supportWords(
  { neighbours, radiusToTypical, warnings }: SimilarSchools,
  balance: readonly ContextBalance[],
): string[] {
  if (neighbours.length === 0) return ['No school is known well enough to be compared with.'];
  const words = [
    radiusToTypical === null
      ? `${neighbours.length} similar schools.`
      : `${neighbours.length} similar schools; the last of them is ${Math.round(radiusToTypical * 100)} % as far away as a school usually is.`,
  ];
  if (warnings.includes('far-neighbours'))
    words.push(
      'There is no school quite like this one: its neighbours are farther away than is usual. Read every comparison with care.',
    );
  if (warnings.includes('few-comparable'))
    words.push('Fewer schools than wanted are known well enough to compare.');
  if (warnings.includes('one-sided')) {
    const furthest = [...balance]
      .filter(({ difference }) => difference !== null)
      .sort((a, b) => Math.abs(b.difference as number) - Math.abs(a.difference as number))[0];
    if (furthest !== undefined)
      words.push(
        `The neighbours lie to one side: ${furthest.column} ${number(furthest.own)} here, ${number(furthest.neighbours)} there. Part of any difference may be that.`,
      );
  }
  if (warnings.includes('own-measure-missing'))
    words.push(
      `Not known of the school itself: ${balance
        .filter(({ own }) => own === null)
        .map(({ column }) => column)
        .join(', ')}.`,
    );
  return words;
}

function number(value: number | null): string {
  return value === null ? 'not known' : value.toFixed(Math.abs(value) >= 100 ? 0 : 1);
}
