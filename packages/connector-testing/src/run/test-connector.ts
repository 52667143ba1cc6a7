import { afterAll, describe, it } from 'vitest';
import type { ConformanceOptions } from '../conformance-options.ts';
import { suiteNames } from '../suite-names.ts';
import { renderConformance } from './conformance-report.ts';
import { ConformanceRun } from './conformance-run.ts';

const timeout = Number(process.env.COLLEGIAL_TEST_TIMEOUT ?? 600_000);

/**
 * Tests a connector with every suite, one vitest test for each check. Call it at the top of a test file. Writes `reports/conformance.json` and
 * `reports/conformance.md`.
 *
 * @throws CollegialError `argument.invalid` for unknown suites and for skips without a reason
 * @example
 * ```ts
 * import { fromRecords } from '@collegial/connector-kit';
 * import { testConnector } from '@collegial/connector-testing';
 *
 * testConnector({
 *   name: 'records',
 *   world: () => {
 *     const schools = [{ id: 'urn:100001', kind: 'school' as const, name: 'First' }];
 *     return {
 *       source: fromRecords({ Organisation: schools }),
 *       holds: { Organisation: 1 },
 *       change: () => void schools.push({ id: 'urn:100002', kind: 'school', name: 'Second' }),
 *       remove: () => ({ Organisation: schools.splice(0, 1).length }),
 *     };
 *   },
 *   skip: { readme: 'Records of a program have no README of their own.' },
 * });
 * ```
 */
export function testConnector(options: ConformanceOptions): void {
  const run = new ConformanceRun(options);
  describe(`conformance of ${options.name}`, () => {
    for (const suite of suiteNames)
      describe(suite, () => {
        for (const selected of run.checks.filter((one) => one.suite === suite)) {
          const { check, skip } = selected;
          if (skip !== undefined) it.skip(`${check.name} – skipped: ${skip}`, () => undefined);
          else
            it(
              check.name,
              async (context) => {
                const { status, reason } = await run.run(selected);
                if (status === 'not-applicable' || status === 'not-run') context.skip(reason);
              },
              timeout,
            );
        }
      });
    afterAll(() => run.write(renderConformance));
  });
}
