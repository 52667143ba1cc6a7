/** An answer that cannot be used: what is wrong with it and how to put it right. Nothing has been written. */
export class ScaffoldError extends Error {
  override readonly name = 'ScaffoldError';
  /** What to do about it. */
  readonly fix: string;

  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}
