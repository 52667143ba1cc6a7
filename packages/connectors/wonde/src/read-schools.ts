import { type Page, page, type ReadContext } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';
import { listSchools, pathOf, type School } from './list-schools.ts';
import { readPages } from './read-pages.ts';
import type { WondeConfig } from './wonde-config.ts';
import { filterOf, hoursBefore, type WondeCursor } from './wonde-cursor.ts';
import { type RowOrigin, readReference } from './wonde-schemas.ts';

type Search = Readonly<Record<string, string | number | undefined>>;

/** One endpoint of a school. */
export interface Part {
  /** Path below the school, for example `students`. */
  readonly path: string;
  readonly search?: Search | ((config: WondeConfig) => Search);
  /** True for the feed of deletions. */
  readonly deletion?: boolean;
}

/** How a stream reads the schools. */
export interface ReadPlan {
  /** Endpoints in the order in which they are read at each school. */
  readonly parts: readonly Part[];
  /** Reads only what changed since the last time, by school; otherwise everything, every time. */
  readonly incremental: boolean;
  /** Reads the attendance codes of each school first. */
  readonly codes?: boolean;
}

const hoursOfOnePass = 12;
const noCodes: ReadonlyMap<string, string> = new Map();

type Context = ReadContext<WondeConfig, WondeCursor>;

/**
 * Reads school after school. A school that refuses an endpoint, or is not there, does not keep the others from being
 * read: its failure is thrown at the end, so that the stream counts as not complete, and it is read as far back as before
 * the next time.
 */
export async function* readSchools(context: Context, plan: ReadPlan): AsyncGenerator<Page<WondeCursor>> {
  const { schools, failures: unreadable, began: now } = await listSchools(context);
  const failures = [...unreadable];
  const filter = filterOf(context.config);
  if (context.cursor !== undefined && context.cursor.filter !== filter)
    context.restart('The days of attendance in the settings have changed.');
  const before = context.cursor?.filter === filter ? context.cursor : undefined;
  const place = before?.pass?.at;
  // A pass that was left long ago is gone on with where it stopped, and the schools it had done are read again too.
  const recent = before?.pass !== undefined && before.pass.began >= hoursBefore(now, hoursOfOnePass);
  const read: Record<string, string> = { ...before?.schools };
  for (const school of inOrder(schools, place?.school)) {
    const since = Object.hasOwn(read, school.id) ? read[school.id] : undefined;
    const at = place?.school === school.id ? place : undefined;
    const began = before?.pass !== undefined && (recent || at !== undefined) ? before.pass.began : now;
    if (recent && at === undefined && since !== undefined && since >= began) continue;
    const failed = (error: unknown) => {
      if (!ofOneSchool(error)) throw error;
      context.logger.warn('a school could not be read', { school: school.id, code: error.code });
      failures.push(error);
      whole = false;
    };
    let whole = true;
    const codes = plan.codes === true ? await attendanceCodes(context, school).catch(failed) : undefined;
    for (let part = at?.part ?? 0; part < plan.parts.length; part += 1) {
      const { path, search, deletion = false } = plan.parts[part] as Part;
      const ofSchool: RowOrigin = {
        organisationId: school.organisationId,
        today: now.slice(0, 10),
        deletion,
        codes: codes ?? noCodes,
      };
      const file = pathOf(school.id, path);
      const asked = {
        per_page: context.config.perPage,
        ...(typeof search === 'function' ? search(context.config) : search),
        ...(since === undefined || !plan.incremental
          ? {}
          : { updated_after: hoursBefore(since, context.config.overlapHours) }),
      };
      const from = part === at?.part ? at.next : undefined;
      try {
        for await (const { rows, number, next } of readPages(context, file, asked, from)) {
          for (const row of rows)
            if (typeof row === 'object' && row !== null)
              (row as { ofSchool?: RowOrigin }).ofSchool = ofSchool;
          const goOn =
            next !== undefined
              ? { school: school.id, part, next }
              : part + 1 < plan.parts.length
                ? { school: school.id, part: part + 1 }
                : undefined;
          if (goOn === undefined && whole) read[school.id] = began;
          yield page<WondeCursor>(rows, {
            place: { file, page: number, row: 1 },
            ...(plan.incremental
              ? {
                  cursor: {
                    filter,
                    schools: { ...read },
                    pass: { began, ...(whole && goOn && { at: goOn }) },
                  },
                }
              : {}),
          });
        }
      } catch (error) {
        failed(error);
      }
    }
  }
  if (plan.incremental) yield page<WondeCursor>([], { place: {}, cursor: { filter, schools: read } });
  if (failures.length > 0) throw togetherOf(failures, schools.length + unreadable.length);
}

/** The schools, beginning with the one that a pass stopped at. */
function inOrder(schools: readonly School[], first: string | undefined): readonly School[] {
  return [...schools.filter(({ id }) => id === first), ...schools.filter(({ id }) => id !== first)];
}

async function attendanceCodes(context: Context, school: School): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  const search = { per_page: context.config.perPage };
  for await (const { rows } of readPages(context, pathOf(school.id, 'attendance-codes'), search))
    for (const row of rows as readonly ({ code?: unknown } | null)[]) {
      const id = readReference(row);
      if (id !== undefined && typeof row?.code === 'string' && row.code !== '') codes.set(id, row.code);
    }
  return codes;
}

/** Failures that concern one school and leave the others readable. */
function ofOneSchool(error: unknown): error is CollegialError {
  return CollegialError.isInstance(error) && (error.code === 'http.scope' || error.code === 'http.not-found');
}

function togetherOf(failures: readonly CollegialError[], schools: number): CollegialError {
  const [first] = failures as [CollegialError];
  if (failures.length === 1) return first;
  return new CollegialError({
    code: first.code,
    message: `${failures.length} of ${schools} schools could not be read; the others were. The first one: ${first.message}`,
    fix: '',
    place: first.place,
    cause: first,
  });
}
