import { lenient } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import type * as z from 'zod';

const WireDiscovery = lenient.object(
  {
    urls: lenient.object(
      { oauth: lenient.text(), dataManagementApi: lenient.text() },
      { changeQueries: lenient.text() },
    ),
  },
  {
    version: lenient.text(),
    dataModels: lenient.list(lenient.object({ name: lenient.text() }, { version: lenient.text() })),
  },
);

/** What the root of an API says of itself. */
export interface Discovery {
  /** Version of the ODS/API, for example `7.3`. */
  readonly version: string;
  /** Version of the Ed-Fi data standard, for example `5.0.0`; empty when not given. */
  readonly dataStandard: string;
  readonly oauth: string;
  readonly data: string;
  /** Absent where the API offers no change queries. */
  readonly changeQueries: string | undefined;
}

/**
 * Reads the document at the root of an API. Its URLs may name another scheme or port than the one that the API is reached by, because of a proxy
 * in between; they are taken at the origin of the base URL. Another host is refused: credentials would go there.
 *
 * @throws CollegialError `http.schema`, `config.invalid`
 */
export function readDiscovery(body: unknown, baseUrl: string): Discovery {
  const parsed = WireDiscovery.safeParse(body);
  if (!parsed.success)
    throw new CollegialError({
      code: 'http.schema',
      message: 'The base URL does not answer as the root of an Ed-Fi API: it gives no URLs.',
      place: { field: 'baseUrl' },
    });
  const { urls, version = '', dataModels = [] } = parsed.data as z.output<typeof WireDiscovery>;
  const at = (url: string) => rebase(url, baseUrl);
  return {
    version,
    dataStandard: dataModels.find(({ name }) => /^ed-?fi$/i.test(name))?.version ?? '',
    oauth: at(urls.oauth),
    data: at(urls.dataManagementApi),
    changeQueries: urls.changeQueries === undefined ? undefined : at(urls.changeQueries),
  };
}

function rebase(url: string, baseUrl: string): string {
  if (/\{[^}]*\}|%7B/i.test(url))
    throw new CollegialError({
      code: 'config.invalid',
      message: 'The API serves several tenants or school years, and the base URL names none.',
      fix: 'Put tenant and school year into the base URL, as the administrator of the API gives them.',
      place: { field: 'baseUrl' },
    });
  const base = new URL(baseUrl);
  const target = URL.canParse(url, base.href) ? new URL(url, base) : undefined;
  if (target?.hostname !== base.hostname)
    throw new CollegialError({
      code: 'config.invalid',
      message: 'The API names URLs at another host than the base URL; they were not followed.',
      fix: 'Use the host that the API names in the base URL, or have its configuration corrected.',
      place: { field: 'baseUrl' },
    });
  return `${base.origin}${target.pathname.replace(/\/+$/, '')}`;
}

/** Whether a version such as `7.3` is at least another. */
export function isAtLeast(version: string, major: number, minor: number): boolean {
  const [, first, second] = /^v?(\d+)(?:\.(\d+))?/.exec(version.trim()) ?? [];
  if (first === undefined) return false;
  return Number(first) > major || (Number(first) === major && Number(second ?? 0) >= minor);
}
