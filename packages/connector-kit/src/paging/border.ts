import { CollegialError, type Place } from '@collegial/model';

/** So often in a row a read may be thrown back without getting any further. */
const mostStuck = 5;

/** A border between pages already read and the rest. */
export interface Border {
  readonly offset: number;
  /** Mark of the row on the side already read; absent at the end that reading began from. */
  readonly mark: string | undefined;
}

/** The borders passed in one read, to go back to when the data has moved. */
export class BorderTrail {
  readonly #passed: Border[] = [];
  #best = -1;
  #stuck = 0;
  #returning = false;

  /** Notes that the rows after this border were read, and fit. */
  pass(border: Border): void {
    this.#returning = false;
    this.#passed.push(border);
  }

  /**
   * The border before the one that did not fit; nothing when reading must begin anew.
   *
   * @param progress how far reading had come
   * @throws CollegialError `paging.moved` when it gets no further
   */
  back(progress: number, place: Place): Border | undefined {
    if (!this.#returning) {
      this.#returning = true;
      if (progress > this.#best) {
        this.#best = progress;
        this.#stuck = 0;
      } else this.#stuck += 1;
      if (this.#stuck >= mostStuck)
        throw new CollegialError({
          code: 'paging.moved',
          message: 'The rows moved from page to page faster than they could be read.',
          place,
        });
    }
    return this.#passed.pop();
  }
}
