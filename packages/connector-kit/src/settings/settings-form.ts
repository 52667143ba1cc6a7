import * as z from 'zod';
import type { ConnectorDefinition } from '../contract/define-connector.ts';

/** What a form for the settings of a connector is drawn from. */
export interface SettingsForm {
  /** Id of the connector. */
  readonly connector: string;
  readonly title: string;
  /** JSON Schema (2020-12) of the settings as they are written. */
  readonly schema: Readonly<Record<string, unknown>>;
  /**
   * Settings that are secret, as paths with dots, for example `credentials.password`: show them as passwords,
   * never send them back.
   */
  readonly secrets: readonly string[];
}

type Node = {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  oneOf?: Node[];
  allOf?: Node[];
  writeOnly?: boolean;
};

/**
 * The settings of a connector as data, for a form in a vendor's own user interface.
 *
 * @example
 * ```ts
 * import { defineConnector, secret, settingsForm } from '@collegial/connector-kit';
 * import * as z from 'zod';
 *
 * const example = defineConnector({
 *   id: 'example', specVersion: 2, title: 'Example MIS',
 *   about: { reads: 'program', authentication: [], paging: [], verified: ['synthetic'] },
 *   config: z.strictObject({ baseUrl: z.url(), token: secret() }),
 *   streams: {},
 * });
 * settingsForm(example).secrets; // ['token']
 * ```
 */
export function settingsForm(connector: Pick<ConnectorDefinition, 'id' | 'title' | 'config'>): SettingsForm {
  const schema = z.toJSONSchema(connector.config, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    // In a form a secret is text; functions are for programs.
    override: ({ jsonSchema }) => {
      if (jsonSchema.writeOnly !== true) return;
      delete jsonSchema.anyOf;
      Object.assign(jsonSchema, { type: 'string', minLength: 1 });
    },
  });
  return {
    connector: connector.id,
    title: connector.title,
    schema: schema as Record<string, unknown>,
    secrets: [...new Set(secretPaths(schema as Node, ''))],
  };
}

function secretPaths(node: Node, path: string): string[] {
  if (node.writeOnly === true) return [path];
  const below = (name: string) => (path === '' ? name : `${path}.${name}`);
  return [
    ...Object.entries(node.properties ?? {}).flatMap(([name, child]) => secretPaths(child, below(name))),
    ...(node.items === undefined ? [] : secretPaths(node.items, below('*'))),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])].flatMap((child) =>
      secretPaths(child, path),
    ),
  ];
}
