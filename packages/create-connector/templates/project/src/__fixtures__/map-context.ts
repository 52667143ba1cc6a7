import type { MapContext } from '@collegial/connector-kit';

type Context = Omit<MapContext<unknown>, 'config'>;

/** What a mapping is given, with pseudonyms that show what they were made from, so that a test can be read. */
export function mapContext(changes: Partial<Context> = {}): Context {
  return {
    source: 'source',
    identity: { pseudonym: (kind, value) => `<${kind} ${value}>` },
    drift: () => undefined,
    unmapped: () => undefined,
    ...changes,
  };
}
