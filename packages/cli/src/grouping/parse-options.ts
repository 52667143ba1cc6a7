import { CollegialError } from '@collegial/model';

/** Reads `4-6` or `5`. */
export function parseSize(text: string): { min: number; max: number } {
  const [, min, max = min] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(text) ?? [];
  if (min === undefined) throw invalid('--size', 'a number of schools such as 5, or from and to such as 4-6');
  return { min: Number(min), max: Number(max) };
}

/** Reads a number from 0 on. */
export function parseNumber(option: string, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) throw invalid(option, 'a number such as 15');
  return Number(text);
}

/** Reads a whole number. */
export function parseWhole(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw invalid(option, 'a whole number');
  return Number(text);
}

/** Reads lists of school ids, `A,B,C` each. */
export function parseSets(option: string, texts: readonly string[], known: ReadonlySet<string>): string[][] {
  return texts.map((text) => {
    const ids = text
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
    const stranger = ids.find((id) => !known.has(id));
    if (stranger !== undefined)
      throw new CollegialError({
        code: 'argument.invalid',
        message: `The option ${option} names ${stranger}, and no school of the file has this id.`,
        fix: 'Give ids of the file, with commas between them.',
      });
    if (ids.length < 2) throw invalid(option, 'two or more ids with commas between them');
    return ids;
  });
}

/** Reads `distance=2`, each. */
export function parseWeights<Name extends string>(
  texts: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, number>> {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', value = ''] = text.split('=');
      if (!names.includes(name as Name) || !/^\d+(\.\d+)?$/.test(value))
        throw invalid('--weight', `one of ${names.join(', ')} and a number, such as ${names[0]}=2`);
      return [name, Number(value)];
    }),
  ) as Partial<Record<Name, number>>;
}

function invalid(option: string, form: string): CollegialError {
  return new CollegialError({
    code: 'argument.invalid',
    message: `The value of ${option} cannot be read.`,
    fix: `Give ${form}.`,
  });
}
