/**
 * What the source folder of every connector has, so that a stranger knows each of them after having read one. `vendor` is the folder's name.
 * @param {string} vendor
 */
export const fixedFiles = (vendor) => [
  'index.ts',
  `${vendor}-config.ts`,
  `${vendor}-conformance.test.ts`,
  `${vendor}-connector.ts`,
  `${vendor}-schemas.ts`,
  '__fixtures__/',
];

/**
 * Files that a connector may have besides, under these names, for these purposes.
 * @param {string} vendor
 */
export const usualFiles = (vendor) => [
  /^map-[a-z-]+\.ts$/,
  /\.test(-d)?\.ts$/,
  new RegExp(`^${vendor}-(cursor|ids)\\.ts$`),
  /^testing\/$/,
];

/**
 * Fixed files that a connector does not have, and why.
 * @type {Record<string, Record<string, string>>}
 */
export const missingFiles = {
  oneroster: {
    'oneroster-schemas.ts':
      'Wire shapes and maps are in mapping/, which oneroster-csv reads its tables with, too.',
  },
};

/**
 * Every other file or folder, and why it is there.
 * @type {Record<string, Record<string, string>>}
 */
export const extraFiles = {
  activities: {
    'calendar/': 'Reads iCalendar: splits, expands and places events by a mapping.',
    'inbox/': 'The inbox in a folder, exported for the programs that write to it.',
    'nearest.ts': 'Suggests the known word nearest to a misspelt one: people write these files by hand.',
    'read-inbox.ts': 'Entries of the inbox, each with whether it stands.',
    'read-inputs.ts': 'The rows of sheets, calendars and the inbox as one read.',
    'read-names.ts': 'Reads words and lists of names as people write them.',
    'read-rows.ts': 'A row of a sheet by its columns, or why it could not be read.',
    'read-sheets.ts': 'Reads sheets in CSV, each row with what is known from the rows around it.',
    'read-values.ts': 'Reads dates, numbers and choices in cells.',
  },
  arbor: {
    'appointment-words.ts': 'What positions and job titles mean as roles: schools name them freely.',
    'read-year-group.ts': 'Year groups as Arbor writes them.',
    'reading/': 'Follows the changelog of revisions, and reads what it names.',
    'stream-plans.ts': 'Which resources each stream needs, and how they hang together.',
  },
  ctf: {
    'assessment-rules.ts': 'How each kind of assessment is read: a table, by key stage and component.',
    'ctf-file.ts': 'What the header of a file says.',
    'ctf-index.ts': 'Schools and pupils that several files name.',
    'ctf-versions.ts': 'The table of versions: a new one comes each September.',
    'list-inputs.ts': 'Finds transfer files in folders and archives.',
    'of-person.ts': 'Makes the records of one pupil under one id.',
    'persons.ts': 'Decides which pupils of several files are one person.',
    'pupil-fields.ts': 'The elements of a pupil that are read, and those that are never held.',
    'read-files.ts': 'Reads files in order, oldest first, and says which are not read.',
    'read-header.ts': 'Reads the header of a file.',
    'read-pupils.ts': 'Reads pupils as a stream, so that a file of any size fits into memory.',
    'school-number.ts': 'School numbers of transfer files.',
    'upn.ts': 'Checks unique pupil numbers as official services do.',
  },
  dfe: {
    'authority-history.ts': 'Which authority a school was in, and when: authorities were split and merged.',
    'authority-names.ts': 'Names of authorities that extracts may not give.',
    'dfe-measures.ts': 'The list of measures.',
    'dfe-symbols.ts': 'Symbols that stand in place of figures.',
    'establishment-types.ts': 'Phases and types of establishment.',
    'find-files.ts': 'Finds the files of a folder by their headings, whatever their names.',
    'group-kinds.ts': 'What kinds of group are.',
    'known-files.ts': 'What the streams of a run know of the files, read once.',
    'measure-columns.ts': 'Finds the columns of a measure, whose names change with the year.',
    'measures/': 'One file for each published table, with its measures and columns by year.',
    'read-day.ts': 'Dates in the register.',
    'read-derived.ts': 'Authorities, which no file lists, from the schools that name them.',
    'read-figure.ts': 'Figures, percentages and symbols in cells.',
    'read-pages.ts': 'Reads the rows of files as pages.',
    'school-facts.ts': 'What one row says of a school.',
    'school-index.ts': 'What all files say of a school.',
    'school-rows.ts': 'Tells rows of schools from those of national and local totals.',
    'table-rows.ts': 'Rows of a table with their lines.',
    'tables.ts': 'Kinds of published file.',
  },
  edfi: {
    'service/': 'Discovery, tokens and lists of the ODS/API.',
    'descriptors/': 'What standard descriptors mean; districts add their own.',
    'read/': 'Change versions, deletes and key changes of resources.',
  },
  oneroster: {
    'service/': 'Discovery, filters and collections of the two versions.',
    'mapping/': 'Wire shapes and maps, exported for oneroster-csv.',
    'oneroster-http.ts': 'How requests are authorised, in the ways of the two versions.',
    'oneroster-streams.ts': 'How the streams are read, apart from what they become.',
  },
  'oneroster-csv': {
    'bulk/': 'Users and enrollments as bulk reads of the store.',
    'bundle/': 'Opens bundles: manifest, tables, and the rules for absent, bulk and delta files.',
    'bundle-row.ts': 'What the maps are given.',
    'join-rows.ts': 'Joins rows with what other tables say about them.',
    'joins.ts': 'Which tables each stream looks into.',
    'read-calendars.ts': 'Calendars from academic sessions and the classes that name them.',
    'wire/': 'Makes of a row in CSV what the REST interface would send.',
  },
  parquet: {
    'columns.ts': 'Which columns of a file are fields of an entity.',
    'convert-value.ts': 'Values of Parquet as the model takes them.',
    'find-files.ts': 'Finds the files of an export.',
    'format/': 'Checks files before the reader trusts them, and reads their row groups.',
    'person-ids.ts': 'Fields that name people, which become pseudonyms.',
    'read-pages.ts': 'Reads row groups as pages.',
    'row-reader.ts': 'Makes rows of columns.',
    'stored-marks.ts': 'Marks as the store exports them.',
  },
  'sds-csv': {
    'cells.ts': 'What cells hold.',
    'indexes.ts': 'Sessions, organisations and classes by their ids: rows of other files name them.',
    'open-export.ts': 'Opens the files of an export.',
    'owned.ts': 'Keeps short texts without the file that they were cut out of.',
    'read-table.ts': 'Rows with what other files say about them.',
    'sds-codes.ts': 'Roles, grades and flags of SDS.',
    'sds-ids.ts': 'Ids and pseudonyms, named after the standard as sds-codes.ts is.',
    'tables.ts': 'The files of SDS and their columns.',
  },
  wonde: {
    'appointment-words.ts': 'What roles and contracts are called: schools name them freely.',
    'deletion-feed.ts': 'The feed of deletions, which goes before the rows of a stream.',
    'list-schools.ts': 'Which schools a token sees, and where.',
    'php-date.ts': 'Dates as PHP serialises them.',
    'read-pages.ts': 'Follows the next URL.',
    'read-schools.ts': 'Reads an endpoint of each school in turn, with a cursor per school.',
  },
};
