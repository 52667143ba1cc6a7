/**
 * Imports point only downward: each package may import what is listed here and nothing else.
 * Tests may also use packages above their own, because they prove how the parts work together.
 */
const mayImport = {
  model: [],
  statistics: [],
  disclosure: [],
  query: ['model'],
  'connector-kit': ['model'],
  'sample-city': ['model'],
  store: ['query', 'model'],
  sync: ['connector-kit', 'model'],
  'connectors/activities': ['connector-kit', 'model'],
  'connectors/arbor': ['connector-kit', 'model'],
  'connectors/ctf': ['connector-kit', 'model'],
  'connectors/dfe': ['connector-kit', 'model'],
  'connectors/edfi': ['connector-kit', 'model'],
  'connectors/oneroster': ['connector-kit', 'model'],
  // The two read the same standard: what its words mean is written once.
  'connectors/oneroster-csv': ['connectors/oneroster', 'connector-kit', 'model'],
  'connectors/parquet': ['connector-kit', 'model'],
  'connectors/sds-csv': ['connector-kit', 'model'],
  'connectors/wonde': ['connector-kit', 'model'],
  'connector-testing': ['sync', 'store', 'connector-kit', 'model'],
  'create-connector': [],
  collaboration: ['statistics', 'query', 'model'],
  indicators: ['collaboration', 'statistics', 'query', 'model'],
  release: ['indicators', 'collaboration', 'disclosure', 'query', 'model'],
  cli: [
    'release',
    'indicators',
    'collaboration',
    'disclosure',
    'sync',
    'store',
    'connector-kit',
    'query',
    'statistics',
    'model',
  ],
};

const test = String.raw`\.(test|test-d)\.ts$|/testing/|/__fixtures__/|(test-|memory-)[a-z-]+\.ts$`;
const folder = (name) => `packages/${name}/`;

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'packages-not-apps', severity: 'error', from: { path: '^packages/' }, to: { path: '^apps/' } },
    {
      name: 'apps-by-published-names',
      comment: 'An app imports a package by its name, as a vendor would.',
      severity: 'error',
      from: { path: '^apps/' },
      to: { path: '^(\\.\\./)+packages/' },
    },
    ...Object.entries(mayImport).map(([name, below]) => ({
      name: `${name.replace('/', '-')}-imports-downward`,
      severity: 'error',
      from: { path: `^${folder(name)}src/`, pathNot: test },
      to: {
        path: '^packages/',
        pathNot: `^(${[name, ...below].map(folder).join('|')})`,
      },
    })),
    {
      name: 'release-reader-imports-the-model-only',
      comment: 'The reader runs at the edge: no engine, no statistics.',
      severity: 'error',
      from: { path: '^packages/release/src/reader/', pathNot: test },
      to: { path: '^packages/', pathNot: '^packages/(model|release/src/reader|release/src/edition)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|reports|api)/|node_modules' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@collegial/source', 'import', 'types', 'default'],
    },
  },
};
