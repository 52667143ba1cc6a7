import { answerPage } from './answer-page.ts';
import { authorize, credentials } from './authorize.ts';
import {
  changeData,
  countRows,
  createData,
  createEmptyData,
  removeData,
  type VendorNameData,
} from './vendor-name-data.ts';

const baseUrl = 'https://vendor-name.example/api/v1/';

/** Options of {@link createVendorNameServer}. */
export interface VendorNameServerOptions {
  /** True: every list is empty. */
  readonly empty?: boolean;
  /** Most rows in an answer; default 5. */
  readonly mostPerPage?: number;
  /** Milliseconds since 1970; default the machine's clock. */
  readonly now?: () => number;
}

/** A server that answers as Vendor Name does, with invented data. */
export interface VendorNameServer {
  /** Settings with which the connector reads it. */
  readonly settings: { readonly baseUrl: string } & typeof credentials;
  readonly data: VendorNameData;
  fetch(request: Request): Promise<Response>;
  counts(): Record<string, number>;
  change(): void;
  remove(): Record<string, number>;
}

/** Makes a server in the shapes of Vendor Name: the same rows in the same order each time. */
export function createVendorNameServer({
  empty = false,
  mostPerPage = 5,
  now = Date.now,
}: VendorNameServerOptions = {}): VendorNameServer {
  const data = empty ? createEmptyData() : createData();
  return {
    settings: { baseUrl, ...credentials },
    data,
    async fetch(request) {
      const refusal = await authorize(request, now());
      if (refusal !== undefined) return refusal;
      const url = new URL(request.url);
      const rows = data[url.pathname.split('/').at(-1) ?? ''];
      if (rows === undefined) return Response.json({ error: 'There is no such list.' }, { status: 404 });
      return answerPage(url, rows, mostPerPage);
    },
    counts: () => countRows(data),
    change: () => changeData(data),
    remove: () => removeData(data),
  };
}
