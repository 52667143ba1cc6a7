import { CollegialError } from '@collegial/model';

/** Version of the connector contract. A host also takes connectors of the version before. */
export const specVersion = 2;

/** A source of a connector of any version: what a host is given. */
export interface AnySource {
  readonly name: string;
  readonly connector: AnyVersion;
  readonly config: unknown;
}

/** A connector as some version of the contract defines it. */
export interface AnyVersion {
  readonly id: string;
  readonly specVersion: number;
}

/** The error for a connector of a version that cannot be taken. */
export function otherVersion(connector: AnyVersion, by: string): CollegialError {
  const newer = connector.specVersion > specVersion;
  return new CollegialError({
    code: 'connector.spec-version',
    message: `The connector “${connector.id}” is written for version ${connector.specVersion} of the connector contract; ${by} of this kit takes version ${specVersion}${by === 'a host' ? ` and ${specVersion - 1}` : ''}.`,
    fix: newer
      ? 'Upgrade the collegial packages, or install an older version of the connector.'
      : 'Install a newer version of the connector.',
  });
}
