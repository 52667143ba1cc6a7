import { type AnySource, adaptConnector, type Source } from '@collegial/connector-kit';

/**
 * A source in the present form of the contract.
 *
 * @throws CollegialError `connector.spec-version`
 */
export function adaptSource({ name, connector, config }: AnySource): Source {
  return { name, connector: adaptConnector(connector), config: config as Source['config'] };
}
