import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { findChromium } from '../lib/chromium.js';
import { setUp } from '../lib/set-up.js';
import { turbo } from '../lib/turbo.js';
import { testReports } from '../lib/workspaces.js';

// The README's test command: sets up, builds, runs every test that needs only Node and npm, and adds up what ran.
setUp();
const chromium = findChromium();
console.error(
  chromium === undefined
    ? 'No Chromium found: browser tests will be skipped. Install one, or set CHROMIUM_PATH, to run them.'
    : `Browser tests use ${chromium}.`,
);
if (chromium !== undefined) process.env.CHROMIUM_PATH = chromium;
// More packages at once than cores would make each of them slow, and tests of waiting fail.
turbo('build', 'test', `--concurrency=${Math.max(2, availableParallelism())}`, ...process.argv.slice(2));

const totals = { passed: 0, failed: 0, skipped: 0 };
const skips = [];
for (const file of testReports()) {
  const report = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += report.numPassedTests;
  totals.failed += report.numFailedTests;
  totals.skipped += report.numPendingTests;
  for (const { assertionResults } of report.testResults) {
    skips.push(
      ...assertionResults
        .filter(({ status }) => status === 'pending' || status === 'skipped')
        .map(({ fullName }) => fullName),
    );
  }
}
if (skips.length > 0) console.log(`\nSkipped:\n${skips.map((name) => `  ${name}`).join('\n')}\n`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
if (totals.passed === 0 || totals.failed > 0) process.exit(1);
