import { CollegialError } from '@collegial/model';
import { type Breakdown, breakdowns } from '../definition/breakdown.ts';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { indicators as catalogueIndicators } from '../indicators.ts';
import { nearNames, suggestion } from './near-names.ts';

/**
 * The indicator of the catalogue with an id.
 *
 * @throws CollegialError `indicator.unknown`, with near names
 */
export function indicator(id: string): IndicatorDefinition {
  const found = catalogueIndicators.find((definition) => definition.id === id);
  if (found !== undefined) return found;
  const near = nearNames(
    id,
    catalogueIndicators.map((definition) => definition.id),
  );
  throw new CollegialError({
    code: 'indicator.unknown',
    message: `There is no indicator “${id.slice(0, 80)}”.`,
    ...(near.length > 0 ? { fix: suggestion(near, '') } : {}),
  });
}

/** The definitions meant, each once, in the order given. */
export function resolveIndicators(
  given: readonly (string | IndicatorDefinition)[] | undefined,
): IndicatorDefinition[] {
  const definitions = (given ?? catalogueIndicators).map((entry) =>
    typeof entry === 'string' ? indicator(entry) : entry,
  );
  const byId = new Map<string, IndicatorDefinition>();
  for (const definition of definitions) {
    const other =
      byId.get(definition.id) ?? catalogueIndicators.find((official) => official.id === definition.id);
    if (other !== undefined && other !== definition)
      throw new CollegialError({
        code: 'indicator.invalid',
        message: `Two indicators have the id “${definition.id}”.`,
        fix: 'Give your own another id, for example with the name of your product in front.',
      });
    byId.set(definition.id, definition);
  }
  return [...byId.values()];
}

/** Refuses a breakdown that an indicator cannot be broken down by. @throws CollegialError `indicator.grain`, `argument.invalid` */
export function requireBreakdowns(
  definitions: readonly IndicatorDefinition[],
  by: readonly Breakdown[],
): void {
  for (const breakdown of by) {
    if (!breakdowns.includes(breakdown))
      throw new CollegialError({
        code: 'argument.invalid',
        message: `“${String(breakdown).slice(0, 40)}” is not a characteristic to break down by.`,
        fix: suggestion(nearNames(String(breakdown), breakdowns), `Choose one of ${breakdowns.join(', ')}.`),
      });
    for (const definition of definitions) {
      if (definition.breakdowns.includes(breakdown)) continue;
      const possible = definition.breakdowns.join(', ');
      throw new CollegialError({
        code: 'indicator.grain',
        message: `“${definition.id}” cannot be broken down by ${breakdown}.`,
        fix: possible === '' ? 'It is only available as a whole.' : `Choose one of ${possible}.`,
      });
    }
  }
}
