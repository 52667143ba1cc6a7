import type { MapContext } from '@collegial/connector-kit';
import type { EdfiConfig } from '../edfi-config.ts';
import type { DescriptorName, MeaningOf } from './additions.ts';
import { tables } from './tables.ts';

/**
 * Value of a descriptor: `uri://ed-fi.org/GradeLevelDescriptor#Fifth grade` → `Fifth grade`. The namespace says who defined the value, not what it
 * means, so that it is not looked at; text without a `#` is taken as the value.
 */
export function descriptorValue(descriptor: string): string {
  const hash = descriptor.indexOf('#');
  return (hash < 0 ? descriptor : descriptor.slice(hash + 1)).trim();
}

/** What a descriptor means, by the settings and by the table of the connector; counted as unmapped when neither knows it. */
export function readDescriptor<Name extends DescriptorName>(
  name: Name,
  descriptor: string | undefined,
  { config, unmapped }: Pick<MapContext<EdfiConfig>, 'config' | 'unmapped'>,
): NonNullable<MeaningOf<Name>> | undefined {
  if (descriptor === undefined) return undefined;
  const value = descriptorValue(descriptor);
  const added = lowerKeys(config.descriptors[name] as Record<string, unknown>).get(value.toLowerCase());
  if (added !== undefined) return added as NonNullable<MeaningOf<Name>>;
  const table: Readonly<Record<string, unknown>> = tables[name];
  if (Object.hasOwn(table, value.toLowerCase()))
    return (table[value.toLowerCase()] ?? undefined) as NonNullable<MeaningOf<Name>> | undefined;
  unmapped(`${name}Descriptor`, value);
  return undefined;
}

const lowered = new WeakMap<object, ReadonlyMap<string, unknown>>();

function lowerKeys(table: Record<string, unknown>): ReadonlyMap<string, unknown> {
  let known = lowered.get(table);
  if (known === undefined) {
    known = new Map(Object.entries(table).map(([value, meaning]) => [value.toLowerCase(), meaning]));
    lowered.set(table, known);
  }
  return known;
}
