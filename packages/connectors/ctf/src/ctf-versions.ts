/** A version of the Common Transfer File: a new one comes into use each September. */
export interface CtfVersion {
  /** Version without its revision: 25 for `25.0`. */
  readonly version: number;
  /** Academic year in which it is in use, by the year in which that begins. */
  readonly academicYear: number;
  /** What is known to be particular to it. */
  readonly note: string;
}

/**
 * The versions that this connector was written for. The elements that it reads have kept their names since version 19 but for one (`Gender`
 * became `Sex`), so that newer and older files are read in the same way, and counted under `Header.CTFversion`.
 *
 * Source: DfE, “Common transfer file 24: specification” (page); the file writer of DfE's “Get information about pupils”, which writes 25.0.
 */
export const ctfVersions: readonly CtfVersion[] = [
  { version: 24, academicYear: 2024, note: 'Writers are known to write Gender or Sex.' },
  { version: 25, academicYear: 2025, note: 'The department itself writes Sex.' },
];

/** `known`, or how a version differs from those in {@link ctfVersions}; `missing` when there is none that can be read. */
export function versionState(written: string | undefined): 'known' | 'older' | 'newer' | 'missing' {
  const major = /^(\d{1,3})(?:\.\d+)?$/.exec(written ?? '')?.[1];
  if (major === undefined) return 'missing';
  if (ctfVersions.some(({ version }) => version === Number(major))) return 'known';
  return Number(major) > Math.max(...ctfVersions.map(({ version }) => version)) ? 'newer' : 'older';
}
