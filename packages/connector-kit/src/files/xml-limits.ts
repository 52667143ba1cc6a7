/** Limits of what is read from an XML file. All but the last are refused with `xml.refused`. */
export interface XmlLimits {
  /** Most elements inside one another; default 64. */
  readonly maxDepth?: number;
  /** Longest text of one element, attribute, comment or piece of markup, in characters; default 524 288. */
  readonly maxTextLength?: number;
  /** Most attributes of one element; default 64. */
  readonly maxAttributes?: number;
  /** Longest wanted element with everything in it, in characters of the file; default 1 048 576. One such element is in memory at a time. */
  readonly maxElementLength?: number;
  /** Most bytes of the file; default 4 GiB. Beyond it the error is `file.too-large`. */
  readonly maxBytes?: number;
}

/** The limits that hold when none are given, except that of bytes. */
export const defaultXmlLimits = {
  maxDepth: 64,
  maxTextLength: 512 * 1024,
  maxAttributes: 64,
  maxElementLength: 1024 ** 2,
} as const satisfies XmlLimits;
