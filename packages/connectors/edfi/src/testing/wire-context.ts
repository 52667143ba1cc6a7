import type { EntityInput } from '@collegial/model';
import { tables } from '../descriptors/tables.ts';
import type { EdfiServerOptions } from './server-options.ts';
import type { WireRow } from './world.ts';

/** A row that a record becomes. */
export interface WireEntry {
  readonly resource: string;
  /** What its GUID is made from. */
  readonly id: string;
  readonly row: WireRow;
  /** True when other records may give the same row. */
  readonly shared?: boolean;
}

type Kept =
  | 'Organisation'
  | 'OrganisationLink'
  | 'Student'
  | 'StudentCharacteristic'
  | 'Enrolment'
  | 'Staff'
  | 'Class'
  | 'Subject'
  | 'Calendar';

/** What rows are made with. */
export interface WireContext {
  readonly dataStandard: 4 | 5;
  readonly people: NonNullable<EdfiServerOptions['people']>;
  record<Name extends Kept>(name: Name, id: string): EntityInput<Name> | undefined;
  records<Name extends Kept>(name: Name): Iterable<EntityInput<Name>>;
  number(organisationId: string): number;
  nces(organisationId: string): string;
}

/** Descriptor of Ed-Fi's own namespace. */
export const descriptor = (name: string, value: string) => `uri://ed-fi.org/${name}Descriptor#${value}`;

/** The first value of a descriptor that has a meaning, in words with capitals. */
export function valueFor(name: keyof typeof tables, meaning: unknown): string {
  const [value = 'other'] = Object.entries(tables[name]).find(([, one]) => one === meaning) ?? [];
  return value.charAt(0).toUpperCase() + value.slice(1);
}

/** Unique id of a student: the same at every school. */
export function studentUniqueIdOf({ people }: WireContext, studentId: string): string {
  return (people.upnOf?.(studentId) ?? studentId).slice(0, 32);
}

/** Unique id of a member of staff: the same at every school. */
export function staffUniqueIdOf({ people }: WireContext, staffId: string): string {
  return (people.teacherNumberOf?.(staffId) ?? staffId).slice(0, 32);
}
