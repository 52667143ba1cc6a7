import type { EntityName } from '@collegial/model';
import type { StreamDefinition } from './define-connector.ts';

/**
 * Gives a stream of a connector with this configuration the types that follow from its entity, cursor and wire
 * shape.
 */
export type StreamOf<Config> = <Entity extends EntityName, Cursor = unknown, Wire = unknown>(
  definition: StreamDefinition<Config, Entity, Cursor, Wire>,
) => StreamDefinition<Config, Entity, Cursor, Wire>;

/**
 * Writes a stream with full types: the row that `map` gets is the output of `wire`, the cursor that `read`
 * gets is the output of `cursor.schema`, and what `map` returns must fit the entity. Call it as
 * `stream<Config>()({ … })`, so that the configuration is named and everything else is inferred; `stream({ …
 * })` leaves the configuration to the annotations.
 *
 * @example
 * ```ts
 * import { page, skip, stream } from '@collegial/connector-kit';
 * import * as z from 'zod';
 *
 * const students = stream<{ school: string }>()({
 *   entity: 'Student',
 *   title: 'Students',
 *   deletes: 'none',
 *   wire: z.object({ id: z.string(), gender: z.string().nullish() }),
 *   async *read({ http, config }) {
 *     const { body } = await http.json<{ data: unknown[] }>(`schools/${config.school}/students`);
 *     yield page(body.data, { place: { page: 1 }, total: body.data.length });
 *   },
 *   map: (row, { source, identity }) =>
 *     row.id === '' ? skip('no id') : { id: identity.pseudonym('student', `${source}:${row.id}`) },
 * });
 * students.entity; // 'Student'
 * ```
 */
export function stream<Config>(): StreamOf<Config>;
export function stream<Config, Entity extends EntityName, Cursor = unknown, Wire = unknown>(
  definition: StreamDefinition<Config, Entity, Cursor, Wire>,
): StreamDefinition<Config, Entity, Cursor, Wire>;
export function stream(definition?: unknown): unknown {
  return definition === undefined ? (written: unknown) => written : definition;
}
