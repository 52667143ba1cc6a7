import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { enrolment, marks, school, student } from './__fixtures__/records.ts';
import { storeOf } from './__fixtures__/store-of.ts';
import { evaluate, type IndicatorDefinition } from './index.ts';

/** The runnable code of the README that defines a vendor's own indicator, imported as it is written there. */
async function lateness(): Promise<IndicatorDefinition> {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const code = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)]
    .map(([, block]) => block as string)
    .find((block) => block.includes('acme.lateness'));
  const reports = new URL('../reports/', import.meta.url).pathname;
  await mkdir(reports, { recursive: true });
  const directory = await mkdtemp(`${reports}readme-`);
  try {
    const file = `${directory}/lateness.ts`;
    await writeFile(file, (code as string).replace("'@collegial/indicators'", "'../../src/index.ts'"));
    const { lateness: definition } = (await import(file)) as { lateness: IndicatorDefinition };
    return definition;
  } finally {
    await rm(directory, { recursive: true });
  }
}

it("evaluates the README's own indicator: one of two is late in at least a tenth of the sessions attended", async () => {
  const definition = await lateness();
  const store = await storeOf({
    Organisation: [school('a')],
    Student: [student('ann'), student('ben')],
    Enrolment: [enrolment('ann', 'a'), enrolment('ben', 'a')],
    AttendanceMark: [...marks('ann', 'a', 'L/////////'), ...marks('ben', 'a', `L${'/'.repeat(10)}I`)],
  });
  const value = async (parameters?: object) =>
    (
      await evaluate(store, {
        indicators: definition,
        scope: 'school:a',
        ...(parameters && { parameters: { 'acme.lateness': parameters } }),
      })
    )[0]?.value;
  expect(await value()).toBe(0.5);
  expect(await value({ percent: 9 })).toBe(1);
  await store.close();
});
