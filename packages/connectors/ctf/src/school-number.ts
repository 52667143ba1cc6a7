/** How a school is named in a file. */
export interface SchoolName {
  readonly LEA?: string | undefined;
  readonly Estab?: string | undefined;
  readonly URN?: string | undefined;
  readonly SchoolName?: string | undefined;
}

/**
 * The DfE number of a school, authority and establishment in seven digits. `undefined` for what writers put when they do not know (`XXX`,
 * `XXXX`), and for authorities and establishments that stand for “elsewhere”.
 */
export function schoolNumber({ LEA, Estab }: SchoolName): string | undefined {
  return LEA !== undefined && Estab !== undefined && /^\d{3}$/.test(LEA) && /^\d{4}$/.test(Estab)
    ? `${LEA}${Estab}`
    : undefined;
}

/** A unique reference number, or `undefined`. */
export function readUrn(written: string | undefined): string | undefined {
  return written !== undefined && /^\d{5,7}$/.test(written) ? written : undefined;
}
