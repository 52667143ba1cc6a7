import type { AnyStream, Source } from '@collegial/connector-kit';
import { CollegialError } from '@collegial/model';

/** A stream to read, with its source. */
export interface SelectedStream {
  readonly source: Source;
  readonly name: string;
  // biome-ignore lint/suspicious/noExplicitAny: a stream of any connector, whose configuration is its own
  readonly stream: AnyStream<any>;
}

/**
 * The streams of sources, in order, or those that are named as `stream` or `source.stream`.
 *
 * @throws CollegialError `argument.invalid` when two sources have one name, or a name names no stream
 */
export function selectStreams(sources: readonly Source[], names?: readonly string[]): SelectedStream[] {
  const twice = sources.find(
    (source, index) => sources.findIndex((other) => other.name === source.name) < index,
  );
  if (twice !== undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `Two sources have the name “${twice.name}”.`,
      fix: 'Give each its own name: the second argument of the connector is { name }.',
    });
  const all = sources.flatMap((source) =>
    Object.entries(source.connector.streams).map(([name, stream]) => ({ source, name, stream })),
  );
  if (names === undefined) return all;
  const is = (selected: SelectedStream, wanted: string) =>
    wanted === selected.name || wanted === `${selected.source.name}.${selected.name}`;
  const unknown = names.find((wanted) => !all.some((selected) => is(selected, wanted)));
  if (unknown !== undefined)
    throw new CollegialError({
      code: 'argument.invalid',
      message: `No source has a stream “${unknown}”.`,
      fix: `Use one of ${all.map(({ source, name }) => `${source.name}.${name}`).join(', ')}.`,
    });
  return all.filter((selected) => names.some((wanted) => is(selected, wanted)));
}
