import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from '@collegial/connector-kit';
import { parse } from 'csv-parse';
import { compare, type Finding } from './measure.ts';

const rows = 200_000;

/** Our CSV reader against its parser alone on the same file. */
export async function readCsvAgainstParser(): Promise<Finding> {
  const directory = await mkdtemp(join(tmpdir(), 'collegial-benchmark-'));
  const path = join(directory, 'schools.csv');
  const lines = Array.from(
    { length: rows },
    (_, row) => `${100000 + row},"School ${row}, North",${row % 400},${(row % 1000) / 10},SUPP`,
  );
  await writeFile(path, `URN,NAME,PUPILS,SHARE,SYMBOL\n${lines.join('\n')}\n`);
  try {
    return await compare({
      name: 'CSV',
      unit: 'rows',
      limit: {
        title: 'csv-parse alone',
        run: async () => {
          let count = 0;
          for await (const _ of createReadStream(path).pipe(parse({ columns: true }))) count += 1;
          return count;
        },
      },
      ours: {
        title: 'readCsv with encoding, columns and lines',
        run: async () => {
          let count = 0;
          for await (const _ of readCsv({ path })) count += 1;
          return count;
        },
      },
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}
