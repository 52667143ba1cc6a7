import { type Page, page, type ReadContext } from '@collegial/connector-kit';
import type { EdfiConfig } from '../edfi-config.ts';
import { guidOf } from '../edfi-ids.ts';
import { openApi } from '../service/open-api.ts';
import { readList } from '../service/read-list.ts';
import { type Directory, directoryOf } from './directory.ts';
import { type Resolved, resolvedKey } from './resolved.ts';

type Context = ReadContext<EdfiConfig, unknown>;
type Json = Readonly<Record<string, unknown>>;

/** Reads all of a resource, every time: what is not met any more is gone. For resources of which there are few. */
export const readAll = (
  resource: string,
  resolve: (row: Json, directory: Directory) => Promise<Resolved> = async () => ({}),
) =>
  async function* (context: Context): AsyncGenerator<Page> {
    const api = await openApi(context);
    const directory = directoryOf(context, api);
    for await (const { rows, total, place } of readList(context, api, { path: `ed-fi/${resource}` })) {
      const found = await Promise.all(
        rows.map(async (row) =>
          typeof row === 'object' && row !== null
            ? {
                ...row,
                [resolvedKey]: { ...(await resolve(row as Json, directory)), guid: guidOf((row as Json).id) },
              }
            : row,
        ),
      );
      yield page(found, { place, ...(total !== undefined && { total }) });
    }
  };
