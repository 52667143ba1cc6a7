import type { EntityInput, EntityName } from '../entity/entities.ts';

/** Records of the domain model by entity, each iterable as often as needed. */
export type Dataset = { readonly [Name in EntityName]?: Iterable<EntityInput<Name>> };
