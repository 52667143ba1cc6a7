import type { About } from '@collegial/connector-kit';
import type { Facts } from '../suite.ts';
import type { SuiteName } from '../suite-names.ts';

/** What became of one check. */
export interface CheckResult {
  readonly suite: SuiteName;
  readonly check: string;
  /** `not-applicable`: about a server, and the connector has none · `not-run`: the run was narrowed or stopped, or `reason` names the check that failed before. */
  readonly status: 'passed' | 'failed' | 'skipped' | 'not-applicable' | 'not-run';
  /** Why it was skipped, or what was wrong. */
  readonly reason?: string;
  /** Numbers that the check has to tell, for example how many fault plans were played. */
  readonly facts?: Facts;
  readonly milliseconds: number;
}

/** What a conformance run showed of a connector. Plain data. */
export interface ConformanceReport {
  readonly name: string;
  /** Id of the connector. */
  readonly connector: string;
  readonly title: string;
  readonly about: About;
  /** Streams by name: what they feed, and how they learn of deletions. */
  readonly streams: readonly {
    readonly stream: string;
    readonly entity: string;
    readonly deletes: string;
    readonly cursor: boolean;
  }[];
  readonly results: readonly CheckResult[];
}

/** A report as Markdown, for people. */
export function renderConformance({ name, title, about, streams, results }: ConformanceReport): string {
  const count = (status: CheckResult['status']) =>
    results.filter((result) => result.status === status).length;
  const factsOf = ({ facts = {} }: CheckResult) =>
    Object.entries(facts)
      .map(([what, number]) => `${what} ${number}`)
      .join(', ');
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
  return [
    `# Conformance of ${name}`,
    '',
    `${title}. Reads ${about.reads}; verified with: ${about.verified.join(', ')}.`,
    '',
    `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped, ${count('not-applicable')} not applicable, ${count('not-run')} not run.`,
    '',
    '| suite | check | result | told |',
    '| --- | --- | --- | --- |',
    ...results.map(
      (result) =>
        `| ${result.suite} | ${cell(result.check)} | ${result.status} | ${cell(result.reason ?? factsOf(result))} |`,
    ),
    '',
    '| stream | entity | deletes | cursor |',
    '| --- | --- | --- | --- |',
    ...streams.map(
      ({ stream, entity, deletes, cursor }) =>
        `| ${stream} | ${entity} | ${deletes} | ${cursor ? 'yes' : 'no'} |`,
    ),
    '',
  ].join('\n');
}
