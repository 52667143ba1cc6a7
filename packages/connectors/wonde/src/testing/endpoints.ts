import { codeIdOf } from './mark-pages.ts';
import type { People } from './people.ts';
import { characteristicsOn, enrolmentOn, type SchoolIndex, type WorldIndex } from './school-index.ts';
import { wireMoment } from './wire-date.ts';
import {
  employeeId,
  wireClass,
  wireEmployee,
  wireExclusion,
  wireResult,
  wireStudent,
  wireSubject,
} from './wire-rows.ts';
import { studentIdOf, type World } from './world.ts';

/** A row that can be written when its page is asked for. */
export interface Item {
  /** Seconds since 1970. */
  readonly updatedAt: number;
  write(includes: ReadonlySet<string>): object;
}

/** What an endpoint lists from. */
export interface Listing {
  readonly world: World;
  readonly index: WorldIndex;
  readonly school: SchoolIndex;
  readonly organisationId: string;
  readonly people: People;
  readonly today: string;
  readonly query: URLSearchParams;
}

/** The endpoints of a school but attendance, which has its own way of writing. */
export const endpoints: Readonly<Record<string, (listing: Listing) => Item[]>> = {
  students: (listing) => students(listing, false),
  'students-leaver': (listing) => students(listing, true),
  employees,
  subjects,
  classes,
  exclusions: ({ world, school }) =>
    school.exclusions.map(({ record, updatedAt }) => ({
      updatedAt,
      write: () =>
        wireExclusion(record, idOn(school, record.studentId, record.startsOn), {
          createdAt: world.loadedAt,
          updatedAt,
        }),
    })),
  'assessment/results': ({ world, school }) =>
    school.assessments.map(({ record, updatedAt }) => ({
      updatedAt,
      write: (includes) =>
        wireResult(record, idOn(school, record.studentId, record.takenOn), {
          createdAt: world.loadedAt,
          updatedAt,
          includes,
        }),
    })),
  'attendance-codes': ({ world, organisationId }) =>
    world.marks(organisationId).columns.codes.map((code) => ({
      updatedAt: world.loadedAt,
      write: () => ({ id: codeIdOf(code), code, name: `Code ${code}`, type: null }),
    })),
  deletions: ({ world, organisationId, query }) =>
    [...(world.deletions.get(organisationId)?.values() ?? [])]
      .filter(({ type }) => (query.get('type') ?? type) === type)
      .map(({ type, id, deletedAt, restoredAt }) => ({
        updatedAt: Math.max(deletedAt, restoredAt ?? 0),
        write: () => ({
          type,
          id,
          mis_id: id.slice(-6),
          deleted_at: wireMoment(deletedAt),
          restored_at: restoredAt === undefined ? null : wireMoment(restoredAt),
        }),
      })),
};

function students({ world, index, school, people, today }: Listing, leavers: boolean): Item[] {
  const items: Item[] = [];
  for (const { record, updatedAt } of school.enrolments) {
    const { leftOn } = record;
    if ((leftOn !== null && leftOn !== undefined && leftOn < today) !== leavers) continue;
    const student = world.tables.Student.get(record.studentId);
    const rows = index.characteristics.get(record.studentId) ?? [];
    const on = leavers && leftOn ? leftOn : today;
    const changed = Math.max(updatedAt, student?.updatedAt ?? 0, ...rows.map((row) => row.updatedAt));
    items.push({
      updatedAt: changed,
      write: (includes) =>
        wireStudent(record, student?.record, characteristicsOn(rows, on), {
          people,
          on,
          includes,
          createdAt: world.loadedAt,
          updatedAt: changed,
        }),
    });
  }
  return items;
}

function employees({ world, school, organisationId, people, today }: Listing): Item[] {
  return [...school.employees].map(([staffId, appointments]) => {
    const changed = Math.max(
      world.tables.Staff.get(staffId)?.updatedAt ?? 0,
      ...appointments.map(({ updatedAt }) => updatedAt),
    );
    const records = appointments.map(({ record }) => record);
    return {
      updatedAt: changed,
      write: (includes) =>
        wireEmployee(staffId, organisationId, records, {
          people,
          today,
          includes,
          createdAt: world.loadedAt,
          updatedAt: changed,
        }),
    };
  });
}

function subjects({ world, school, organisationId }: Listing): Item[] {
  return [...school.subjects].flatMap((id) => {
    const row = world.tables.Subject.get(id);
    if (row === undefined) return [];
    const { record, updatedAt } = row;
    return [
      {
        updatedAt,
        write: () => wireSubject(record, organisationId, { createdAt: world.loadedAt, updatedAt }),
      },
    ];
  });
}

function classes({ world, index, school, organisationId, today }: Listing): Item[] {
  const isCurrent = ({ validTo }: { validTo?: string | null | undefined }) => (validTo ?? today) >= today;
  return school.classes.map(({ record, updatedAt }) => {
    const members = index.members.get(record.id) ?? [];
    const teachers = index.teachers.get(record.id) ?? [];
    const changed = Math.max(
      updatedAt,
      ...members.map((row) => row.updatedAt),
      ...teachers.map((row) => row.updatedAt),
    );
    return {
      updatedAt: changed,
      write: (includes) =>
        wireClass(
          record,
          members.flatMap((row) => {
            const id = isCurrent(row.record) ? idOn(school, row.record.studentId, today) : undefined;
            return id === undefined ? [] : [id];
          }),
          teachers.flatMap((row) =>
            isCurrent(row.record) ? [employeeId(row.record.staffId, organisationId)] : [],
          ),
          { includes, createdAt: world.loadedAt, updatedAt: changed },
        ),
    };
  });
}

function idOn(school: SchoolIndex, studentId: string, day: string): string | undefined {
  const enrolment = enrolmentOn(school, studentId, day);
  return enrolment === undefined ? undefined : studentIdOf(enrolment.id);
}
