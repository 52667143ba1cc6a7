import type { FixedTerm, Slope } from '@collegial/indicators';
import { CollegialError } from '@collegial/model';

/** What the options of `collegial model` ask for, in headings of the file. */
export interface ModelFormula {
  readonly outcome: string;
  readonly fixed: readonly FixedTerm[];
  /** Outermost first. */
  readonly groups: readonly string[];
  readonly slopes: readonly Slope[];
  readonly weights: string | null;
  /** Numbers that are to be read as categories. */
  readonly categories: readonly string[];
  /** Reference by category. */
  readonly references: ReadonlyMap<string, string>;
  readonly method: 'REML' | 'ML';
}

/** Options of the command that make a formula. */
export interface FormulaOptions {
  readonly outcome?: string;
  readonly fixed?: readonly string[];
  readonly group?: string;
  readonly slope?: readonly string[];
  readonly weights?: string;
  readonly category?: readonly string[];
  readonly reference?: readonly string[];
  readonly ml?: boolean;
}

/**
 * Reads a formula. Lists have commas between their items; an item is the heading of a column, a product `a:b`, a power `a^2` or a group mean
 * `mean(a)`, `mean(a by authority)`.
 *
 * @throws CollegialError `argument.invalid`, `csv.missing-column`
 */
export function modelFormula(
  options: FormulaOptions,
  headings: readonly string[],
  file: string,
): ModelFormula {
  const { outcome, group, weights } = options;
  if (outcome === undefined) throw needed('--outcome', 'the column that is to be explained');
  if (group === undefined) throw needed('--group', 'the column that says which school a row is of');
  const column = (name: string) => columnOf(name, headings, file);
  const isColumn = (name: string) => headings.some((heading) => same(heading, name));
  const groups = isColumn(group) ? [column(group)] : group.split('/').map((level) => column(level.trim()));
  const categories = items(options.category).map(column);
  const references = new Map(
    (options.reference ?? []).map((text) => {
      const equals = text.indexOf('=');
      if (equals < 1) throw invalid('--reference', 'a column and one of its values, such as sex=M');
      return [column(text.slice(0, equals).trim()), text.slice(equals + 1).trim()] as const;
    }),
  );
  const covariate = (name: string) => {
    const found = column(name);
    const reference = references.get(found);
    return {
      column: found,
      ...(categories.includes(found) ? { kind: 'category' as const } : {}),
      ...(reference === undefined ? {} : { reference }),
    };
  };
  const term = (text: string): FixedTerm => {
    if (isColumn(text)) return covariate(text);
    const [, meanOf, level] = /^mean\((.+?)(?:\s+by\s+(.+?))?\)$/.exec(text) ?? [];
    if (meanOf !== undefined)
      return {
        groupMean: covariate(meanOf.trim()),
        ...(level === undefined ? {} : { level: column(level.trim()) }),
      };
    if (text.includes(':')) return { interaction: text.split(':').map((part) => covariate(part.trim())) };
    const [, base, exponent] = /^(.+)\^(\d+)$/.exec(text) ?? [];
    if (base !== undefined) return { power: column(base.trim()), exponent: Number(exponent) };
    return covariate(text);
  };
  const fixed = items(options.fixed).map(term);
  const slopes = items(options.slope).map((text): Slope => {
    const at = text.lastIndexOf('@');
    const [name, level] =
      isColumn(text) || at < 1 ? [text, undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    return {
      term: isColumn(name) ? column(name) : name,
      ...(level === undefined ? {} : { level: column(level) }),
    };
  });
  return {
    outcome: column(outcome),
    fixed,
    groups,
    slopes,
    weights: weights === undefined ? null : column(weights),
    categories,
    references,
    method: options.ml === true ? 'ML' : 'REML',
  };
}

/** Every covariate of a formula, each once. */
export function covariatesOf({ fixed }: Pick<ModelFormula, 'fixed'>): string[] {
  const name = (covariate: string | { readonly column: string }) =>
    typeof covariate === 'string' ? covariate : covariate.column;
  return [
    ...new Set(
      fixed.flatMap((term) => {
        if (typeof term === 'string' || 'column' in term) return [name(term)];
        if ('interaction' in term) return term.interaction.map(name);
        return ['power' in term ? term.power : name(term.groupMean)];
      }),
    ),
  ];
}

function items(texts: readonly string[] = []): string[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function columnOf(name: string, headings: readonly string[], file: string): string {
  const found = headings.find((heading) => same(heading, name));
  if (found !== undefined) return found;
  throw new CollegialError({
    code: 'csv.missing-column',
    message: `The column “${name.slice(0, 60)}” is missing; the file has ${headings
      .slice(0, 20)
      .map((heading) => `“${heading.slice(0, 40)}”`)
      .join(', ')}${headings.length > 20 ? ` and ${headings.length - 20} more` : ''}.`,
    place: { file, line: 1, field: name },
    fix: 'Use one of the headings of the file; case does not matter.',
  });
}

function same(heading: string, name: string): boolean {
  return heading.trim().toLowerCase() === name.trim().toLowerCase();
}

function needed(option: string, what: string): CollegialError {
  return new CollegialError({
    code: 'argument.invalid',
    message: `The option ${option} is missing.`,
    fix: `Name ${what}.`,
  });
}

function invalid(option: string, form: string): CollegialError {
  return new CollegialError({
    code: 'argument.invalid',
    message: `The value of ${option} cannot be read.`,
    fix: `Give ${form}.`,
  });
}
