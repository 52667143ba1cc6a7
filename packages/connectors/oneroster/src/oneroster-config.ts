import { secret } from '@collegial/connector-kit';
import * as z from 'zod';
import { mappingSettings } from './mapping/mapping-settings.ts';

/** How the server lets applications in. */
const Authentication = z.discriminatedUnion('type', [
  z.strictObject({
    /** OAuth 2 client credentials: 1.2, and 1.1 at many vendors. */
    type: z.literal('oauth2'),
    /** Where tokens come from. */
    tokenUrl: z.url(),
    clientId: z.string().min(1),
    clientSecret: secret(),
    /** Scopes to ask for; default: those for reading of the versions and services that the other settings name. `[]`: none. */
    scopes: z.array(z.string().min(1)).optional(),
    /** Where id and secret go: in a header (default) or in the body of the request for a token. */
    style: z.enum(['basic', 'body']).default('basic'),
  }),
  z.strictObject({
    /** OAuth 1.0a, two-legged: 1.1 only. */
    type: z.literal('oauth1'),
    consumerKey: z.string().min(1),
    consumerSecret: secret(),
    method: z.enum(['HMAC-SHA1', 'HMAC-SHA256']).default('HMAC-SHA1'),
  }),
  z.strictObject({
    /** A token that somebody else renews. */
    type: z.literal('bearer'),
    token: secret(),
  }),
]);

/** One predicate of the filter grammar, for example `status='active'`: one more, by `AND`, is all that the standard allows beside it. */
const predicate = () =>
  z.string().regex(/^[\w.]+\s*(=|!=|>=|>|<=|<|~)\s*'[^']*'$/, "One predicate such as status='active'");

/** Collections whose rows a filter can narrow. */
export const filterable = [
  'orgs',
  'users',
  'demographics',
  'courses',
  'classes',
  'enrollments',
  'results',
] as const;

/** Settings of the OneRoster connector. */
export const OneRosterConfig = z.strictObject({
  /** Address of the server, with or without `/ims/oneroster/…`. */
  baseUrl: z.url().describe('Address of the OneRoster server'),
  /** Version of the standard; `auto` asks the server. */
  version: z.enum(['auto', '1.1', '1.2']).default('auto'),
  /** Where a service is when it is not at the place that the standard gives it, as paths, for example `/api/oneroster/v1p1`. */
  services: z
    .strictObject({ rostering: z.string().min(1).optional(), gradebook: z.string().min(1).optional() })
    .prefault({}),
  authentication: Authentication.describe('How the server lets the application in'),
  ...mappingSettings,
  /** Reads demographics: sex, year and month of birth, ethnicity. They need a scope of their own. */
  demographics: z.boolean().default(true),
  /** Reads results from the gradebook. */
  gradebook: z.boolean().default(false),
  /** Makes calendars from the terms that a school's classes name. Holidays are not in them: use them only where no better source is. */
  calendars: z.boolean().default(false),
  /**
   * What the server does with deleted objects: `marked` – keeps them as `tobedeleted`, so that changes are enough; `dropped` – leaves them out, so
   * that everything is read each time and what is not met is gone.
   */
  deletedRows: z.enum(['marked', 'dropped']).default('marked'),
  /** Rows to ask for per page; a server that gives fewer is followed all the same. */
  pageSize: z.int().min(1).max(10_000).default(1000),
  /** Order to ask for, so that pages do not move; `none` for servers that refuse to sort. */
  sort: z.enum(['sourcedId', 'dateLastModified', 'none']).default('sourcedId'),
  /** Filters by collection, one predicate each, for example `{ users: "status='active'" }`. */
  filters: z.partialRecord(z.enum(filterable), predicate()).default({}),
  /** Reads only what was changed at or after this instant, ever; nothing is taken for deleted then. */
  since: z.iso.datetime().optional(),
  /** Minutes by which a read of changes reaches back behind the one before. */
  overlapMinutes: z.int().min(0).max(43_200).default(15),
});

/** Settings of the OneRoster connector, checked. */
export type OneRosterConfig = z.output<typeof OneRosterConfig>;
