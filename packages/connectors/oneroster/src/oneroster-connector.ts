import { type Connector, defineConnector } from '@collegial/connector-kit';
import { OneRosterConfig } from './oneroster-config.ts';
import { httpOf } from './oneroster-http.ts';
import { streamsFor } from './oneroster-streams.ts';

const describe = (deletedRows: OneRosterConfig['deletedRows']) =>
  defineConnector({
    id: 'oneroster',
    specVersion: 2,
    title: 'OneRoster 1.1 and 1.2',
    about: {
      reads: 'http',
      authentication: ['OAuth 2 client credentials', 'OAuth 1.0a', 'bearer token'],
      paging: ['offset'],
      verified: ['official-document', 'synthetic'],
    },
    config: OneRosterConfig,
    http: httpOf,
    scope: scopeOf,
    streams: streamsFor(deletedRows),
  });

const marked = describe('marked');
const dropped = describe('dropped');

/**
 * The OneRoster connector: reads schools, people, classes and results from a server of OneRoster 1.1 or 1.2. Attendance and exclusions are not part of
 * the standard.
 *
 * With `deletedRows: 'dropped'` every stream is read whole, and what is not met is gone; otherwise changes are enough where the standard shows them.
 *
 * @example
 * ```ts
 * import { oneroster } from '@collegial/connector-oneroster';
 *
 * const source = oneroster({
 *   baseUrl: 'https://sis.example',
 *   jurisdiction: 'US-CA',
 *   authentication: {
 *     type: 'oauth2',
 *     tokenUrl: 'https://sis.example/token',
 *     clientId: 'collegial',
 *     clientSecret: 'from the environment',
 *   },
 * });
 * source.name; // 'oneroster'
 * ```
 */
export const oneroster: Connector<typeof OneRosterConfig> = Object.assign(
  (...[config, options]: Parameters<typeof marked>) => {
    const source = marked(config, options);
    return source.config.deletedRows === 'dropped' ? dropped(config, options) : source;
  },
  marked,
);

/** Everything but how the server is reached: another page size or a new secret reads the same records. */
function scopeOf(config: OneRosterConfig): unknown {
  const { authentication: _, pageSize: __, sort: ___, overlapMinutes: ____, ...scope } = config;
  return scope;
}
