import type { HttpClient } from '@collegial/connector-kit';
import { descriptorValue } from '../descriptors/read-descriptor.ts';
import { guidOf, linkedGuid } from '../edfi-ids.ts';
import type { Api, ApiContext } from '../service/open-api.ts';
import { isOutOfReach } from '../service/open-api.ts';
import { readRows } from '../service/read-list.ts';

type Json = Readonly<Record<string, unknown>>;

/** An enrolment as marks are matched with it. */
export interface KnownEnrolment {
  readonly guid: string;
  readonly from: string;
  readonly to: string | undefined;
}

/** A course offering: what is taught, and under which title. */
export interface KnownOffering {
  readonly course: string | undefined;
  readonly title: string | undefined;
}

/** Value of a property, or of one inside references: `field(row, 'studentReference', 'studentUniqueId')`. */
export function field(row: unknown, ...path: readonly string[]): string | undefined {
  let value: unknown = row;
  for (const name of path) value = (value as Json | null | undefined)?.[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Text of several values, to look something up by; `undefined` when one is missing. */
export function keyOf(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.join('\u0000');
}

/** Key of a section in a reference to it. */
export const sectionKey = (reference: unknown): string | undefined =>
  keyOf(
    ...['schoolId', 'schoolYear', 'sessionName', 'localCourseCode', 'sectionIdentifier'].map((name) =>
      field(reference, name),
    ),
  );

/** Key of a course offering in a reference to it, or to one of its sections. */
export const offeringKey = (reference: unknown): string | undefined =>
  keyOf(
    ...['schoolId', 'schoolYear', 'sessionName', 'localCourseCode'].map((name) => field(reference, name)),
  );

/**
 * What rows refer to by natural keys. Servers give a link with the GUID beside the keys, unless that is turned off: then the resources are read once
 * for each stream that refers to them. Nothing of it is kept beyond the sync.
 */
export class Directory {
  readonly #context: ApiContext;
  readonly #api: Api;
  readonly #source: string;
  readonly #known = new Map<string, Promise<ReadonlyMap<string, unknown>>>();

  constructor(context: ApiContext, api: Api, source: string) {
    this.#context = context;
    this.#api = api;
    this.#source = source;
  }

  /** Ids of the schools and districts, by `educationOrganizationId`. */
  organisations(): Promise<ReadonlyMap<string, string>> {
    return this.#remember('organisations', async (ids: Map<string, string>) => {
      const take = (row: unknown, id: string | undefined) => {
        if (id !== undefined) ids.set(id, organisationIdOf(row, id, this.#source));
      };
      for await (const row of this.#rows('schools')) take(row, field(row, 'schoolId'));
      try {
        for await (const row of this.#rows('localEducationAgencies'))
          take(row, field(row, 'localEducationAgencyId'));
      } catch (error) {
        // Without districts only references to districts are concerned.
        if (!isOutOfReach(error)) throw error;
      }
    });
  }

  /** GUID of what a reference names, by its link, or looked up by its key. */
  async guidOf(
    resource: 'students' | 'staffs' | 'sections' | 'courses',
    reference: unknown,
  ): Promise<string | undefined> {
    const linked = linkedGuid(reference);
    if (linked !== undefined) return linked;
    const keys: Record<typeof resource, (of: unknown) => string | undefined> = {
      students: (of) => field(of, 'studentUniqueId'),
      staffs: (of) => field(of, 'staffUniqueId'),
      sections: (of) =>
        sectionKey(of) ??
        keyOf(
          field(of, 'courseOfferingReference', 'schoolId'),
          field(of, 'courseOfferingReference', 'schoolYear'),
          field(of, 'courseOfferingReference', 'sessionName'),
          field(of, 'courseOfferingReference', 'localCourseCode'),
          field(of, 'sectionIdentifier'),
        ),
      courses: (of) =>
        keyOf(
          field(of, 'educationOrganizationId') ??
            field(of, 'educationOrganizationReference', 'educationOrganizationId'),
          field(of, 'courseCode'),
        ),
    };
    const key = keys[resource](reference);
    if (key === undefined) return undefined;
    const guids = await this.#remember(resource, async (known: Map<string, string>) => {
      for await (const row of this.#rows(resource)) {
        const [of, guid] = [keys[resource](row), guidOf((row as Json).id)];
        if (of !== undefined && guid !== undefined) known.set(of, guid);
      }
    });
    return guids.get(key);
  }

  /** Enrolments by `studentUniqueId` and `schoolId`. */
  enrolments(): Promise<ReadonlyMap<string, readonly KnownEnrolment[]>> {
    return this.#remember('enrolments', async (known: Map<string, KnownEnrolment[]>) => {
      for await (const row of this.#rows('studentSchoolAssociations')) {
        const key = keyOf(
          field(row, 'studentReference', 'studentUniqueId'),
          field(row, 'schoolReference', 'schoolId'),
        );
        const guid = guidOf((row as Json).id);
        const from = field(row, 'entryDate')?.slice(0, 10);
        if (key === undefined || guid === undefined || from === undefined) continue;
        const others = known.get(key) ?? [];
        // A list that is begun anew brings rows again.
        if (others.some((other) => other.guid === guid)) continue;
        others.push({ guid, from, to: field(row, 'exitWithdrawDate')?.slice(0, 10) });
        known.set(key, others);
      }
    });
  }

  /** `sexDescriptor` by `studentUniqueId`, from what schools and districts keep of their students; the last one in the order of ids wins. */
  sexes(): Promise<ReadonlyMap<string, string>> {
    return this.#remember('sexes', async (known: Map<string, string>) => {
      const wonBy = new Map<string, string>();
      for await (const row of this.#rows('studentEducationOrganizationAssociations')) {
        const student = field(row, 'studentReference', 'studentUniqueId');
        const sex = field(row, 'sexDescriptor');
        const guid = guidOf((row as Json).id);
        if (student === undefined || sex === undefined || guid === undefined) continue;
        if ((wonBy.get(student) ?? '') > guid) continue;
        wonBy.set(student, guid);
        known.set(student, sex);
      }
    });
  }

  /** Course offerings by school, school year, session and local course code. */
  offerings(): Promise<ReadonlyMap<string, KnownOffering>> {
    return this.#remember('offerings', async (known: Map<string, KnownOffering>) => {
      for await (const row of this.#rows('courseOfferings')) {
        const key = keyOf(
          field(row, 'schoolReference', 'schoolId') ?? field(row, 'sessionReference', 'schoolId'),
          field(row, 'sessionReference', 'schoolYear'),
          field(row, 'sessionReference', 'sessionName'),
          field(row, 'localCourseCode'),
        );
        if (key !== undefined)
          known.set(key, {
            course: await this.guidOf('courses', (row as Json).courseReference),
            title: field(row, 'localCourseTitle'),
          });
      }
    });
  }

  /** Last days of grading periods, by school, school year, period and its sequence (data standard 4) or name (5). */
  gradingPeriods(): Promise<ReadonlyMap<string, string>> {
    return this.#remember('gradingPeriods', async (known: Map<string, string>) => {
      for await (const row of this.#rows('gradingPeriods')) {
        const end = field(row, 'endDate');
        for (const part of ['periodSequence', 'gradingPeriodName']) {
          const key = keyOf(
            field(row, 'schoolReference', 'schoolId'),
            field(row, 'schoolYearTypeReference', 'schoolYear'),
            field(row, 'gradingPeriodDescriptor'),
            field(row, part),
          );
          if (key !== undefined && end !== undefined) known.set(key, end);
        }
      }
    });
  }

  #rows(resource: string): AsyncGenerator<unknown> {
    return readRows(this.#context, this.#api, `ed-fi/${resource}`);
  }

  #remember<Value>(
    name: string,
    fill: (known: Map<string, Value>) => Promise<void>,
  ): Promise<ReadonlyMap<string, Value>> {
    let promise = this.#known.get(name) as Promise<ReadonlyMap<string, Value>> | undefined;
    if (promise === undefined) {
      const known = new Map<string, Value>();
      promise = fill(known).then(() => known);
      this.#known.set(name, promise);
      // What failed may pass for the next stream.
      promise.catch(() => this.#known.delete(name));
    }
    return promise;
  }
}

