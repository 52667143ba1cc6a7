import { type AreaSchool, CollegialError } from '@collegial/model';
import type { QueryEngine, QueryOptions, Row } from '@collegial/query';
import type { IndicatorDefinition } from '../definition/indicator-definition.ts';
import { type Part, type SchoolParts, withoutState } from './part.ts';
import { columnOf, type SchoolStatesOptions, schoolStatesSql } from './school-states-sql.ts';
import { type StateRow, stateOfRow } from './state-of-row.ts';

/** The parts of each school, by academic year and organisation. */
export type PartsByYear = ReadonlyMap<number, ReadonlyMap<string, SchoolParts>>;

/** A school's parts while they are read. */
interface Reading {
  all: Part | undefined;
  readonly subgroups: Map<string, Part>;
}

/**
 * Works out the partial states of all schools with one query.
 *
 * @throws CollegialError `indicator.invalid` when the SQL counts a unit twice, or in fractions
 */
export async function readSchoolParts(
  engine: QueryEngine,
  definition: IndicatorDefinition,
  options: Omit<SchoolStatesOptions, 'dialect'>,
  queryOptions: QueryOptions,
): Promise<PartsByYear> {
  const statement = schoolStatesSql(definition, { ...options, dialect: engine.dialect });
  const rows = await engine.query<Row>(statement, queryOptions);
  const ofSchools = definition.kind.kind === 'area' && definition.kind.rows === 'schools';
  const years = new Map<number, Map<string, Reading>>();
  for (const row of rows) {
    const organisationId = row.organisation_id as string | null;
    if (!ofSchools) requireOnce(definition, row);
    requireWhole(definition, row);
    if (organisationId === null) continue;
    const schools = years.get(row.academic_year as number) ?? new Map<string, Reading>();
    years.set(row.academic_year as number, schools);
    const school = schools.get(organisationId) ?? { all: undefined, subgroups: new Map() };
    schools.set(organisationId, school);
    const breakdown = options.by.find((name) => typeof row[columnOf(name)] === 'string');
    if (breakdown !== undefined)
      school.subgroups.set(
        `${breakdown}=${row[columnOf(breakdown)]}`,
        partOfPeople(definition, organisationId, row),
      );
    else if (school.all !== undefined) throw countedTwice(definition);
    else
      school.all = ofSchools
        ? partOfFigure(organisationId, row)
        : partOfPeople(definition, organisationId, row);
  }
  return new Map([...years].map(([year, schools]) => [year, complete(definition, schools)]));
}

/** A school without data for any unit counts for nothing: its absence shows in the coverage, not as a row of zeros. */
function complete(definition: IndicatorDefinition, schools: Map<string, Reading>): Map<string, SchoolParts> {
  const parts = new Map<string, SchoolParts>();
  for (const [id, { all, subgroups }] of schools) {
    if (all === undefined) continue;
    const empty = all.covered === 0 && all.uncertain === 0;
    const kept = (part: Part) => (empty ? withoutState(definition.kind, part) : part);
    parts.set(id, {
      all: kept(all),
      subgroups: new Map([...subgroups].map(([name, part]) => [name, kept(part)])),
    });
  }
  return parts;
}

function partOfPeople(definition: IndicatorDefinition, organisationId: string, row: Row): Part {
  return {
    state: stateOfRow(definition.kind, organisationId, row as StateRow),
    due: row.due as number,
    covered: row.covered as number,
    uncertain: row.uncertain as number,
    suppressed: 0,
  };
}

function partOfFigure(id: string, row: Row): Part {
  const found = row.scaled !== null;
  const of = (column: string) => (row[column] as number) / 10_000;
  const school: AreaSchool = {
    id,
    value: of('scaled'),
    weight: of('scaled_weight'),
    ...(row.scaled_start === undefined
      ? {}
      : { error: of('scaled_error'), start: { value: of('scaled_start'), error: of('scaled_start_error') } }),
  };
  return {
    state: { kind: 'area', units: found ? 1 : 0, keySum: 0, schools: found ? [school] : [] },
    due: 1,
    covered: found ? 1 : 0,
    uncertain: 0,
    suppressed: row.suppressed === true ? 1 : 0,
  };
}

function requireOnce(definition: IndicatorDefinition, row: Row): void {
  if (row.found !== row.due) throw countedTwice(definition);
}

/** Sums of a ratio are integers: a fraction would be rounded away without a word. */
function requireWhole(definition: IndicatorDefinition, { fractions = 0 }: Row): void {
  if (fractions === 0) return;
  throw new CollegialError({
    code: 'indicator.invalid',
    message: `The SQL of “${definition.id}” gives a numerator or denominator that is not a whole number.`,
    fix: 'Count in a smaller unit, for example sessions instead of days, or make it an indicator of kind mean.',
  });
}

function countedTwice(definition: IndicatorDefinition): CollegialError {
  return new CollegialError({
    code: 'indicator.invalid',
    message: `The SQL of “${definition.id}” gives a unit more than once in an academic year.`,
    fix: 'Give one row for each unit: a join may have multiplied them, or two records have one id.',
  });
}
