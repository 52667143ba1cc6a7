export type { About, Verification } from './contract/about.ts';
export { adaptConnector } from './contract/adapt-connector.ts';
export type { Identity, Logger, MapContext, ReadContext } from './contract/context.ts';
export {
  type AnyStream,
  type Connector,
  type ConnectorDefinition,
  type Deletes,
  defineConnector,
  type Source,
  type StreamDefinition,
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
export { type AnySource, type AnyVersion, specVersion } from './contract/spec-version.ts';
export { type StreamOf, stream } from './contract/stream.ts';
export { type ChangedSinceOptions, type ChangesPaging, changedSince } from './cursors/changed-since.ts';
export { DeltaCursor, deltaCursor } from './cursors/delta-cursor.ts';
export { type ByteSource, byteSource, type FileInput } from './files/byte-source.ts';
export type { CsvColumn, CsvLayout } from './files/csv-columns.ts';
export {
  CsvCursor,
  type CsvStreamPagesOptions,
  csvCursor,
  csvStreamPages,
} from './files/csv-stream-pages.ts';
export { type CsvFile, type CsvOptions, type CsvRow, type CsvValues, openCsv } from './files/open-csv.ts';
export { type OpenFile, type OpenFiles, openFiles } from './files/open-files.ts';
export { readCsv } from './files/read-csv.ts';
export { readTextFile } from './files/read-text-file.ts';
export { openXml, readXml, type XmlFile, type XmlOptions } from './files/read-xml.ts';
export { readZip, type ZipArchive, type ZipEntry, type ZipOptions } from './files/read-zip.ts';
export { scanText, type TextEncoding, type TextScan } from './files/scan-text.ts';
export { type XmlElement, xmlChild, xmlChildren, xmlText } from './files/xml-element.ts';
export type { XmlLimits } from './files/xml-limits.ts';
export type { FoundXml } from './files/xml-scanner.ts';
export type { Authorization, FetchToken, RequestToSign } from './http/authorization.ts';
export { type ClientCredentialsOptions, clientCredentials } from './http/client-credentials.ts';
export { createHttpClient, type HttpClientOptions } from './http/create-http-client.ts';
export type { HttpAnswer, HttpClient, HttpRequest } from './http/http-client.ts';
export type { HttpSettings, ReportedFailure } from './http/http-settings.ts';
export { type OAuth1Options, oauth1 } from './http/oauth1.ts';
export { createRateBudget, type RateBudget } from './http/rate-budget.ts';
export { type Sleep, sleep } from './http/sleep.ts';
export { createIdentity } from './identity/create-identity.ts';
export { collectDrift } from './lenient/collect-drift.ts';
export { lenient } from './lenient/lenient.ts';
export type { Lenient } from './lenient/lenient-object.ts';
export type { DayFormat } from './lenient/read-day.ts';
export { byNextUrl, type NextUrlOptions } from './paging/by-next-url.ts';
export { byOffset, type OffsetOptions } from './paging/by-offset.ts';
export { byPageNumber, type PageNumberOptions } from './paging/by-page-number.ts';
export { byReverseOffset, type ReverseOffsetOptions } from './paging/by-reverse-offset.ts';
export { byToken, type TokenOptions } from './paging/by-token.ts';
export { linkOf } from './paging/link-of.ts';
export type { PagingOptions } from './paging/paging-options.ts';
export { PagingState, pagingCursor } from './paging/paging-state.ts';
export { readAhead } from './paging/read-ahead.ts';
export { type ChangingRecords, changing, type RecordChanges } from './records/changing-records.ts';
export { fromRecords, type Records, type RecordsOf } from './records/from-records.ts';
export { Secret, type SecretInput, secret } from './settings/secret.ts';
export { type SettingsForm, settingsForm } from './settings/settings-form.ts';
