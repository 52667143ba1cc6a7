import { isDeepStrictEqual } from 'node:util';
import { type AnyStream, settingsForm } from '@collegial/connector-kit';
import { type EntityName, entities } from '@collegial/model';
import { mustBeSame } from '../compare-contents.ts';
import { MemoryTarget } from '../memory-target.ts';
import { must, some } from '../must.ts';
import { mustBeComplete, tellSetAside } from '../reports-of.ts';
import type { Check, Suite } from '../suite.ts';
import type { Trial } from '../trial.ts';
import { watchSource } from '../watch-source.ts';
import { wholeReferences } from './whole-references.ts';

const persons: readonly EntityName[] = ['Student', 'Staff'];

const definition: Check = {
  name: 'the definition is whole',
  reads: false,
  async run(trial) {
    const { connector } = (await trial.open()).source;
    const { about, streams } = connector;
    must(
      connector.specVersion === 2,
      `specVersion is ${connector.specVersion}; write the connector for version 2.`,
    );
    must(connector.title.trim() !== '', 'The connector has no title.');
    must(about.verified.length > 0, 'about.verified is empty: say what the connector was verified with.');
    const http = connector.http !== undefined;
    must(
      http === (about.reads === 'http'),
      `about.reads is “${about.reads}”, but the connector ${http ? 'makes' : 'makes no'} requests.`,
    );
    must(!http || about.authentication.length > 0, 'about.authentication is empty.');
    must(!http || about.paging.length > 0, 'about.paging is empty.');
    must(Object.keys(streams).length > 0, 'The connector has no streams.');
    for (const [name, stream] of Object.entries(streams)) {
      must(stream.title.trim() !== '', `The stream “${name}” has no title.`);
      must(
        stream.cursor === undefined ||
          (Number.isSafeInteger(stream.cursor.version) && stream.cursor.version > 0),
        `The cursor of “${name}” needs a version of 1 or more.`,
      );
    }
    return { streams: Object.keys(streams).length };
  },
};

