import { type Mapped, reject } from '@collegial/connector-kit';
import { type ExclusionKind, englandExclusionTypeCodes } from '@collegial/model';
import { readDay } from './php-date.ts';
import { type Ids, recordIdOf, studentIdOf } from './wonde-ids.ts';
import type { WireExclusion } from './wonde-schemas.ts';

/** A suspension or exclusion. A school may give several reasons: the first three are kept, in order. */
export function mapExclusion(row: WireExclusion, ids: Ids): Mapped<'Exclusion'> {
  const student = row.student ?? row.student_id;
  if (student === undefined) return reject('An exclusion names no student.', { field: 'student' });
  const start = readDay(row.start_date);
  if ('problem' in start) return reject(`The date ${start.problem}.`, { field: 'start_date' });
  if (start.day === undefined) return reject('An exclusion has no first day.', { field: 'start_date' });
  const end = readDay(row.end_date);
  if ('problem' in end) return reject(`The date ${end.problem}.`, { field: 'end_date' });
  const kind = kindOf(textsOf(row.type), start.day);
  if (kind === undefined) return reject('The type of exclusion is not one that is known.', { field: 'type' });
  const sessions = Number(row.sessions ?? Number.NaN);
  return {
    id: recordIdOf(ids, 'exclusion', row.id),
    studentId: studentIdOf(ids, student),
    organisationId: row.ofSchool.organisationId,
    kind,
    startsOn: start.day,
    endsOn: end.day ?? null,
    sessions: sessions >= 0 && sessions < 10_000 ? sessions : null,
    reasons: [...new Set(textsOf(row.reasons ?? row.reason))].slice(0, 3),
  };
}

/** The code, or else the words, of one thing or of several, however they are wrapped. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim().slice(0, 500)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { data, code, name, description } = value as Record<string, unknown>;
  if (data !== undefined) return textsOf(data);
  return [code, name, description].map(textsOf).find((texts) => texts.length > 0) ?? [];
}

function kindOf(written: readonly string[], on: string): ExclusionKind | undefined {
  for (const text of written) {
    const known = englandExclusionTypeCodes.lookup(text.toUpperCase(), on)?.meaning ?? inWords(text);
    if (known !== undefined) return known;
  }
  return undefined;
}

function inWords(text: string): ExclusionKind | undefined {
  if (/perm/i.test(text)) return 'permanent';
  if (/lunch/i.test(text)) return 'lunchtime';
  return /susp|fixed|fixd/i.test(text) ? 'suspension' : undefined;
}
