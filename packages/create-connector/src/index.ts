export {
  type AccessStyle,
  accessStyles,
  type PagingStyle,
  pagingStyles,
  type ScaffoldEntity,
  scaffoldEntities,
} from './choices.ts';
export {
  type CreateConnectorOptions,
  type CreatedConnector,
  createConnector,
} from './create-connector.ts';
export { ScaffoldError } from './scaffold-error.ts';
