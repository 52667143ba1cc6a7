import type { AttendanceMark } from '@collegial/model';
import type { Writer } from '../database/writer.ts';
import { createMarkReader, type MarkMeaning } from './mark-meaning.ts';

/** Reads a mark with the codes of its organisation's jurisdiction. */
export type ReadMeaning = (
  mark: Pick<AttendanceMark, 'code' | 'date' | 'statistical' | 'legal'>,
) => MarkMeaning;

/** Which code set an organisation's registers are written in. */
export interface Jurisdictions {
  /** Jurisdictions of organisations; those that have not been loaded are taken to be in England. */
  of(): Promise<(organisationId: string) => string>;
  /** Organisations elsewhere than in England, with their jurisdiction. */
  elsewhere(): Promise<ReadonlyMap<string, string>>;
  /** Reader for a jurisdiction. */
  reader(jurisdiction: string): ReadMeaning;
  /** Reads the organisations anew after some have been loaded. */
  forget(): void;
}

/** Jurisdiction of an organisation that has not been loaded. */
export const usualJurisdiction = 'GB-ENG';

/** Makes the jurisdictions of a store's organisations. */
export function createJurisdictions(writer: Writer): Jurisdictions {
  const readers = new Map<string, ReadMeaning>();
  let known: ReadonlyMap<string, string> | undefined;
  const elsewhere = async () => {
    if (known === undefined) {
      const rows = await writer.rows(
        'select id, jurisdiction from data.organisation where not shadowed and jurisdiction <> $usual',
        { usual: usualJurisdiction },
      );
      known = new Map(rows.map(([id, jurisdiction]) => [String(id), String(jurisdiction)]));
    }
    return known;
  };
  return {
    elsewhere,
    of: async () => {
      const others = await elsewhere();
      return (organisationId) => others.get(organisationId) ?? usualJurisdiction;
    },
    reader: (jurisdiction) => {
      const reader = readers.get(jurisdiction) ?? createMarkReader(jurisdiction);
      readers.set(jurisdiction, reader);
      return reader;
    },
    forget: () => {
      known = undefined;
    },
  };
}
