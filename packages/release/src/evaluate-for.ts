import { type Breakdown, evaluate, type IndicatorDefinition } from '@collegial/indicators';
import { entities, type IndicatorResult } from '@collegial/model';
import type { PublishOptions } from './publish-options.ts';

/** Whether an indicator reads only what was published before: no record about a person. */
export function isPublic({ needs }: IndicatorDefinition): boolean {
  return needs.every((entity) => !entities[entity].personal);
}

/**
 * Evaluates definitions for every school, trust or authority that has data, each broken down by those of the
 * characteristics that it allows.
 */
export async function evaluateFor(
  { engine, periods, by = [], signal, onProgress }: PublishOptions,
  definitions: readonly IndicatorDefinition[],
  scopes: readonly string[],
): Promise<IndicatorResult[]> {
  const groups = new Map<string, { by: Breakdown[]; definitions: IndicatorDefinition[] }>();
  for (const definition of definitions) {
    const allowed = by.filter((breakdown) => definition.breakdowns.includes(breakdown));
    const group = groups.get(allowed.join()) ?? { by: allowed, definitions: [] };
    group.definitions.push(definition);
    groups.set(allowed.join(), group);
  }
  const results: IndicatorResult[] = [];
  let done = 0;
  for (const group of groups.values()) {
    const found = await evaluate(engine, {
      indicators: group.definitions,
      scopes,
      by: group.by,
      ...(periods === undefined ? {} : { periods }),
      ...(signal === undefined ? {} : { signal }),
      onProgress: (progress) =>
        onProgress?.({ phase: 'evaluate', done: done + progress.done, total: definitions.length }),
    });
    results.push(...found);
    done += group.definitions.length;
  }
  const order = new Map(definitions.map((definition, index) => [definition.id, index]));
  return results.sort((a, b) => (order.get(a.indicator) ?? 0) - (order.get(b.indicator) ?? 0));
}
