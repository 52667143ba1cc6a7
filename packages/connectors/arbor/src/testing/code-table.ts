import { type ArborWorld, type Fields, reference } from './arbor-world.ts';

/** The reference to an entry of a code table, which is made when it is first met. The id of such an entry is its code. */
export function codeIn(
  world: ArborWorld,
  resource: string,
  code: string,
  fields: Fields = {},
): Fields | null {
  const id = code.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  if (!world.table(resource).has(id))
    world.put(resource, id, { code: id, active: true, dataOrder: 1, ...fields });
  return reference(resource, id);
}
