export type { Identity, Logger, MapContext, ReadContext } from './contract/context.ts';
export {
  type AnyStream,
  type Connector,
  type ConnectorDefinition,
  type Deletes,
  type Source,
  type StreamDefinition,
  specVersion,
} from './contract/define-connector.ts';
export {
  type Mapped,
  outcomeOf,
  type Rejected,
  type Removed,
  reject,
  remove,
  type Skipped,
  skip,
} from './contract/mapped.ts';
export { type Page, page } from './contract/page.ts';
export type { HttpAnswer, HttpClient, HttpRequest } from './http/http-client.ts';
export type { Authorization, HttpSettings } from './http/http-settings.ts';
