import { comparableUrl, redacted, secretNames } from './cassette.ts';
import { Replacer } from './replacer.ts';

/** Says what stands in place of a value; `undefined`: what would stand there anyway. */
export type Redact = (value: unknown, field: string) => unknown;

/** Headers of answers that a recording keeps. */
const keptHeaders = /^(content-type|date|link|retry-after|(x-)?ratelimit.*|(x-)?total-count|total-records)$/i;
/** Numbers with fewer digits are counts, years and sizes. */
const longNumber = 100_000;
/** As texts, too: there are too few of them for another one each, and page 2 is not pupil 2. */
const shortNumber = /^\d{1,2}$/;
/** Parameters that say which page is asked for, not what. */
const pageParameters =
  /^[$_]?(page|per_?page|page_?(size|number|index)|limit|offset|size|count|skip|top|take|start|rows)$/i;
/** A word of the interface, such as `active`: ids have digits, names one capital letter. */
const word = /^([a-z_,-]+|[A-Z_,-]+)$/;

/** Takes out of requests and answers what a recording must not hold. */
export class Redactor {
  readonly #replacer: Replacer;
  readonly #keep: ReadonlySet<string>;
  readonly #redact: Redact;
  readonly #secrets = new Set<string>();
  /** Parts of the paths that were asked for: names of lists, mostly. */
  readonly #asked = new Set<string>();
  /** Texts that answers held so far. */
  readonly #held = new Set<string>();
  /** Words in queries that no answer had held before: the connector knows them by itself, and sends them to a recording, too. */
  readonly #own = new Set<string>();

  constructor(key: string, keep: readonly string[], redact: Redact) {
    this.#replacer = new Replacer(key);
    this.#keep = new Set(keep);
    this.#redact = redact;
  }

  /** Credentials that passed: none of them may be in the file. */
  get secrets(): ReadonlySet<string> {
    return this.#secrets;
  }

  /** Notes the credentials of a request, and its path. */
  async noteRequest(request: Request): Promise<void> {
    for (const part of partsOf(new URL(request.url))) this.#asked.add(part);
    for (const [name, value] of request.headers)
      if (secretNames.test(name)) this.#note(value.replace(/^\w+ /, ''));
    for (const [name, value] of new URL(request.url).searchParams)
      if (secretNames.test(name)) this.#note(value);
      else if (word.test(value) && !this.#held.has(value)) this.#own.add(`${name}=${value}`);
    const text = await request.clone().text();
    for (const [name, value] of new URLSearchParams(text)) if (secretNames.test(name)) this.#note(value);
  }

  /** Notes the texts of an answer. */
  noteAnswer(value: unknown): void {
    if (typeof value === 'string') this.#held.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) this.noteAnswer(part);
  }

  /** A URL with everything replaced that was replaced in an answer before. */
  url(url: string): string {
    const made = new URL(url);
    made.pathname = partsOf(made)
      .map((part) => encodeURIComponent(this.#replacer.known(part)))
      .join('/');
    for (const [name, value] of [...made.searchParams])
      if (!pageParameters.test(name) && !this.#own.has(`${name}=${value}`))
        made.searchParams.set(name, this.#within(value));
    return comparableUrl(made.href);
  }

  headers(headers: Headers, base: string): Record<string, string> {
    const kept = [...headers].filter(([name]) => keptHeaders.test(name));
    return Object.fromEntries(
      kept.map(([name, value]) => [
        name,
        name === 'link'
          ? value.replaceAll(/<([^>]*)>/g, (_, to: string) => `<${this.#link(to, base)}>`)
          : value,
      ]),
    );
  }

  /** Makes the replacements of every text in an answer, so that URLs can hold them whatever came first. */
  learn(value: unknown, field = ''): void {
    if (Array.isArray(value)) for (const item of value) this.learn(item, field);
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) this.learn(part, name);
    else if (typeof value !== 'string' || !isLink(value)) this.value(value, 'https://base.example', field);
  }

  /** A JSON value of an answer. */
  value(value: unknown, base: string, field = ''): unknown {
    const own = this.#redact(value, field);
    if (own !== undefined) return own;
    if (Array.isArray(value)) return value.map((item) => this.value(item, base, field));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, this.value(part, base, name)]),
      );
    if (typeof value === 'string' && isSecretField(field)) return this.#secret(value);
    if (this.#keep.has(field)) return value;
    if (typeof value === 'string') return isLink(value) ? this.#link(value, base) : this.#text(value);
    if (typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) >= longNumber)
      return Number(this.#text(String(value)).replace(/^(-?)0/, '$19'));
    return value;
  }

  #text(value: string): string {
    return value === '' || shortNumber.test(value) ? value : this.#replacer.text(value);
  }

  /** Known values inside a query, such as a filter. */
  #within(value: string): string {
    const whole = this.#replacer.known(value);
    if (whole !== value) return whole;
    let text = value;
    for (const original of this.#replacer.originals)
      if (original.length >= 4 && text.includes(original))
        text = text.replaceAll(original, this.#replacer.known(original));
    return text;
  }

  /** A link stays one; what in its path nobody asked for, and is no replaced text, may be a name or an id. */
  #link(link: string, base: string): string {
    const made = new URL(link, base);
    if (made.origin !== new URL(base).origin)
      return `https://elsewhere.example/${this.#text(link).replaceAll(/\W/g, '-')}`;
    for (const part of partsOf(made))
      if (part !== '' && !this.#asked.has(part) && this.#replacer.known(part) === part) this.#text(part);
    const absolute = this.url(made.href);
    return /^https?:/i.test(link) ? absolute : new URL(absolute).pathname + new URL(absolute).search;
  }

  #secret(value: string): string {
    this.#note(value);
    return redacted;
  }

  #note(value: string): void {
    if (value.length >= 4) this.#secrets.add(value);
  }
}

function partsOf({ pathname }: URL): string[] {
  return pathname.split('/').map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}

function isSecretField(field: string): boolean {
  return /token|secret|password|api[_-]?key/i.test(field) && !/type|expires/i.test(field);
}

function isLink(value: string): boolean {
  return /^(https?:\/\/|\/)\S+$/i.test(value) && URL.canParse(value, 'https://base.example');
}
