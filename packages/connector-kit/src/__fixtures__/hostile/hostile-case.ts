/** A file or answer that somebody made to do harm, or that a program broke. */
export interface HostileCase {
  /** What is wrong with it. */
  readonly name: string;
  /** Makes it; the time for that is not counted. */
  readonly make: () => Uint8Array;
  /**
   * What a reader must do: the code of the error it is refused with, or what is read – for CSV rows and rejections, for XML elements, for zip
   * bytes of all entries, for JSON the body.
   */
  readonly must: string | { readonly read: unknown };
}

/** Writes a case as a line of a table. */
export function hostile(
  name: string,
  make: () => Uint8Array | string,
  must: HostileCase['must'],
): HostileCase {
  return {
    name,
    must,
    make: () => {
      const made = make();
      return typeof made === 'string' ? Buffer.from(made) : made;
    },
  };
}

/** Bytes of text in Latin 1, for bytes that are no text in any other encoding. */
export const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** Text in UTF-16 with or without a mark. */
export const utf16 = (text: string, { bigEndian = false, mark = true } = {}) => {
  const bytes = Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};
