import type { ConnectorDefinition } from './define-connector.ts';
import { type AnyVersion, otherVersion, specVersion } from './spec-version.ts';

/** What version 1 lacked: `about`, `scope` and the attendance basis of a stream. */
type Version1 = Omit<ConnectorDefinition, 'specVersion' | 'about' | 'scope'> & { readonly specVersion: 1 };

/**
 * Gives a connector of this version of the contract, or of the one before, in the form of this version. A host calls it for every connector that it
 * is given: connectors bring their own copy of the kit, and may be older than the host.
 *
 * @throws CollegialError `connector.spec-version` for any other version, with the remedy
 */
export function adaptConnector(connector: AnyVersion): ConnectorDefinition {
  if (connector.specVersion === specVersion) return connector as ConnectorDefinition;
  if (connector.specVersion === 1) return fromVersion1(connector as Version1);
  throw otherVersion(connector, 'a host');
}

function fromVersion1(connector: Version1): ConnectorDefinition {
  return {
    ...connector,
    specVersion,
    about: {
      reads: connector.http === undefined ? 'files' : 'http',
      authentication: [],
      paging: [],
      verified: [],
    },
    // Authors were not told that their settings are compared, and may keep something in them that changes with every run.
    scope: () => undefined,
  };
}
