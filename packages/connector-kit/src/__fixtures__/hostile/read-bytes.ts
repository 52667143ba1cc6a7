import { outcomeOf } from '../../contract/mapped.ts';
import { readCsv } from '../../files/read-csv.ts';
import { readXml } from '../../files/read-xml.ts';
import { readZip } from '../../files/read-zip.ts';
import { createHttpClient } from '../../http/create-http-client.ts';

/** Reads every row; counts rows and rejections. */
export async function readCsvBytes(bytes: Uint8Array): Promise<{ rows: number; rejected: number }> {
  let rows = 0;
  let rejected = 0;
  for await (const { values } of readCsv({ name: 'a.csv', bytes })) {
    rows += 1;
    if (outcomeOf(values) === 'rejected') rejected += 1;
  }
  return { rows, rejected };
}

/** Counts the elements `r/p`. */
export async function readXmlBytes(bytes: Uint8Array): Promise<number> {
  let count = 0;
  for await (const _ of readXml({ name: 'a.xml', bytes, elements: ['r/p'] })) count += 1;
  return count;
}

/** Unpacks every entry; counts the bytes. */
export async function readZipBytes(bytes: Uint8Array): Promise<number> {
  const archive = await readZip({ name: 'a.zip', bytes });
  let count = 0;
  try {
    for (const entry of archive.entries) for await (const chunk of entry.open()) count += chunk.byteLength;
  } finally {
    archive.close();
  }
  return count;
}

const settings = { baseUrl: 'https://mis.example/', authorization: { type: 'none' }, retries: 0 } as const;

/** Reads an answer with these bytes as a client does. */
export async function readJsonBytes(bytes: Uint8Array): Promise<unknown> {
  const piece = 64 * 1024;
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, at + piece));
      at += piece;
    },
  });
  const http = createHttpClient({ settings, fetch: async () => new Response(body), sleep: async () => undefined });
  return (await http.json('a')).body;
}
