import { type AttendanceMark, type AttendanceMeaning, type CodeSet, codeSet } from '@collegial/model';

/** Number of a statistical meaning in `data.attendance_mark`; 0: not known. */
export const statisticalNumbers = {
  present: 1,
  'approved-activity': 2,
  authorised: 3,
  unauthorised: 4,
  'not-possible': 5,
} as const;

/** Number of a legal meaning in `data.attendance_mark`; 0: not known. */
export const legalNumbers = {
  present: 1,
  'attending-elsewhere': 2,
  absent: 3,
  'unable-to-attend': 4,
  administrative: 5,
} as const;

/** What a mark means, as the numbers it is stored as. */
export interface MarkMeaning {
  readonly meaning: number;
  readonly legal: number;
  /** 0 not late, 1 before the register closed, 2 after. */
  readonly late: number;
  /** 1 the statistical, 2 the legal meaning was stated by the source, 3 both. */
  readonly stated: number;
}

type Marked = Pick<AttendanceMark, 'code' | 'date' | 'statistical' | 'legal'>;

/**
 * Reads the codes of one jurisdiction with the meaning they had on the day. What the source states wins. A code that is not
 * known on that day, or a jurisdiction without a code set, gives 0: kept and counted, never guessed.
 *
 * @param jurisdiction for example `GB-ENG`
 */
export function createMarkReader(jurisdiction: string): (mark: Marked) => MarkMeaning {
  const codes = codeSet(`${jurisdiction.toLowerCase()}/attendance`) as CodeSet<AttendanceMeaning> | undefined;
  const remembered = new Map<string, Map<string, MarkMeaning>>();
  const read = (mark: Marked) => resolve(mark, codes?.lookup(mark.code, mark.date)?.meaning);
  return (mark) => {
    if (mark.statistical !== null || mark.legal !== null) return read(mark);
    let byDate = remembered.get(mark.code);
    if (byDate === undefined) {
      // Codes come from outside: whoever sends ever new ones must not fill the memory.
      if (remembered.size >= 1000) remembered.clear();
      byDate = new Map();
      remembered.set(mark.code, byDate);
    }
    let meaning = byDate.get(mark.date);
    if (meaning === undefined) {
      meaning = read(mark);
      byDate.set(mark.date, meaning);
    }
    return meaning;
  };
}

function resolve(mark: Marked, known: AttendanceMeaning | undefined): MarkMeaning {
  const statistical = mark.statistical ?? known?.statistical;
  const legal = mark.legal ?? known?.legal;
  return {
    meaning: statistical === undefined ? 0 : statisticalNumbers[statistical],
    legal: legal === undefined ? 0 : legalNumbers[legal],
    late: lateness(known?.late, statistical),
    stated: (mark.statistical === null ? 0 : 1) + (mark.legal === null ? 0 : 2),
  };
}

/** Late before the register closes is attendance, late after it absence: where a source says otherwise, it is not counted as late. */
function lateness(
  late: AttendanceMeaning['late'],
  statistical: AttendanceMeaning['statistical'] | undefined,
): number {
  if (late === 'before-close' && statistical === 'present') return 1;
  if (late === 'after-close' && statistical === 'unauthorised') return 2;
  return 0;
}
