import { type Mapped, reject, skip } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import type { ActivitiesConfig } from './activities-config.ts';
import { type Cells, type SheetRow, textIn } from './activities-schemas.ts';
import { readKind, readSchool } from './read-names.ts';
import { type Fault, readDay } from './read-values.ts';

/** What the mapping of a row needs beside the row. */
export interface Setting {
  readonly config: ActivitiesConfig;
  /** Name of the source: the prefix of ids. */
  readonly source: string;
}

/** Fields that describe the activity, and so must agree on every row of it or be left empty. */
const described = [
  'kind',
  'title',
  'aim',
  'starts_on',
  'ends_on',
  'group',
  'recorded_by',
  'product',
] as const;

/** Id of an activity within the tenant. */
export const activityId = (cells: Cells, source: string): string =>
  `${source}:${textIn(cells, 'activity_id')}`;

/** An activity from its first row. Further rows of it add schools; one that describes it otherwise is set aside. */
export function mapActivity(row: SheetRow, setting: Setting): Mapped<'Activity'> {
  if (row.first !== undefined) {
    const differs = differingField(row);
    return differs === undefined
      ? skip('a further school of an activity that stands above')
      : reject(...asRejection(differs));
  }
  const read = readActivity(row.cells, setting);
  return 'fault' in read ? reject(...asRejection(read.fault)) : read.activity;
}

/** Says why the activity that a row belongs to cannot be loaded, if it cannot. */
export function faultOfActivity(row: SheetRow, setting: Setting): Fault | undefined {
  const read = readActivity(row.first ?? row.cells, setting);
  return 'fault' in read ? read.fault : differingField(row);
}

/** Arguments of `reject` for a fault. */
export function asRejection({ reason, field }: Fault): [string, { field: string }] {
  return [reason, { field }];
}

function readActivity(
  cells: Cells,
  { config, source }: Setting,
): { activity: EntityInput<'Activity'> } | { fault: Fault } {
  const text = (name: string) => textIn(cells, name);
  if (text('activity_id') === '')
    return { fault: { field: 'activity_id', reason: 'the id of the activity is missing' } };
  if (text('title') === '')
    return { fault: { field: 'title', reason: 'the title of the activity is missing' } };
  const kind = readKind(text('kind'), config);
  if (kind.fault !== undefined) return { fault: kind.fault };
  const startsOn = readDay(text('starts_on'), 'starts_on');
  if (startsOn.fault !== undefined) return { fault: startsOn.fault };
  if (startsOn.value === null)
    return { fault: { field: 'starts_on', reason: 'the first day of the activity is missing' } };
  const endsOn = readDay(text('ends_on'), 'ends_on');
  if (endsOn.fault !== undefined) return { fault: endsOn.fault };
  if (endsOn.value !== null && endsOn.value < startsOn.value)
    return { fault: { field: 'ends_on', reason: 'the activity ends before it starts' } };
  const recorder =
    text('recorded_by') === '' ? undefined : readSchool(text('recorded_by'), 'recorded_by', config);
  if (recorder?.fault !== undefined) return { fault: recorder.fault };
  return {
    activity: {
      id: activityId(cells, source),
      kind: kind.value,
      title: text('title').slice(0, 500),
      aim: text('aim').slice(0, 500) || null,
      startsOn: startsOn.value,
      endsOn: endsOn.value,
      groupId: text('group') || null,
      recordedById: recorder?.value ?? null,
      product: text('product').slice(0, 500) || null,
    },
  };
}

function differingField({ cells, first, firstRow }: SheetRow): Fault | undefined {
  if (first === undefined) return undefined;
  const field = described.find((name) => textIn(cells, name) !== '' && cells[name] !== textIn(first, name));
  if (field === undefined) return undefined;
  return {
    field,
    reason: `differs from row ${firstRow ?? 1}, the first of this activity; repeat it or leave it empty`,
  };
}
