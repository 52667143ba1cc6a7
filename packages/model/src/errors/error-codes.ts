/** What the documentation says about one error code: when it happens and how to put it right. */
export interface ErrorCodeEntry {
  /** When this error is raised. */
  readonly when: string;
  /** How to put it right, one sentence in the imperative. */
  readonly fix: string;
}

const entry = (when: string, fix: string): ErrorCodeEntry => ({ when, fix });

/** Every error code of Collegial; `docs/errors.md` is generated from this list, and a test reaches each of them. */
export const errorCodes = {
  'config.invalid': entry(
    'A configuration does not have the required shape.',
    'Correct the named field; `collegial doctor` shows the expected shape.',
  ),
  'config.not-found': entry(
    'No configuration file was found.',
    'Run `collegial init`, or name the file with `--config`.',
  ),
  'argument.invalid': entry(
    'A function or command was called with a value it cannot use.',
    'Pass one of the values that the message names.',
  ),
  'identity.key-missing': entry(
    'A source holds personal identifiers and no pseudonymisation key was given.',
    'Set COLLEGIAL_KEY to 32 random bytes in base64, for example from `openssl rand -base64 32`.',
  ),
  'identity.key-changed': entry(
    'Records came with pseudonyms of another key than those in the store.',
    'Use the key that this store was begun with, or sync into a new store: with two keys every person would be there twice.',
  ),
  'record.invalid': entry(
    'A record does not have the shape of its entity.',
    'Correct the named field at the source; the rest was loaded.',
  ),
  'cassette.unmatched': entry(
    'A recording of a server was asked for a request that it does not hold.',
    'Record it again, or mend the request that the connector makes. Where it sends a value that an answer gave or a mapping looks up, name that field in `keep` before you record.',
  ),
  'cassette.secret': entry(
    'A recording of a server still holds a credential after everything known was taken out, and was not written.',
    'Take the named field out of `keep`, or replace its value with `redact`.',
  ),
  'csv.missing-column': entry(
    'A CSV file lacks a column that the reader needs.',
    'Export the file again with this column, or check that it is the right file.',
  ),
  'csv.malformed': entry(
    'A CSV file breaks the rules of CSV at the named line.',
    'Correct the quoting of that line; the rows before it were read.',
  ),
  'calendar.malformed': entry(
    'An iCalendar file is no calendar, or was cut short.',
    'Export the calendar again; nothing was deleted because of it.',
  ),
  'file.empty': entry('A file holds no data.', 'Export the file again.'),
  'file.not-found': entry(
    'A file named in the configuration does not exist.',
    'Correct the path in the configuration.',
  ),
  'file.encoding': entry(
    'A text file is in an encoding that cannot be read safely.',
    'Save the file as UTF-8.',
  ),
  'file.too-large': entry(
    'A file, or an entry of an archive, is larger than the limit.',
    'Raise the limit if you trust the file, or split it.',
  ),
  'xml.malformed': entry(
    'An XML file breaks the rules of XML at the named line.',
    'Export the file again; what was whole before that line was read.',
  ),
  'xml.refused': entry(
    'An XML file has something that could do harm: a document type declaration, or more depth, text or attributes than the limits allow.',
    'Check where the file came from; raise the limit if you trust it.',
  ),
  'zip.malformed': entry('A zip archive is damaged or cut short.', 'Download or export the archive again.'),
  'zip.refused': entry(
    'A zip archive has an entry that could do harm: an unsafe name, or a compression ratio beyond the limit.',
    'Check where the archive came from.',
  ),
  'bundle.manifest': entry(
    'The manifest of a bundle of files lacks a value, names a version that is not known, or does not agree with the files that are there.',
    'Export the bundle again, or ask the vendor of the exporting system to correct its manifest.',
  ),
  'parquet.malformed': entry(
    'A Parquet file is damaged, cut short, or uses a part of the format that is not supported.',
    'Write the file again; common writers (DuckDB, Arrow, Spark) are supported with their defaults.',
  ),
  'http.auth': entry(
    'The server refused the credentials.',
    'Check the token or key and that it has not expired.',
  ),
  'http.scope': entry(
    'The credentials may not read this resource.',
    'Ask the school or the vendor to grant this scope; the other streams go on.',
  ),
  'http.rate': entry(
    'The server kept limiting the rate of requests after all retries.',
    'Run again later; the sync resumes where it stopped.',
  ),
  'http.quota': entry(
    'The quota of the key is used up: the server asks to wait longer than a sync waits.',
    'Run again when the quota is renewed; the sync resumes where it stopped. Ask the vendor for a higher quota if this happens often.',
  ),
  'http.not-found': entry('The server has no such resource.', 'Check the base URL and the school id.'),
  'http.upstream': entry(
    'The server failed and went on failing after all retries.',
    'Run again later; the sync resumes where it stopped.',
  ),
  'http.network': entry('The server could not be reached.', 'Check the base URL and the network.'),
  'http.schema': entry(
    'The server answered with something other than the documented shape.',
    'Check the base URL; a proxy or sign-in page may be answering in its place.',
  ),
  'paging.loop': entry(
    'The server sent a page or cursor that it had already sent.',
    'Report this to the vendor; nothing was deleted because of it.',
  ),
  'paging.moved': entry(
    'The records at the source kept moving between pages, so that the pages could not be put together.',
    'Run again when nobody is changing many records; if it happens every time, the server gives them in no fixed order: report this to the vendor.',
  ),
  'sync.aborted': entry(
    'The sync was stopped before it had finished.',
    'Run it again; it resumes where it stopped.',
  ),
  'connector.spec-version': entry(
    'A connector was written for another version of the connector contract.',
    'Install a version of the connector that fits this version of @collegial/connector-kit.',
  ),
  'connector.failed': entry(
    'A connector failed in a way that it did not foresee.',
    'Report this to the author of the connector, with the error underneath.',
  ),
  'store.open-failed': entry(
    'The store file could not be opened.',
    'Check that no other process has it open and that the directory is writable.',
  ),
  'store.version': entry(
    'The store file was written by a newer version of Collegial.',
    'Upgrade the collegial packages.',
  ),
  'store.query-failed': entry(
    'A query failed in the database engine.',
    'Report this with the indicator or query that was run.',
  ),
  'store.layout-changed': entry(
    'A table of the store has a column of another type than this version of the model.',
    'Run the migration that the release notes name, or sync into a new store.',
  ),
  'activity.kind-invalid': entry(
    'A kind of activity that a vendor declares breaks the contract.',
    'Correct the named field of the declaration.',
  ),
  'activity.invalid': entry(
    'An activity that a school records, or what a school says of one, has a value that cannot be true.',
    'Correct the named field and send it again.',
  ),
  'activity.unknown': entry(
    'A school speaks of an activity that nobody recorded.',
    'Check the id; record the activity first.',
  ),
  'activity.not-participant': entry(
    'A school speaks of an activity in which it had no part.',
    'Only schools that took part confirm or dispute; ask the school that recorded it to add yours.',
  ),
  'activity.own-record': entry(
    'A school confirms an activity that it recorded itself.',
    'Nothing is needed: recording it is its word; a partner school confirms.',
  ),
  'activity.not-permitted': entry(
    'Somebody who may not do so records an activity, corrects one of another school, or speaks for a school.',
    'Sign in for the school concerned, or ask the person who grants access.',
  ),
  'inbox.key-reused': entry(
    'An idempotency key came again with other content.',
    'Use a new key for each thing that is sent, and the same one only to send it again.',
  ),
  'inbox.damaged': entry(
    'An entry of the inbox is missing or is not what was written.',
    'Restore the folder of the inbox from a backup; nothing was read past that entry.',
  ),
  'query.unknown-view': entry(
    'A query names a view that does not exist.',
    'Use one of the views listed in the documentation of @collegial/query.',
  ),
  'indicator.unknown': entry('No indicator has this id.', 'Run `collegial catalogue` for the ids.'),
  'indicator.invalid': entry(
    'An indicator definition breaks the contract.',
    'Correct the definition as the message says.',
  ),
  'indicator.grain': entry(
    'An indicator cannot be broken down by this characteristic.',
    'Choose one of the breakdowns that the message names.',
  ),
  'model.data': entry(
    'A statistical model cannot be made of these rows.',
    'Correct the column that the message names, or ask for a smaller model.',
  ),
  'model.collinear': entry(
    'A column of a model never varies, or follows from the others.',
    'Leave out one of the columns that the message names.',
  ),
  'model.precision': entry(
    'The values of a column are too far apart to be summed without loss: a few lie extremely far from all others.',
    'Look at its largest and smallest values for mistakes, or give it on a scale such as its logarithm.',
  ),
  'scope.unknown': entry(
    'No organisation or group has this id.',
    'Check the id; `collegial doctor` lists what the store holds.',
  ),
  'period.invalid': entry('A period is not an academic year such as 2023/24.', 'Write it as 2023/24.'),
  'agreement.missing': entry(
    'An analysis across schools has no sharing agreement that covers them.',
    'Record a SharingAgreement that names these schools and this purpose.',
  ),
  'grouping.infeasible': entry(
    'Schools cannot be grouped under all the conditions that were asked for.',
    'Make one of the changes that the message names: each alone is enough.',
  ),
  'release.not-found': entry(
    'There is no edition at this place.',
    'Publish one with `collegial publish`, or correct the path.',
  ),
  'release.version': entry(
    'The edition has a schema version that this reader does not know.',
    'Upgrade @collegial/release.',
  ),
  'release.damaged': entry(
    'A document of the edition does not match its hash.',
    'Publish the edition again; do not use this copy.',
  ),
  'release.not-available': entry(
    'The edition has no document for this audience and scope.',
    'Choose one of those in the manifest, or publish with this audience.',
  ),
} as const satisfies Record<string, ErrorCodeEntry>;

/** A stable error code. */
export type ErrorCode = keyof typeof errorCodes;
