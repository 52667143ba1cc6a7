import { ScaffoldError } from './scaffold-error.ts';

/** A vendor's name in every form that a connector writes it in. */
export interface VendorNames {
  /** As people write it: `Acme MIS`. */
  readonly title: string;
  /** In file names and as the connector's id: `acme-mis`. */
  readonly id: string;
  /** As the connector's constant: `acmeMis`. */
  readonly camel: string;
  /** In names of types: `AcmeMis`. */
  readonly pascal: string;
  /** In environment variables: `ACME_MIS`. */
  readonly constant: string;
}

const longest = 60;

/** Words that a constant cannot have as its name: those of the language, and what the scaffolded files import or define themselves. */
export const takenNames: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw true try
  typeof undefined var void while with yield
  authentication canaries define expect it join lenient paging process secret stream test vi whole z config source clock connector sync probe
  server settings files key found report show recording keep recorder fetch addresses given urls invented`.split(
    /\s+/,
  ),
);

/**
 * The forms of a vendor's name.
 *
 * @throws ScaffoldError when the name cannot be one
 */
export function vendorNames(vendor: string): VendorNames {
  const title = vendor.trim().replace(/\s+/g, ' ');
  const example = 'Use a name such as `Acme MIS`: Latin letters, digits, spaces, dots, hyphens and &.';
  if (title === '') throw new ScaffoldError('The name of the vendor is missing.', example);
  if (title.length > longest)
    throw new ScaffoldError(`The name of the vendor is longer than ${longest} characters.`, 'Shorten it.');
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .&+-]*$/u.test(title))
    throw new ScaffoldError('The name of the vendor has characters that cannot be used.', example);
  const words = title
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (!words.every((word) => /^[a-z0-9]+$/.test(word)))
    throw new ScaffoldError('The name of the vendor has letters that are not Latin.', example);
  if (!/^[a-z]/.test(words[0] ?? ''))
    throw new ScaffoldError(
      'The name of the vendor begins with a digit.',
      'Write the number as a word: constants and types are named after the vendor.',
    );
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  if (takenNames.has(camel))
    throw new ScaffoldError(
      `“${camel}” means something else in TypeScript or in the scaffolded files.`,
      `Use a longer name, for example \`${title} MIS\`.`,
    );
  return { title, id: words.join('-'), camel, pascal, constant: words.join('_').toUpperCase() };
}
