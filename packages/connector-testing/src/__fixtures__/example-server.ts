import type { Conditions, Handler } from '../world.ts';

/** A pupil as the example server keeps it. */
export interface Pupil {
  id: string;
  gender?: string;
  updatedAt: number;
  gone?: boolean;
}

/** A school system of lists with offset, limit and total, which keeps what was deleted and says when a row was changed. */
export class ExampleServer {
  readonly token = 'example-token-4711';
  readonly #conditions: Conditions;
  readonly schools: { urn: number; name: string }[];
  readonly pupils: Pupil[];
  #number: number;

  constructor(conditions: Conditions, pupils = 23) {
    this.#conditions = conditions;
    const { empty, clock } = conditions;
    const long = clock.now() - 86_400_000 * 30;
    this.#number = pupils;
    this.schools = empty
      ? []
      : Array.from({ length: 7 }, (_, index) => ({ urn: 100001 + index, name: `School ${index}` }));
    this.pupils = empty
      ? []
      : Array.from({ length: pupils }, (_, index) => ({ id: `P${index}`, gender: index % 2 ? 'F' : 'M', updatedAt: long }));
  }

  readonly fetch: Handler = (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.headers.get('authorization') !== `Bearer ${this.token}`)
      return Response.json({ error: 'invalid_token' }, { status: 401 });
    const lists: Record<string, readonly object[]> = {
      '/schools': this.schools,
      '/pupils': this.pupils.filter(({ updatedAt, gone }) => {
        const since = searchParams.get('since');
        return since === null ? gone !== true : updatedAt >= Date.parse(since);
      }),
    };
    const list = lists[pathname];
    if (list === undefined) return Response.json({ error: 'not found' }, { status: 404 });
    const offset = Number(searchParams.get('offset') ?? 0);
    const limit = Math.min(Number(searchParams.get('limit') ?? 10), this.#conditions.mostPerPage);
    const date = new Date(this.#conditions.clock.now()).toUTCString();
    return Response.json({ rows: list.slice(offset, offset + limit), total: list.length }, { headers: { date } });
  };

  change(): void {
    const updatedAt = this.#conditions.clock.now();
    const [first] = this.schools;
    if (first !== undefined) first.name = "Renamed";
    const [, second] = this.pupils;
    if (second !== undefined) Object.assign(second, { gender: 'X', updatedAt });
    this.pupils.push({ id: `P${this.#number++}`, updatedAt });
    this.schools.push({ urn: 200_000 + this.#number, name: 'New' });
  }

  remove(): Record<string, number> {
    const third = this.pupils[2];
    if (third !== undefined) Object.assign(third, { gone: true, updatedAt: this.#conditions.clock.now() });
    this.schools.splice(1, 1);
    return { pupils: 1, schools: 1 };
  }
}
