const permanent = /^[A-HJ-NP-RT-Z]\d{12}$/;
const temporary = /^[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z]$/;

/** A unique pupil number, as DfE's own services check it: by form, without its check letter. */
export interface Upn {
  readonly value: string;
  /** A temporary number may be given up: it identifies at one source, and links nobody across schools. */
  readonly permanent: boolean;
}

/** Reads a unique pupil number; `undefined` when it has not the form of one. */
export function readUpn(written: string | undefined): Upn | undefined {
  const value = written?.trim().toUpperCase() ?? '';
  if (permanent.test(value)) return { value, permanent: true };
  return temporary.test(value) ? { value, permanent: false } : undefined;
}
