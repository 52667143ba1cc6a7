/** A filter that cannot be used: `invalid_filter_field`. */
export class FilterError extends Error {}

type Row = Readonly<Record<string, unknown>>;
type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~';

/**
 * The filter grammar of OneRoster: `field operator 'value'`, at most two of them joined by one `AND` or `OR`; fields of references with a dot. Lists
 * match when one of their items does.
 *
 * @throws FilterError
 */
export function parseFilter(text: string): (row: Row) => boolean {
  const predicate = /^\s*([\w.]+)\s*(!=|>=|<=|=|>|<|~)\s*'((?:[^']|'')*)'\s*(?:(AND|OR)\s+|$)/;
  const tests: ((row: Row) => boolean)[] = [];
  const joins: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const match = predicate.exec(rest);
    if (match === null) throw new FilterError('not a predicate');
    const [whole, field = '', operator = '=', value = '', join] = match;
    tests.push((row) =>
      holds(valuesAt(row, field.split('.')), operator as Operator, value.replaceAll("''", "'")),
    );
    if (join !== undefined) joins.push(join);
    rest = rest.slice(whole.length);
    if (rest === '' && join !== undefined) throw new FilterError('ends in an operator');
  }
  if (tests.length === 0 || tests.length > 2) throw new FilterError('more than one logical operator');
  return joins[0] === 'OR'
    ? (row) => tests.some((test) => test(row))
    : (row) => tests.every((test) => test(row));
}

function valuesAt(value: unknown, [field, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((item) => valuesAt(item, field === undefined ? [] : [field, ...rest]));
  if (field === undefined) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return valuesAt((value as Row)[field], rest);
}

function holds(values: readonly unknown[], operator: Operator, wanted: string): boolean {
  if (operator === '!=') return values.every((value) => compare(value, wanted) !== 0);
  return values.some((value) => {
    if (value === undefined || value === null) return false;
    if (operator === '~') return String(value).toLowerCase().includes(wanted.toLowerCase());
    const order = compare(value, wanted);
    if (operator === '=') return order === 0;
    if (operator === '>') return order > 0;
    if (operator === '>=') return order >= 0;
    return operator === '<' ? order < 0 : order <= 0;
  });
}

/** Times as times, numbers as numbers, anything else by its characters. */
function compare(value: unknown, wanted: string): number {
  const text = String(value);
  if (/^\d{4}-\d\d-\d\dT/.test(text)) {
    const difference = Date.parse(text) - Date.parse(wanted);
    if (Number.isNaN(difference)) throw new FilterError('not a time');
    return difference;
  }
  if (typeof value === 'number') return value - Number(wanted);
  return text < wanted ? -1 : text > wanted ? 1 : 0;
}
