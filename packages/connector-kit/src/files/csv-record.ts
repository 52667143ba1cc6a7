/** A record as the file has it, or why there is none at that line. */
export type CsvRecord =
  | { readonly line: number; readonly values: string[] }
  | { readonly line: number; readonly malformed: string };
