import { type Mapped, reject, remove } from '@collegial/connector-kit';
import { type EntityInput, gradeOf, gradeScheme } from '@collegial/model';
import { gone } from './gone.ts';
import { type OneRosterContext, plainIdOf, recordIdOf, studentIdOf } from './ids.ts';
import type { ResultRule } from './mapping-settings.ts';
import type { KnownLineItem } from './reading.ts';
import type { WireResult } from './wire-gradebook.ts';
import { isDeleted } from './wire-shapes.ts';

/**
 * A fully graded result. What its grade means comes from a rule of the settings; without one, from the range or the score scale of its line item,
 * which is a grade scheme of its own: comparable with results of the same range, and with nothing else. Results with neither say nothing.
 */
export function mapAssessment(row: WireResult, context: OneRosterContext): Mapped<'Assessment'> {
  const id = recordIdOf(context, 'result', row.sourcedId);
  if (isDeleted(row)) return remove(id);
  const status = row.scoreStatus?.toLowerCase();
  if (status === undefined || !(statuses.has(status) || status.startsWith('ext:')))
    return reject('The status of a score is not one that is known.', { field: 'scoreStatus' });
  if (status !== 'fully graded') return gone(row.reading, id, 'result that is not fully graded');
  const grade = row.textScore ?? (row.score === undefined ? undefined : String(row.score));
  if (grade === undefined) return gone(row.reading, id, 'result without a score');
  if (row.student === undefined) return reject('A result names no student.', { field: 'student' });
  if (row.scoreDate === undefined) return reject('A result has no date.', { field: 'scoreDate' });
  const item = row.lineItem === undefined ? undefined : row.reading.lineItems?.get(row.lineItem);
  if (item === undefined) return reject('A result names no line item that is known.', { field: 'lineItem' });
  if (item.organisationId === undefined)
    return reject('The line item of a result names no class or school that is known.', {
      field: 'lineItem.class',
    });
  const meaning = meaningOf(row, grade, item, context);
  if (meaning === undefined) return gone(row.reading, id, 'result without a range, a scale or a rule');
  return {
    id,
    studentId: studentIdOf(context, row.student),
    organisationId: item.organisationId,
    subjectId: item.subjectId ?? null,
    grade,
    takenOn: row.scoreDate,
    ...meaning,
  };
}

/** Statuses of a score in 1.1 and 1.2. */
const statuses: ReadonlySet<string> = new Set([
  'exempt',
  'fully graded',
  'not submitted',
  'partially graded',
  'submitted',
]);

type Meaning = Pick<EntityInput<'Assessment'>, 'kind' | 'gradeScheme' | 'points' | 'qualificationId'>;

function meaningOf(
  row: WireResult,
  grade: string,
  item: KnownLineItem,
  context: OneRosterContext,
): Meaning | undefined {
  const rule = context.config.results.find((one) => fits(one, item));
  if (rule !== undefined) {
    const scheme = gradeScheme(rule.gradeScheme);
    const points = scheme === undefined ? undefined : gradeOf(scheme, grade)?.points;
    if (points === undefined) context.unmapped(`grade ${rule.gradeScheme}`, grade);
    return {
      kind: rule.kind,
      gradeScheme: rule.gradeScheme,
      points: points ?? null,
      qualificationId: rule.qualificationId ?? null,
    };
  }
  const { lowest, highest } = item;
  const scale = row.scoreScale ?? item.scoreScale;
  const ranged = lowest !== undefined && highest !== undefined && lowest < highest;
  if (scale === undefined && (!ranged || row.score === undefined)) return undefined;
  const within = ranged && row.score !== undefined && row.score >= lowest && row.score <= highest;
  return {
    kind: 'result',
    gradeScheme:
      scale === undefined
        ? `oneroster-score-${lowest}-${highest}`
        : `oneroster-scale-${plainIdOf(context, scale)}`,
    points: within ? (row.score ?? null) : null,
  };
}

function fits(rule: ResultRule, item: KnownLineItem): boolean {
  return isLike(rule.lineItem, item.title) && isLike(rule.category, item.category);
}

/** `*` stands for any text. */
function isLike(pattern: string | undefined, text: string | undefined): boolean {
  if (pattern === undefined) return true;
  if (text === undefined) return false;
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  if (!text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  const last = rest.pop() as string;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