const form: Check = {
  name: 'the settings make a form, and what sounds secret is one',
  reads: false,
  async run(trial) {
    const { connector } = (await trial.open()).source;
    const { schema, secrets } = settingsForm(connector);
    const text = JSON.stringify(schema);
    const named = [...text.matchAll(/"([A-Za-z]*(?:password|secret|token|apikey|passphrase))":\{/gi)].map(
      ([, name]) => name as string,
    );
    const open = named.filter((name) => !secrets.some((path) => path.split('.').includes(name)));
    must(open.length === 0, () => `Settings that sound secret are no secret(): ${some(open)}.`);
    return { secrets: secrets.length };
  },
};

const everything: Check = {
  name: 'every record is found, and the same each time',
  async run(trial) {
    const { contents, report } = await trial.reference();
    const world = await trial.open();
    const streams = Object.keys(world.source.connector.streams);
    const strange = Object.keys(world.holds).filter((name) => !streams.includes(name));
    must(strange.length === 0, () => `holds names streams that do not exist: ${some(strange)}.`);
    const wrong = report.streams.filter(({ stream, loaded }) => (world.holds[stream] ?? loaded) !== loaded);
    must(
      wrong.length === 0,
      () =>
        `Records loaded are not those that the world holds: ${some(wrong.map((one) => `“${one.stream}” holds ${world.holds[one.stream]}, and of ${one.rows} rows ${one.loaded} records were loaded${tellSetAside(one)}`))}.`,
    );
    must(
      Object.values(world.holds).some((count = 0) => count > 0),
      'holds counts no record of any stream: nothing would be tested.',
    );
    mustBeSame(await trial.fresh(world), contents, 'A second world, made afresh');
    return { records: contents.size };
  },
};

const alone: Check = {
  name: 'each stream can be read alone',
  async run(trial) {
    const { report } = await trial.reference();
    for (const { stream, loaded } of report.streams) {
      const world = await trial.open();
      const read = await world.read({ target: new MemoryTarget(), streams: [stream] });
      mustBeComplete(read, `Reading “${stream}” alone`);
      // Two streams of one entity can hold the same record, which then counts for the first.
      must(
        (read.streams[0]?.loaded ?? 0) >= loaded,
        () => `Read alone, “${stream}” gives ${read.streams[0]?.loaded} records; with the others ${loaded}.`,
      );
    }
  },
};

const keys: Check = {
  name: 'persons need a key, and have other ids with another one',
  async run(trial) {
    const { contents } = await trial.reference();
    const world = await trial.open();
    const without = new MemoryTarget();
    const report = await world.read({ target: without, key: null });
    for (const { stream, status, error } of report.streams)
      must(
        status === 'complete' || error?.code === 'identity.key-missing',
        () => `Without a key, “${stream}” ends with ${error?.code} instead of identity.key-missing.`,
      );
    for (const person of persons)
      must(
        without.count(person) === 0,
        `Records of ${person} were loaded without a key: their ids are no pseudonyms.`,
      );
    const other = new MemoryTarget();
    await world.read({ target: other, key: new Uint8Array(32).fill(8) });
    const same = [...contents.keys()].filter(
      (name) => persons.some((person) => name.split('/')[1] === person) && other.contents().has(name),
    );
    must(same.length === 0, () => `Ids of persons do not change with the key: ${some(same)}.`);
  },
};

const cursors: Check = {
  name: 'cursors survive JSON and fit their schema',
  async run(trial) {
    const world = await trial.open();
    const watched = watchSource(world.source);
    await world.read({ target: new MemoryTarget(), source: watched.source });
    let seen = 0;
    for (const { stream, page } of watched.pages) {
      if (page.cursor === undefined) continue;
      seen += 1;
      // biome-ignore lint/suspicious/noExplicitAny: a stream of any connector
      const { cursor } = world.source.connector.streams[stream] as AnyStream<any>;
      must(cursor !== undefined, `Pages of “${stream}” have cursors, but the stream declares none.`);
      const written = JSON.parse(JSON.stringify(page.cursor)) as unknown;
      const parsed = cursor.schema.safeParse(written);
      must(
        parsed.success,
        () => `A cursor of “${stream}” does not fit its schema: ${parsed.error?.issues[0]?.path.join('.')}.`,
      );
      must(
        isDeepStrictEqual(JSON.parse(JSON.stringify(parsed.data)), written),
        `A cursor of “${stream}” is another one after it was written and read.`,
      );
    }
    return { cursors: seen };
  },
};

const pure: Check = {
  name: 'map is pure: the same row gives the same records, in any order',
  async run(trial) {
    const world = await trial.open();
    const watched = watchSource(world.source);
    await world.read({ target: new MemoryTarget(), source: watched.source });
    for (const { stream, row, mapped, context } of [...watched.rows].reverse()) {
      // biome-ignore lint/suspicious/noExplicitAny: a stream of any connector
      const definition = world.source.connector.streams[stream] as AnyStream<any>;
      let again: unknown;
      try {
        again = definition.map(freeze(structuredClone(row)), { ...context, drift() {}, unmapped() {} });
      } catch (error) {
        throw new Error(
          `map of “${stream}” changes the row it is given, or cannot map a row twice: ${(error as Error).message}`,
        );
      }
      must(
        isDeepStrictEqual(again, mapped),
        `map of “${stream}” gives other records for the same row the second time.`,
      );
    }
    return { rows: watched.rows.length };
  },
};

const bases: Check = {
  name: 'attendance says on what basis it stands',
  async run(trial: Trial) {
    const { connector } = (await trial.open()).source;
    const { contents } = await trial.reference();
    const marks = Object.entries(connector.streams).filter(([, { entity }]) => entity === 'AttendanceMark');
    if (marks.length === 0) return;
    const declared = new Set(marks.map(([, { basis }]) => basis ?? 'mark'));
    for (const [name, json] of contents) {
      if (name.split('/')[1] !== 'AttendanceMark') continue;
      const { basis = 'mark' } = JSON.parse(json) as { basis?: 'mark' | 'exception' };
      must(declared.has(basis), `A mark has the basis “${basis}”, which no stream declares.`);
    }
  },
};

const entityNames: Check = {
  name: 'every stream feeds an entity of the model',
  reads: false,
  async run(trial) {
    for (const [name, { entity }] of Object.entries((await trial.open()).source.connector.streams))
      must(
        Object.hasOwn(entities, entity),
        `The stream “${name}” feeds “${entity}”, which the model does not have.`,
      );
  },
};

/** The definition, the settings, cursors and `map`. */
export const contract: Suite = {
  name: 'contract',
  checks: [definition, form, entityNames, everything, wholeReferences, alone, keys, cursors, pure, bases],
};

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part);
    Object.freeze(value);
  }
  return value;
}
