import { createHmac } from 'node:crypto';
import { replaceDay } from './replace-day.ts';

/** Replaces values: the same one always by the same, two of them never by one – except for days –, each by one of its own form. */
export class Replacer {
  readonly #key: string;
  readonly #made = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** @param key keeps anybody else from trying values until one fits */
  constructor(key: string) {
    this.#key = key;
  }

  /** The replacement of a text. */
  text(original: string): string {
    const known = this.#made.get(original);
    if (known !== undefined) return known;
    const otherDay = replaceDay(original, (attempt) => this.#bytes(`${attempt}:${original}`, 2));
    if (otherDay !== undefined) {
      this.#made.set(original, otherDay);
      return otherDay;
    }
    let made = this.#attempt(original, 0);
    for (let attempt = 1; this.#taken.has(made) || (made === original && attempt < 50); attempt += 1)
      // Short texts have few forms: after some attempts they grow.
      made = this.#attempt(original, attempt) + (attempt > 50 ? String(attempt) : '');
    this.#made.set(original, made);
    this.#taken.add(made);
    return made;
  }

  /** What stands for a text that was replaced before, or the text itself. */
  known(text: string): string {
    return this.#made.get(text) ?? text;
  }

  /** Every text that was replaced. */
  get originals(): Iterable<string> {
    return this.#made.keys();
  }

  #attempt(original: string, attempt: number): string {
    const bytes = this.#bytes(`${attempt}:${original}`, original.length);
    return [...original].map((letter, index) => replaceLetter(letter, bytes[index] ?? 0)).join('');
  }

  #bytes(text: string, count: number): Buffer {
    const parts: Buffer[] = [];
    for (let made = 0; made < count; made += 32)
      parts.push(createHmac('sha256', this.#key).update(`${made}:${text}`).digest());
    return Buffer.concat(parts);
  }
}

function replaceLetter(letter: string, byte: number): string {
  if (/[0-9]/.test(letter)) return String(byte % 10);
  if (/[a-z]/.test(letter)) return String.fromCharCode(97 + (byte % 26));
  if (/[A-Z]/.test(letter)) return String.fromCharCode(65 + (byte % 26));
  return /\p{L}|\p{N}/u.test(letter) ? 'x' : letter;
}
