import type { MemoryTarget } from '@collegial/connector-testing';
import { sorted } from './expected-records.ts';

/** The records of a target by entity. */
export function recordsOf(target: MemoryTarget): Record<string, unknown[]> {
  const tables: Record<string, unknown[]> = {};
  for (const [name, json] of target.contents()) {
    const entity = name.split('/')[1] as string;
    tables[entity] = [...(tables[entity] ?? []), JSON.parse(json)];
  }
  return Object.fromEntries(Object.entries(tables).map(([entity, records]) => [entity, sorted(records)]));
}
