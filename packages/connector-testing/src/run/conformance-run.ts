import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceOptions } from '../conformance-options.ts';
import { type OpenWorld, openWorld } from '../open-world.ts';
import type { Check } from '../suite.ts';
import { type Reference, Trial } from '../trial.ts';
import type { CheckResult, ConformanceReport } from './conformance-report.ts';
import { type SelectedCheck, selectChecks } from './select-checks.ts';

const notApplicable = 'The connector asks no server.';
const noFiles = 'The connector reads no files.';

/** The checks of one connector, and what became of them. */
export class ConformanceRun {
  readonly options: ConformanceOptions;
  readonly checks: readonly SelectedCheck[];
  readonly #references = new Map<string, Promise<Reference>>();
  readonly #results = new Map<Check, CheckResult>();
  /** The check that has told that no world can be made, or that a first sync fails: the others would only say so again. */
  #cause: { readonly where: string; readonly world: boolean } | undefined;

  /** @throws CollegialError `argument.invalid` */
  constructor(options: ConformanceOptions) {
    this.options = withEnvironment(options);
    this.checks = selectChecks(options);
  }

  /**
   * Runs a check and keeps its result. When no world can be made, or a first sync in which nothing goes wrong fails, one check fails for it and the
   * others that need it are not run.
   *
   * @throws Error what the check throws
   */
  async run({ suite, check, skip }: SelectedCheck): Promise<CheckResult> {
    const result = (rest: Partial<CheckResult> & Pick<CheckResult, 'status'>): CheckResult => {
      const made = { suite, check: check.name, milliseconds: 0, ...rest };
      this.#results.set(check, made);
      return made;
    };
    if (skip !== undefined) return result({ status: 'skipped', reason: skip });
    const cause = this.#cause;
    if (cause !== undefined && (cause.world || check.reads !== false))
      return result({ status: 'not-run', reason: `See “${cause.where}”, which failed first.` });
    const trial = new Trial(this.options, this.#references);
    const began = performance.now();
    const milliseconds = () => Math.round(performance.now() - began);
    const where = `${suite}/${check.name}`;
    try {
      const why = await this.#doesNotApply(check).catch((error: unknown) => {
        this.#cause = { where, world: true };
        throw error;
      });
      if (why !== undefined) return result({ status: 'not-applicable', reason: why });
      if (check.reads !== false)
        await trial.reference().catch((error: unknown) => {
          this.#cause = { where, world: false };
          throw error;
        });
      const facts = await check.run(trial);
      return result({ status: 'passed', milliseconds: milliseconds(), ...(facts && { facts }) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      result({ status: 'failed', milliseconds: milliseconds(), reason });
      throw error;
    } finally {
      trial.close();
    }
  }

  async #doesNotApply({ server, files }: Check): Promise<string | undefined> {
    const { reads } = (await this.#about()).about;
    if (server === true && reads !== 'http') return notApplicable;
    return files === true && reads !== 'files' ? noFiles : undefined;
  }

  #known: Promise<OpenWorld['source']['connector']> | undefined;

  #about(): Promise<OpenWorld['source']['connector']> {
    this.#known ??= (async () => {
      const world = await openWorld(this.options.world, { start: this.options.startsAt });
      world.close();
      return world.source.connector;
    })();
    return this.#known;
  }

  async report(): Promise<ConformanceReport> {
    const { id, title, about, streams } = await this.#about();
    return {
      name: this.options.name,
      connector: id,
      title,
      about,
      streams: Object.entries(streams).map(([stream, { entity, deletes, cursor }]) => ({
        stream,
        entity,
        deletes,
        cursor: cursor !== undefined,
      })),
      results: this.checks.map(({ suite, check, skip }): CheckResult => {
        const known = this.#results.get(check);
        if (known !== undefined) return known;
        return skip === undefined
          ? { suite, check: check.name, status: 'not-run', milliseconds: 0 }
          : { suite, check: check.name, status: 'skipped', reason: skip, milliseconds: 0 };
      }),
    };
  }

  /** Writes the report where the options say; nothing when they say `false`. */
  async write(render: (report: ConformanceReport) => string): Promise<void> {
    const { reports = 'reports', name } = this.options;
    // Without a world nothing is known of the connector.
    if (reports === false || this.#cause?.world === true) return;
    const report = await this.report();
    const suffix = name === report.connector ? '' : `-${name.replaceAll(/[^\w.-]+/g, '-')}`;
    mkdirSync(reports, { recursive: true });
    writeFileSync(join(reports, `conformance${suffix}.json`), `${JSON.stringify(report, null, 2)}\n`);
    writeFileSync(join(reports, `conformance${suffix}.md`), render(report));
  }
}

/** A seed in the environment plays that one plan alone. */
function withEnvironment(options: ConformanceOptions): ConformanceOptions {
  const number = (name: string) => {
    const value = Number(process.env[name]);
    return process.env[name] !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  };
  const seed = number('COLLEGIAL_SEED');
  const plans = seed !== undefined ? 1 : (number('COLLEGIAL_FAULT_PLANS') ?? options.plans ?? 200);
  return { ...options, seed: seed ?? options.seed ?? 1, plans };
}
