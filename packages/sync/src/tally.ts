import type { BulkResult, LoadResult } from '@collegial/model';
import type { Counts, QuarantineReason, UnmappedCode } from './sync-report.ts';

const quarantinedFor = 'quarantined for ';
const skippedFor = 'skipped for ';
const driftOf = 'drift of ';
const unmappedOf = 'unmapped ';
const mostNames = 300;

/** Counts of a run under names, in the form in which a checkpoint keeps them. */
export class Tally {
  readonly #counts: Map<string, number>;
  #lastSkipped: string | undefined;
  #lastSkippedName = '';

  constructor(counts: Readonly<Record<string, number>> = {}) {
    this.#counts = new Map(Object.entries(counts));
  }

  get(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  add(name: string, count = 1): void {
    if (count !== 0) this.#counts.set(name, this.get(name) + count);
  }

  /**
   * Rows in all, as the source said last; kept with the counts, so that a read resumed at its very end knows
   * it still.
   */
  get total(): number | undefined {
    return this.#counts.get('total');
  }

  set total(rows: number) {
    this.#counts.set('total', rows);
  }

  quarantine(code: string, field: string | undefined, count = 1): void {
    this.add('read', count);
    this.add('quarantined', count);
    this.#addNamed(`${quarantinedFor}${code}/`, field ?? '', count);
  }

  skip(reason: string, count = 1): void {
    this.add('skipped', count);
    // Most rows are passed over for the reason of the row before.
    if (reason === this.#lastSkipped) {
      this.add(this.#lastSkippedName, count);
      return;
    }
    this.#lastSkippedName = this.#addNamed(skippedFor, reason, count);
    this.#lastSkipped = reason;
  }

  drift(field: string, count = 1): void {
    this.#addNamed(driftOf, field, count);
  }

  unmapped(field: string, code: string, count = 1): void {
    this.#addNamed(`${unmappedOf}${field}/`, code.slice(0, 60), count);
  }

  merge(other: Tally): void {
    for (const [name, count] of other.#counts) this.add(name, count);
  }

  plus(other: Tally): Tally {
    const sum = new Tally(this.toRecord());
    sum.merge(other);
    return sum;
  }

  addResult(result: LoadResult): void {
    this.add('loaded', result.loaded);
    this.add('unchanged', result.unchanged);
    this.add('duplicate', result.duplicate);
    this.add('deleted', result.deleted);
    this.add('absent', result.absent);
  }

  /** Takes over what became of a file that the target read itself. */
  addBulk(result: BulkResult): void {
    const { rows, loaded, unchanged, duplicate, skippedBy, quarantinedBy, drift, unmapped } = result;
    this.total = rows;
    this.add('rows', rows);
    this.add('read', loaded + unchanged + duplicate);
    this.add('loaded', loaded);
    this.add('unchanged', unchanged);
    this.add('duplicate', duplicate);
    for (const [reason, count] of Object.entries(skippedBy)) this.skip(reason, count);
    for (const { code, field, count } of quarantinedBy) this.quarantine(code, field, count);
    for (const [field, count] of Object.entries(drift)) this.drift(field, count);
    for (const { field, code, count } of unmapped) this.unmapped(field, code, count);
  }

  counts(): Counts {
    return {
      rows: this.get('rows'),
      skipped: this.get('skipped'),
      read: this.get('read'),
      loaded: this.get('loaded'),
      unchanged: this.get('unchanged') + this.get('absent'),
      deleted: this.get('deleted'),
      duplicate: this.get('duplicate'),
      quarantined: this.get('quarantined'),
    };
  }

  skippedBy(): Record<string, number> {
    return this.#named(skippedFor);
  }

  driftBy(): Record<string, number> {
    return this.#named(driftOf);
  }

  unmappedBy(): UnmappedCode[] {
    return Object.entries(this.#named(unmappedOf))
      .map(([name, count]) => {
        const cut = name.indexOf('/');
        return { field: name.slice(0, cut), code: name.slice(cut + 1), count };
      })
      .sort((a, b) => b.count - a.count);
  }

  quarantineBy(): QuarantineReason[] {
    return Object.entries(this.#named(quarantinedFor))
      .map(([name, count]) => {
        const cut = name.indexOf('/');
        return { code: name.slice(0, cut), field: name.slice(cut + 1), count };
      })
      .sort((a, b) => b.count - a.count);
  }

  toRecord(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  /**
   * Names come from connectors and sources: past a limit they are counted together, so that a checkpoint stays
   * small.
   */
  #addNamed(prefix: string, name: string, count: number): string {
    const full = `${prefix}${name.slice(0, 100)}`;
    const used = this.#counts.has(full) || this.#counts.size < mostNames ? full : `${prefix}…`;
    this.add(used, count);
    return used;
  }

  #named(prefix: string): Record<string, number> {
    const found = [...this.#counts].filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries(found.map(([name, count]) => [name.slice(prefix.length), count]));
  }
}
