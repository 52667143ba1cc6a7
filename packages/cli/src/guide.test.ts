import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as shapes from './__fixtures__/json-shapes.ts';
import { ModelShape } from './__fixtures__/model-shape.ts';
import { runCommand } from './__fixtures__/run-command.ts';
import { exitCode } from './output/exit-code.ts';

const guide = readFileSync(new URL('../../../docs/guides/command-line.md', import.meta.url), 'utf8');
const section = (name: string) => guide.split(/^## /m).find((text) => text.startsWith(`${name}\n`)) ?? '';

/** Every name of a field in a JSON Schema. */
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const properties = (schema as { properties?: object }).properties ?? {};
  return [...Object.keys(properties), ...Object.values(schema).flatMap(fieldsOf)];
}

const outputs = {
  init: shapes.InitOutput,
  sync: shapes.SyncOutput,
  evaluate: shapes.EvaluateOutput,
  publish: shapes.PublishOutput,
  report: shapes.ReportOutput,
  catalogue: shapes.CatalogueOutput,
  doctor: shapes.DoctorOutput,
  model: ModelShape,
};

describe.each(Object.entries(outputs))('the guide on %s', (command, shape) => {
  it('explains every field of the JSON', () => {
    const fields = new Set(fieldsOf(z.toJSONSchema(shape)));
    const missing = [...fields].filter((field) => !section(command).includes(`\`${field}\``));
    expect(missing).toEqual([]);
  });

  it('names every option, and none that there is not', async () => {
    const { stdout } = await runCommand([command, '--help'], { directory: process.cwd() });
    const options = new Set(stdout.match(/--[a-z]+/g)?.filter((option) => option !== '--help'));
    const named = new Set(section(command).match(/--[a-z]+/g));
    expect([...options].filter((option) => !named.has(option))).toEqual([]);
    // The catalogue says which values an option of another command takes.
    const foreign = command === 'catalogue' ? ['--by'] : [];
    expect([...named].filter((option) => !options.has(option) && !foreign.includes(option))).toEqual([]);
  });
});

it('the guide lists every exit code', () => {
  for (const code of Object.values(exitCode))
    expect(section('Exit codes')).toMatch(new RegExp(`^\\| ${code} `, 'm'));
});
