import type { ConformanceOptions } from '../conformance-options.ts';
import { type ConformanceReport, renderConformance } from './conformance-report.ts';
import { ConformanceRun } from './conformance-run.ts';

/**
 * Runs the checks of `testConnector` without tests around them, for scripts and for tests of tests. What fails is in the report.
 *
 * @throws CollegialError `argument.invalid` for options that cannot be used
 */
export async function runConformance(options: ConformanceOptions): Promise<ConformanceReport> {
  const run = new ConformanceRun(options);
  for (const selected of run.checks) await run.run(selected).catch(() => undefined);
  await run.write(renderConformance);
  return run.report();
}
