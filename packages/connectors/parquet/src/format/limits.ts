/** What a file may ask of memory. A row group is decoded whole, so that it is the unit of memory. */
export const limits = {
  /** Bytes of the footer, in which a file describes itself. */
  footerBytes: 8 * 1024 ** 2,
  /** Rows of a row group. Writers' defaults are about 100 000 to 1 000 000. */
  groupRows: 2_000_000,
  /** Values of a list column in a row group. */
  groupValues: 8_000_000,
  /** Bytes of one column in one row group, unpacked. */
  columnBytes: 512 * 1024 ** 2,
};
