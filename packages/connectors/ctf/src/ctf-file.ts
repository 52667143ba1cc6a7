import type { FileInput } from '@collegial/connector-kit';
import type { SchoolName } from './school-number.ts';

/** What the header of a transfer file says. */
export interface CtfHeader {
  readonly version: string | undefined;
  /** When it was written, `YYYY-MM-DDThh:mm:ss`, or `undefined`. */
  readonly writtenAt: string | undefined;
  /** `partial` files hold a part of what is known of a pupil, for example results alone. */
  readonly qualifier: 'full' | 'partial' | undefined;
  readonly source: SchoolName;
  readonly destination: SchoolName;
}

/** A transfer file, with what other files say of the schools in it. */
export interface CtfFile extends CtfHeader {
  /** File name, or archive and path in it. */
  readonly name: string;
  /** Day on which it was written. */
  readonly writtenOn: string | undefined;
  /** URNs by DfE number, from the settings and the headers of all files. */
  readonly urns: ReadonlyMap<string, string>;
}

/** A transfer file that can be read. */
export interface OpenCtfFile {
  readonly file: CtfFile;
  readonly input: FileInput;
  readonly fingerprint: string;
}
