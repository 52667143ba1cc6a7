import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { City } from '@collegial/sample-city';

/** What the vendor and the coordinators hold themselves: an MIS knows neither groups nor agreements. */
const vendorRecords: readonly (keyof City['dataset'])[] = [
  'Organisation',
  'OrganisationLink',
  'SchoolGroup',
  'GroupMember',
  'Designation',
  'Calendar',
  'Funding',
  'SharingAgreement',
  'Qualification',
];

const activityColumns = [
  'activity_id',
  'kind',
  'title',
  'aim',
  'starts_on',
  'ends_on',
  'group',
  'recorded_by',
  'school',
  'role',
  'heads',
  'middle_leaders',
  'teachers',
  'support_staff',
  'students',
  'governors',
  'hours',
  'days',
  'places',
  'amount',
  'product',
];

/** Writes the files that the demo's configuration reads beside the MIS: records of the vendor as JSON, activities as CSV. */
export async function writeInputs(city: City, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  const records = Object.fromEntries(
    vendorRecords.map((entity) => [entity, [...(city.dataset[entity] ?? [])]]),
  );
  await writeFile(join(directory, 'vendor-records.json'), JSON.stringify(records));
  await writeFile(join(directory, 'activities.csv'), csv(activityColumns, activityRows(city)));
  const confirmations = [...(city.dataset.Confirmation ?? [])].map((entry) => [
    entry.activityId,
    entry.organisationId,
    entry.verdict,
    entry.decidedOn,
    entry.note,
  ]);
  await writeFile(
    join(directory, 'confirmations.csv'),
    csv(['activity_id', 'school', 'verdict', 'decided_on', 'note'], confirmations),
  );
}

type Cell = string | number | null | undefined;

function activityRows({ dataset }: City): Cell[][] {
  const activities = new Map([...(dataset.Activity ?? [])].map((activity) => [activity.id, activity]));
  return [...(dataset.Participation ?? [])].flatMap((part) => {
    const activity = activities.get(part.activityId);
    if (activity === undefined) return [];
    const { id, kind, title, aim, startsOn, endsOn, groupId, recordedById, product } = activity;
    const people = [
      part.heads,
      part.middleLeaders,
      part.teachers,
      part.supportStaff,
      part.students,
      part.governors,
    ];
    return [
      [
        id,
        kind,
        title,
        aim,
        startsOn,
        endsOn,
        groupId,
        recordedById,
        part.organisationId,
        part.role,
        ...people,
        part.hours,
        part.days,
        part.places,
        part.amount,
        product,
      ],
    ];
  });
}

function csv(columns: readonly string[], rows: readonly Cell[][]): string {
  const quote = (cell: Cell) =>
    typeof cell === 'string' && /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : String(cell ?? '');
  return `${[columns, ...rows].map((row) => row.map(quote).join(',')).join('\n')}\n`;
}
