import { type City, createCity } from '@collegial/sample-city';
import type { LoadTarget } from '@collegial/model';
import { sync } from '@collegial/sync';
import { edfi } from '../edfi-connector.ts';
import { createEdfiServer, type EdfiServer, type EdfiServerOptions } from '../testing/index.ts';

/** A small city, the same for every test; of its schools, some. */
export const city: City = createCity({ seed: 7, students: 300, years: 1, firstYear: 2022 });
export const schools: readonly string[] = city.schools.slice(0, 2);
export const dataset = datasetOf(schools);

/** The records that these schools keep, with all organisations. */
function datasetOf(ids: readonly string[]) {
  const { dataset: all } = city;
  const here = <Item extends { organisationId: string }>(items: Iterable<Item>) =>
    [...items].filter(({ organisationId }) => ids.includes(organisationId));
  const enrolments = here(all.Enrolment);
  const students = new Set(enrolments.map(({ studentId }) => studentId));
  const appointments = here(all.Appointment);
  const staff = new Set(appointments.map(({ staffId }) => staffId));
  const classes = here(all.Class).slice(0, 30);
  const taught = new Set(classes.map(({ id }) => id));
  return {
    Organisation: [...all.Organisation],
    OrganisationLink: [...all.OrganisationLink],
    Calendar: here(all.Calendar).slice(0, 1),
    Student: [...all.Student].filter(({ id }) => students.has(id)),
    StudentCharacteristic: [...all.StudentCharacteristic].filter(({ studentId }) => students.has(studentId)),
    Enrolment: enrolments,
    Staff: [...all.Staff].filter(({ id }) => staff.has(id)),
    Appointment: appointments,
    Subject: [...all.Subject],
    Class: classes,
    ClassEnrolment: [...all.ClassEnrolment].filter(({ classId, studentId }) => taught.has(classId) && students.has(studentId)),
    Teaching: [...all.Teaching].filter(({ classId, staffId }) => taught.has(classId) && staff.has(staffId)),
    Exclusion: here(all.Exclusion).filter(({ studentId }) => students.has(studentId)),
    Assessment: here(all.Assessment).filter(({ studentId }) => students.has(studentId)),
  };
}
export const days = { from: '2023-03-06', to: '2023-03-17' };

const inDays = new Map<string, ReturnType<typeof collect>>();
const collect = (school: string) => [...city.marksOf(school)].filter(({ date }) => date >= days.from && date <= days.to);

/** Marks of a school on the days of the tests. */
export function marksOf(school: string) {
  const known = inDays.get(school) ?? (schools.includes(school) ? collect(school) : []);
  inDays.set(school, known);
  return known;
}

export function cityServer(options: Partial<EdfiServerOptions> = {}): EdfiServer {
  return createEdfiServer({ dataset, marksOf, people: city.people, ...options });
}

export interface SyncSettings {
  readonly full?: boolean;
  readonly streams?: readonly string[];
  readonly config?: Partial<Parameters<typeof edfi>[0]>;
  readonly fetch?: typeof fetch;
}

/** Syncs from a server into a target, without a network. */
export function syncCity(server: EdfiServer, target: LoadTarget, settings: SyncSettings = {}) {
  const { config, fetch = ((input: string | URL | Request, init?: RequestInit) => server.handle(new Request(input, init))) as typeof globalThis.fetch, ...rest } = settings;
  return sync({
    sources: [
      edfi({
        baseUrl: 'https://edfi.example/api',
        clientId: server.clientId,
        clientSecret: server.clientSecret,
        uniqueIdAuthority: 'US-XX',
        assessments: [...server.assessments],
        overlap: 0,
        ...config,
      }),
    ],
    target,
    key: Buffer.alloc(32, 7).toString('base64'),
    fetch,
    sleep: async () => undefined,
    ...rest,
  });
}
