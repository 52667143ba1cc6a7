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
export { type StreamOf, stream } from './contract/stream.ts';
export { type ByteSource, byteSource, type FileInput } from './files/byte-source.ts';
export type { CsvColumn, CsvLayout } from './files/csv-columns.ts';
export {
  CsvCursor,
  type CsvStreamPagesOptions,
  csvCursor,
  csvStreamPages,
} from './files/csv-stream-pages.ts';
export { type CsvFile, type CsvOptions, type CsvRow, type CsvValues, openCsv } from './files/open-csv.ts';
export { readCsv } from './files/read-csv.ts';
export { readTextFile } from './files/read-text-file.ts';
export { readZip, type ZipArchive, type ZipEntry, type ZipOptions } from './files/read-zip.ts';
export { scanText, type TextEncoding, type TextScan } from './files/scan-text.ts';
export { createHttpClient, type HttpClientOptions } from './http/create-http-client.ts';
export type { HttpAnswer, HttpClient, HttpRequest } from './http/http-client.ts';
export type { Authorization, HttpSettings } from './http/http-settings.ts';
export { createRateBudget, type RateBudget } from './http/rate-budget.ts';
export { type Sleep, sleep } from './http/sleep.ts';
export { createIdentity } from './identity/create-identity.ts';
export { byNextUrl, linkOf, type NextUrlOptions } from './paging/by-next-url.ts';
export { byOffset, type OffsetOptions } from './paging/by-offset.ts';
export { byPageNumber, type PageNumberOptions } from './paging/by-page-number.ts';
export type { PagingOptions } from './paging/paging-options.ts';
export { PagingState, pagingCursor } from './paging/paging-state.ts';
export { readAhead } from './paging/read-ahead.ts';
export { fromRecords, type Records, type RecordsOf } from './records/from-records.ts';
export { Secret, secret } from './settings/secret.ts';
export { type SettingsForm, settingsForm } from './settings/settings-form.ts';
