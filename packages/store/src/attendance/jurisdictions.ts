import type { AttendanceMark } from '@collegial/model';
import type { Writer } from '../database/writer.ts';
import { createMarkReader, type MarkMeaning } from './mark-meaning.ts';

/** Reads a mark with the codes of its organisation's jurisdiction. */
export type ReadMeaning = (
  mark: Pick<AttendanceMark, 'code' | 'date' | 'statistical' | 'legal'>,
) => MarkMeaning;

/** Which code set an organisation's registers are written in. */
export interface Jurisdictions {
  /** Readers by organisation; those that have not been loaded are taken to be in England. */
  readers(): Promise<(organisationId: string) => ReadMeaning>;
  /** Reads the organisations anew after some have been loaded. */
  forget(): void;
}

const usual = 'GB-ENG';

/** Makes the jurisdictions of a store's organisations. */
export function createJurisdictions(writer: Writer): Jurisdictions {
  const byJurisdiction = new Map<string, ReadMeaning>();
  let elsewhere: Map<string, string> | undefined;
  const reader = (jurisdiction: string) => {
    const known = byJurisdiction.get(jurisdiction) ?? createMarkReader(jurisdiction);
    byJurisdiction.set(jurisdiction, known);
    return known;
  };
  return {
    readers: async () => {
      if (elsewhere === undefined) {
        const rows = await writer.rows(
          'select id, jurisdiction from data.organisation where not shadowed and jurisdiction <> $usual',
          { usual },
        );
        elsewhere = new Map(rows.map(([id, jurisdiction]) => [String(id), String(jurisdiction)]));
      }
      const known = elsewhere;
      return (organisationId) => reader(known.get(organisationId) ?? usual);
    },
    forget: () => {
      elsewhere = undefined;
    },
  };
}
