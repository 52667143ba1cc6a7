import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CollegialError } from '@collegial/model';
import type { Cassette } from './cassette.ts';
import { type Redact, Redactor } from './redactor.ts';

/** Options of {@link recordCassette}. */
export interface RecordOptions {
  /** Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Secret of your own, 16 characters or more: without it, nobody can find out what a replacement stands for by trying. */
  readonly key: string;
  /** Names of fields whose values stay as they are: codes, types, dates of change – whatever a mapping looks up. Default none. */
  readonly keep?: readonly string[];
  /** Replaces values itself; `undefined` leaves a value to the rules. */
  readonly redact?: Redact;
}

/** Records what passes. */
export interface Recorder {
  /** Give it to `sync` as `fetch`. It answers as the server does. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** What was recorded so far, with everything replaced. */
  cassette(): Cassette;
  /** @throws CollegialError `cassette.secret` when a credential is still in it; then nothing is written */
  save(path: string): Promise<void>;
}

/**
 * Records the traffic with a real server for tests, without what must not leave it: no request headers and bodies, no credentials, and every text
 * of an answer replaced – the same one always by the same – unless its field is named in `keep`. Integers of six digits and more are
 * replaced, too. Bodies that are not JSON are left out.
 *
 * @throws CollegialError `argument.invalid` when the key is too short
 */
export function recordCassette({
  fetch = globalThis.fetch,
  key,
  keep = [],
  redact = () => undefined,
}: RecordOptions): Recorder {
  if (key.length < 16)
    throw new CollegialError({
      code: 'argument.invalid',
      message: 'The key of a recording has fewer than 16 characters.',
      fix: 'Use a long secret of your own, and do not commit it.',
    });
  const redactor = new Redactor(key, keep, redact);
  const heard: Heard[] = [];
  const cassette = (): Cassette => {
    for (const { body } of heard) redactor.learn(body);
    const entries = heard.map(({ method, url, status, headers, body }) => ({
      method,
      url: redactor.url(url),
      status,
      headers: redactor.headers(headers, url),
      ...(body !== undefined && { body: body instanceof NotJson ? body.told : redactor.value(body, url) }),
    }));
    checkSecrets(JSON.stringify(entries), redactor.secrets);
    return { version: 1, entries };
  };
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      await redactor.noteRequest(request);
      const response = await fetch(request);
      const { status, headers } = response;
      const body = await bodyOf(response.clone());
      redactor.noteAnswer(body);
      heard.push({ method: request.method, url: request.url, status, headers: new Headers(headers), body });
      return response;
    },
    cassette,
    async save(path) {
      const text = JSON.stringify(cassette(), null, 1);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${text}\n`);
    },
  };
}

/** An answer as it came; it is only kept in memory. */
interface Heard {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A body that cannot be looked into, and is left out. */
class NotJson {
  readonly told: string;

  constructor(length: number) {
    this.told = `[${length} characters that are not JSON were left out]`;
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return new NotJson(text.length);
  }
}

function checkSecrets(text: string, secrets: ReadonlySet<string>): void {
  const left = [...secrets].filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)));
  if (left.length === 0) return;
  throw new CollegialError({
    code: 'cassette.secret',
    message: `${left.length} credentials that were sent or received are still in the recording.`,
  });
}
