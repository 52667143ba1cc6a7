export type { Identity, Logger, MapContext, ReadContext } from './contract/context.ts';
export {
  type AnyStream,
  type Connector,
  type ConnectorDefinition,
  checkSpecVersion,
  type Deletes,
  defineConnector,
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
export { type StreamOf, stream } from './contract/stream.ts';
export { Secret, secret } from './settings/secret.ts';
export { type SettingsForm, settingsForm } from './settings/settings-form.ts';
