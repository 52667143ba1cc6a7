import { CollegialError } from '@collegial/model';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Secret, secret } from '../settings/secret.ts';
import { settingsForm } from '../settings/settings-form.ts';
import { defineConnector, type Source } from './define-connector.ts';
import { page } from './page.ts';
import { stream } from './stream.ts';

const config = z.strictObject({
  baseUrl: z.url(),
  login: z.strictObject({ user: z.string(), password: secret() }),
  since: z.string().optional(),
});

const example = defineConnector({
  id: 'example',
  specVersion: 2,
  title: 'Example MIS',
  about: { reads: 'http', authentication: ['basic'], paging: ['none'], verified: ['synthetic'] },
  config,
  http: ({ baseUrl, login }) => ({
    baseUrl,
    authorization: { type: 'basic', username: login.user, password: login.password.reveal() },
  }),
  streams: {
    schools: stream<z.output<typeof config>>()({
      entity: 'Organisation',
      title: 'Schools',
      deletes: 'none',
      cursor: { schema: z.object({ since: z.string() }), version: 1 },
      wire: z.object({ urn: z.string(), name: z.string() }),
      async *read({ cursor, config: settings }) {
        const since: string | undefined = cursor?.since ?? settings.since;
        yield page([], { place: { page: 1 }, cursor: { since: since ?? '2024-09-01' } });
      },
      map: (row) => ({ id: `urn:${row.urn}`, kind: 'school', name: row.name }),
    }),
  },
});

const settings = { baseUrl: 'https://mis.example/', login: { user: 'a', password: 'hunter2' } };

function errorOf(action: () => unknown): CollegialError {
  try {
    action();
  } catch (error) {
    if (CollegialError.isInstance(error)) return error;
  }
  throw new Error('no CollegialError was thrown');
}

describe('a connector', () => {
  it('called with settings gives a source that carries its definition', () => {
    const source = example(settings, { name: 'north' });
    expect(source.name).toBe('north');
    expect(source.connector.streams).toBe(example.streams);
    expect(source.config.login.password.reveal()).toBe('hunter2');
    expect(example(settings).name).toBe('example');
    // A list of sources of any connectors is one type.
    const list: Source[] = [source];
    expect(list).toHaveLength(1);
  });

  it('names the path of each wrong setting and never a value', () => {
    const wrong = { baseUrl: 'nonsense', login: { user: 3, password: '' }, extra: 'hunter2' };
    const error = errorOf(() => example(wrong as never));
    expect(error.code).toBe('config.invalid');
    for (const path of ['baseUrl', 'login.user', 'login.password', 'extra'])
      expect(error.message).toContain(path);
    expect(error.message).not.toContain('hunter2');
    expect(error.message).not.toContain('nonsense');
  });

  it('refuses unknown settings also when its schema is not strict', () => {
    const lax = defineConnector({
      ...example,
      config: z.object({ a: z.string() }),
      streams: {},
      http: undefined as never,
      scope: undefined as never,
    });
    expect(errorOf(() => lax({ a: 'x', b: 'y' } as never)).message).toContain('b: not a setting');
  });

  it('of another version of the contract is refused with the remedy', () => {
    const newer = { ...example, specVersion: 3 as unknown as 2 };
    const error = errorOf(() => defineConnector(newer));
    expect(error.code).toBe('connector.spec-version');
    expect(error.message).toContain('Upgrade the collegial packages');
    expect(errorOf(() => defineConnector({ ...newer, specVersion: 1 as unknown as 2 })).fix).toContain(
      'newer version of the connector',
    );
  });

  it('with an unknown entity or an unusable name is refused', () => {
    const streams = { x: { ...example.streams.schools, entity: 'School' } } as never;
    expect(errorOf(() => defineConnector({ ...example, streams })).code).toBe('argument.invalid');
    expect(errorOf(() => example(settings, { name: 'a b' })).code).toBe('argument.invalid');
  });
});

describe('settingsForm', () => {
  it('gives the settings as JSON Schema and lists the secrets', () => {
    const form = settingsForm(example);
    expect(form.secrets).toEqual(['login.password']);
    expect(form.schema).toMatchObject({
      type: 'object',
      required: ['baseUrl', 'login'],
      properties: { login: { properties: { password: { type: 'string', minLength: 1, writeOnly: true } } } },
    });
  });

  it('finds secrets in alternatives and lists', () => {
    const shape = z.strictObject({
      auth: z.union([z.strictObject({ token: secret() }), z.strictObject({ key: secret().optional() })]),
      schools: z.array(z.strictObject({ token: secret() })),
    });
    expect(settingsForm({ id: 'x', title: 'X', config: shape }).secrets).toEqual([
      'auth.token',
      'auth.key',
      'schools.*.token',
    ]);
  });
});

describe('Secret', () => {
  it('shows its value only when revealed', async () => {
    const { inspect, format } = await import('node:util');
    const value = new Secret('hunter2');
    const shown = [
      `${value}`,
      String(value),
      JSON.stringify({ value }),
      inspect({ value }, { showHidden: true }),
      format('%s %o', value, value),
    ];
    for (const text of shown) expect(text).not.toContain('hunter2');
    expect(Object.keys(value)).toEqual([]);
    expect(value.reveal()).toBe('hunter2');
  });
});
