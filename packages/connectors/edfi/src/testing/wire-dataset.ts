import { CollegialError, type Dataset, type EntityInput, type EntityName } from '@collegial/model';
import type { AssessmentSetting } from '../edfi-config.ts';
import type { EdfiServerOptions } from './server-options.ts';
import type { WireContext, WireEntry } from './wire-context.ts';
import { Wire } from './wire-rows.ts';
import { guidFor, type World } from './world.ts';

const kept = [
  'Organisation',
  'OrganisationLink',
  'Student',
  'StudentCharacteristic',
  'Enrolment',
  'Staff',
  'Class',
  'Subject',
  'Calendar',
] as const;
type Kept = (typeof kept)[number];

/** Which order rows are written in. */
const served = [
  'Organisation',
  'Calendar',
  'Student',
  'Enrolment',
  'Staff',
  'Appointment',
  'Subject',
  'Class',
  'ClassEnrolment',
  'Teaching',
  'Exclusion',
  'Assessment',
] as const satisfies readonly EntityName[];

/** Turns a dataset, and changes of its records, into rows of the world. */
export class WireDataset implements WireContext {
  readonly dataStandard: 4 | 5;
  readonly people: NonNullable<EdfiServerOptions['people']>;
  readonly #tables = Object.fromEntries(kept.map((name) => [name, new Map()])) as {
    [Name in Kept]: Map<string, EntityInput<Name>>;
  };
  readonly #marks = new Map<string, Map<string, EntityInput<'AttendanceMark'>>>();
  readonly #written = new Map<string, readonly WireEntry[]>();
  readonly #numbers = new Map<string, number>();
  readonly #options: EdfiServerOptions;
  readonly #world: World;
  readonly #wire: Wire;
  #guids = 0;

  constructor(options: EdfiServerOptions, world: World, dataStandard: 4 | 5) {
    this.#options = options;
    this.#world = world;
    this.dataStandard = dataStandard;
    this.people = options.people ?? {};
    this.#wire = new Wire(this);
  }

  /** Writes the whole dataset. */
  fill(): void {
    const { dataset } = this.#options;
    for (const name of kept)
      for (const record of (dataset[name] ?? []) as Iterable<{ id: string }>)
        this.#keep(name, record as never);
    for (const name of served)
      for (const record of (dataset[name] ?? []) as Iterable<EntityInput<typeof name>>)
        this.#write(name, record as never);
    for (const mark of this.#allMarks(dataset)) this.#keepMark(mark);
    for (const day of this.#marks.keys()) this.#writeDay(day);
  }

  *#allMarks(dataset: Dataset): Iterable<EntityInput<'AttendanceMark'>> {
    const { marksOf } = this.#options;
    if (marksOf === undefined) yield* dataset.AttendanceMark ?? [];
    else {
      const schools = new Set(
        [...this.#tables.Enrolment.values()].map(({ organisationId }) => organisationId),
      );
      for (const school of schools) yield* marksOf(school);
    }
  }

  update<Name extends EntityName>(name: Name, record: EntityInput<Name>): void {
    if (name === 'AttendanceMark') {
      const mark = record as EntityInput<'AttendanceMark'>;
      this.#writeDay(this.#keepMark(mark));
      return;
    }
    if ((kept as readonly string[]).includes(name)) this.#keep(name as Kept, record as never);
    if (name === 'StudentCharacteristic') {
      const student = this.#tables.Student.get((record as EntityInput<'StudentCharacteristic'>).studentId);
      if (student !== undefined) this.#write('Student', student);
    } else this.#write(name, record);
  }

  remove(name: EntityName, key: readonly string[]): boolean {
    const [id = ''] = key;
    if (name === 'AttendanceMark') {
      const [enrolment, date, session = ''] = key;
      const day = this.#marks.get(`${enrolment} ${date}`);
      const had = day?.delete(session) === true;
      if (had) this.#writeDay(`${enrolment} ${date}`);
      return had;
    }
    const table = (this.#tables as Partial<Record<string, Map<string, unknown>>>)[name];
    if (name === 'StudentCharacteristic') {
      const record = this.#tables.StudentCharacteristic.get(id);
      this.#tables.StudentCharacteristic.delete(id);
      const student = record && this.#tables.Student.get(record.studentId);
      if (student !== undefined) this.#write('Student', student);
      return record !== undefined;
    }
    const entries = this.#written.get(`${name} ${id}`);
    table?.delete(id);
    this.#written.delete(`${name} ${id}`);
    for (const { resource, id: own, shared } of entries ?? [])
      if (shared !== true || !this.#isWritten(resource, own))
        this.#world.delete(resource, guidFor(resource, own));
    return entries !== undefined;
  }

  /** Whether another record still gives this row: a person at two schools is one student. */
  #isWritten(resource: string, id: string): boolean {
    for (const entries of this.#written.values())
      if (entries.some((entry) => entry.resource === resource && entry.id === id)) return true;
    return false;
  }

  assessments(): readonly AssessmentSetting[] {
    const settings = new Map<string, AssessmentSetting>();
    for (const record of this.#options.dataset.Assessment ?? []) {
      const identifier = this.#wire.assessmentIdentifier(record);
      const { kind, gradeScheme, qualificationId } = record;
      settings.set(identifier, {
        identifier,
        kind,
        gradeScheme,
        ...(qualificationId ? { qualificationId } : {}),
      });
    }
    return [...settings.values()];
  }

  organisationId(id: string): string {
    return `nces:${this.nces(id)}`;
  }

  newGuid(): string {
    this.#guids += 1;
    return guidFor('new', String(this.#guids));
  }

  // What rows are made with, see WireContext.

  record<Name extends Kept>(name: Name, id: string): EntityInput<Name> | undefined {
    return this.#tables[name].get(id) as EntityInput<Name> | undefined;
  }

  records<Name extends Kept>(name: Name): Iterable<EntityInput<Name>> {
    return this.#tables[name].values();
  }

  /** Number of an organisation: `schoolId` or `localEducationAgencyId`. */
  number(id: string): number {
    const known = this.#numbers.get(id) ?? 255_900_001 + this.#numbers.size;
    this.#numbers.set(id, known);
    return known;
  }

  nces(id: string): string {
    const digits = String(this.number(id));
    return this.#tables.Organisation.get(id)?.kind === 'authority'
      ? digits.slice(-7)
      : digits.padStart(12, '4');
  }

  #keep<Name extends Kept>(name: Name, record: EntityInput<Name>): void {
    (this.#tables[name] as Map<string, EntityInput<Name>>).set((record as { id: string }).id, record);
  }

  #keepMark(mark: EntityInput<'AttendanceMark'>): string {
    const key = `${mark.enrolmentId} ${mark.date}`;
    const day = this.#marks.get(key) ?? new Map<string, EntityInput<'AttendanceMark'>>();
    this.#marks.set(key, day.set(mark.session, mark));
    return key;
  }

  #writeDay(key: string): void {
    this.#put(`AttendanceMark ${key}`, this.#wire.day([...(this.#marks.get(key)?.values() ?? [])]));
  }

  #write<Name extends EntityName>(name: Name, record: EntityInput<Name>): void {
    const entries = this.#wire.entries(name, record);
    if (entries === undefined)
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The Ed-Fi server serves no ${name}.`,
        fix: `Use one of ${served.join(', ')}, StudentCharacteristic, AttendanceMark.`,
      });
    this.#put(`${name} ${(record as { id: string }).id}`, entries);
  }

  #put(key: string, entries: readonly WireEntry[]): void {
    for (const { resource, id } of this.#written.get(key) ?? [])
      if (!entries.some((entry) => entry.resource === resource && entry.id === id))
        this.#world.delete(resource, guidFor(resource, id));
    this.#written.set(key, entries);
    for (const { resource, id, row } of entries) {
      const guid = guidFor(resource, id);
      const before = this.#world.get(resource, guid);
      if (before === undefined || JSON.stringify(before.row) !== JSON.stringify(row))
        this.#world.put(resource, guid, row);
    }
  }
}
