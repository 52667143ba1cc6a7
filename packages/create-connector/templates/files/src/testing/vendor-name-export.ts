import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  changeData,
  countRows,
  createData,
  createEmptyData,
  type Row,
  removeData,
  type VendorNameData,
} from './vendor-name-data.ts';

/** Options of {@link createVendorNameExport}. */
export interface VendorNameExportOptions {
  /** Folder that is there. */
  readonly folder: string;
  /** True: every file has its heading only. */
  readonly empty?: boolean;
}

/** Files as Vendor Name exports them, with invented data. */
export interface VendorNameExport {
  /** Settings with which the connector reads them. */
  readonly settings: { readonly folder: string };
  readonly data: VendorNameData;
  counts(): Record<string, number>;
  /** Changes the data and exports again. */
  change(): void;
  /** Takes a row of each list away and exports again. */
  remove(): Record<string, number>;
}

/** Writes the files of an export: the same rows in the same order each time. */
export function createVendorNameExport({ folder, empty = false }: VendorNameExportOptions): VendorNameExport {
  const data = empty ? createEmptyData() : createData();
  const write = () => {
    const headings = createData();
    for (const [list, rows] of Object.entries(data))
      writeFileSync(join(folder, `${list}.csv`), csvOf(Object.keys(headings[list]?.[0] ?? {}), rows));
  };
  write();
  return {
    settings: { folder },
    data,
    counts: () => countRows(data),
    change() {
      changeData(data);
      write();
    },
    remove() {
      const gone = removeData(data);
      write();
      return gone;
    },
  };
}

function csvOf(headings: readonly string[], rows: readonly Row[]): string {
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))];
  return lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join('');
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
