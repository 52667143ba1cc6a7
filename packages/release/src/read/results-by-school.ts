import type { IndicatorResult } from '@collegial/model';

/** Results about schools, found by indicator, period and school. */
export class ResultsBySchool {
  readonly #results = new Map<string, IndicatorResult[]>();
  readonly #bySchool = new Map<string, IndicatorResult[]>();

  constructor(results: readonly IndicatorResult[]) {
    for (const result of results) {
      push(this.#results, `${result.indicator} ${result.period} ${result.scope.id}`, result);
      push(this.#bySchool, result.scope.id, result);
    }
  }

  /** Results of one indicator about one school in one period: all students first, then subgroups. */
  of(indicator: string, period: string, school: string): readonly IndicatorResult[] {
    return this.#results.get(`${indicator} ${period} ${school}`) ?? [];
  }

  /** Results of one indicator in one period about some schools, by school. */
  ofSchools(
    indicator: string,
    period: string,
    schools: readonly string[],
  ): Map<string, readonly IndicatorResult[]> {
    return new Map(schools.map((school) => [school, this.of(indicator, period, school)]));
  }

  /** Every result about one school. */
  ofSchool(school: string): readonly IndicatorResult[] {
    return this.#bySchool.get(school) ?? [];
  }

  /** Ids of the schools that have results, sorted. */
  schools(): string[] {
    return [...this.#bySchool.keys()].sort();
  }
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [item]);
  else known.push(item);
}
