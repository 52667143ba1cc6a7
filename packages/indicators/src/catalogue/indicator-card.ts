import type { IndicatorCard } from '@collegial/model';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';

/** What a reader of a figure needs to know of its indicator: the card that goes into an edition. */
export function indicatorCard(definition: IndicatorDefinition): IndicatorCard {
  return {
    id: definition.id,
    version: definition.version,
    title: definition.title,
    meaning: definition.meaning,
    caution: definition.caution,
    dimension: definition.dimension,
    kind: definition.kind.kind,
    unit: definition.unit,
    better: definition.better,
    sources: definition.sources.map(({ text }) => text),
  };
}
