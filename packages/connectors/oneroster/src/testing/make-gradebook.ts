import type { EntityInput } from '@collegial/model';
import type { ResultRule } from '../mapping/mapping-settings.ts';
import type { Tables } from './tables.ts';
import { reference, wireId } from './wire-id.ts';
import { compact, type MakeOptions, type WireRow } from './wire-row.ts';

type Assessment = EntityInput<'Assessment'>;

/** The gradebook of a dataset, and how the connector must be set up to read it back. */
export interface Gradebook {
  readonly categories: WireRow[];
  readonly lineItems: WireRow[];
  readonly results: WireRow[];
  readonly rules: ResultRule[];
}

/**
 * Line items are in a class: a result is put in the first class of its school that teaches its subject, and left out when there is none. 1.1 has numbers
 * only.
 */
export function makeGradebook(tables: Tables, { version }: MakeOptions): Gradebook {
  const classes = new Map<string, string>();
  for (const { id, organisationId, subjectId } of tables.all('Class')) {
    const key = `${organisationId} ${subjectId ?? ''}`;
    if (!classes.has(key)) classes.set(key, id);
  }
  const categories = new Map<string, WireRow>();
  const lineItems = new Map<string, WireRow>();
  const rules = new Map<string, ResultRule>();
  const results = tables.all('Assessment').flatMap((one): WireRow[] => {
    const inClass = classes.get(`${one.organisationId} ${one.subjectId ?? ''}`);
    const score = /^-?\d+(\.\d+)?$/.test(one.grade) ? Number(one.grade) : undefined;
    if (inClass === undefined || (version === '1.1' && score === undefined)) return [];
    const title = titleOf(one);
    const itemId = wireId('lit', `${inClass} ${title}`);
    categories.set(one.kind, { sourcedId: wireId('cat', one.kind), title: one.kind });
    rules.set(title, ruleOf(one, title));
    if (!lineItems.has(itemId))
      lineItems.set(itemId, {
        sourcedId: itemId,
        title,
        assignDate: `${one.takenOn}T08:00:00.000Z`,
        dueDate: `${one.takenOn}T15:00:00.000Z`,
        class: reference('class', wireId('cls', inClass)),
        ...(version === '1.2' && { school: reference('org', wireId('org', one.organisationId)) }),
        category: reference('category', wireId('cat', one.kind)),
      });
    return [
      compact({
        sourcedId: wireId('res', one.id),
        lineItem: reference('lineItem', itemId),
        student: reference('user', wireId('usr', one.studentId)),
        ...(version === '1.2' && { class: reference('class', wireId('cls', inClass)) }),
        scoreStatus: 'fully graded',
        ...(score === undefined || version === '1.2' ? { textScore: one.grade } : { score }),
        scoreDate: one.takenOn,
      }),
    ];
  });
  return {
    categories: [...categories.values()],
    lineItems: [...lineItems.values()],
    results,
    rules: [...rules.values()],
  };
}

function titleOf({ gradeScheme, qualificationId, kind }: Assessment): string {
  return [gradeScheme, qualificationId, kind].filter((part) => typeof part === 'string').join(' ');
}

function ruleOf({ gradeScheme, qualificationId, kind }: Assessment, title: string): ResultRule {
  return {
    lineItem: title,
    gradeScheme,
    kind,
    ...(typeof qualificationId === 'string' && { qualificationId }),
  };
}