const directories = new WeakMap<HttpClient, { readonly newest: number; readonly directory: Directory }>();

/** The directory of a sync: shared by its streams as long as nothing changes at the server, which change versions tell. */
export function directoryOf(
  { config, http, logger, source }: ApiContext & { readonly source: string },
  api: Api,
): Directory {
  const newest = api.changes?.newest;
  const known = directories.get(http);
  if (newest !== undefined && known?.newest === newest) return known.directory;
  // Without the signal of one stream: another may wait for the same list.
  const directory = new Directory({ config, http, logger }, api, source);
  if (newest !== undefined) directories.set(http, { newest, directory });
  return directory;
}

/**
 * Id of a school or district: its NCES id where one is given, so that other sources meet it, otherwise its id at the source. NCES ids of schools have
 * twelve digits, those of districts seven.
 */
export function organisationIdOf(row: unknown, id: string, source: string): string {
  const nces = ncesIdOf(row);
  return nces === undefined ? `${source}:${id}` : `nces:${nces}`;
}

/** NCES id among the identification codes of a school or district. */
export function ncesIdOf(row: unknown): string | undefined {
  const codes = (row as Json | null)?.identificationCodes;
  if (!Array.isArray(codes)) return undefined;
  for (const code of codes) {
    const system = field(code, 'educationOrganizationIdentificationSystemDescriptor');
    const written = field(code, 'identificationCode')?.trim();
    if (
      system !== undefined &&
      /^nces\b/i.test(descriptorValue(system)) &&
      written !== undefined &&
      /^(\d{7}|\d{12})$/.test(written)
    )
      return written;
  }
  return undefined;
}
