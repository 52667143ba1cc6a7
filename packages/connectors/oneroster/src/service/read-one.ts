import { CollegialError } from '@collegial/model';
import { type Collection, collections } from './collections.ts';
import { isOneOf } from './find-services.ts';
import type { CollectionRead } from './read-collection.ts';

/** One object of a collection; `undefined` when the server has none, or does not give it to these credentials. */
export async function readOne(
  collection: Collection,
  sourcedId: string,
  { http, services, signal }: CollectionRead<unknown>,
): Promise<unknown> {
  // A path cannot end in these: they mean another path.
  if (sourcedId === '.' || sourcedId === '..') return undefined;
  const { service, one } = collections[collection];
  try {
    const path = `${services[service]}${collection}/${encodeURIComponent(sourcedId)}`;
    const { body } = await http.json<Readonly<Record<string, unknown>>>(path, { signal });
    const object = typeof body === 'object' && body !== null ? body[one] : undefined;
    if (typeof object === 'object' && object !== null) return object;
    throw new CollegialError({
      code: 'http.schema',
      message: 'The server answered without the object that was asked for.',
      place: { file: `${services[service]}${collection}` },
    });
  } catch (error) {
    if (isOneOf(error, ['http.not-found', 'http.scope'])) return undefined;
    throw error;
  }
}
