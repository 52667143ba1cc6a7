import type { EntityInput } from '@collegial/model';
import { openStore } from '@collegial/store';
import { expect, it } from 'vitest';
import { cityServer, syncCity } from './__fixtures__/city-sync.ts';

it('an absence rate of a synced store comes from calendars, and is not there for schools without one', async () => {
  const server = cityServer();
  const store = await openStore({ path: ':memory:', threads: 1 });
  const report = await syncCity(server, store);
  expect(report.streams.filter(({ status }) => status !== 'complete')).toEqual([]);
  const rows = await store.query<{
    school: string;
    calendar: boolean;
    enrolments: number;
    possible: number;
    absent: number;
    unknown: number;
  }>({
    text: `
      select y.organisation_id as school, c.id is not null as calendar, cast(count(*) as integer) as enrolments,
        cast(sum(y.possible) as integer) as possible, cast(sum(y.absent) as integer) as absent, cast(sum(y.unknown) as integer) as unknown
      from attendance_year y left join calendar c on c.organisation_id = y.organisation_id
      group by all order by 1`,
    parameters: [],
  });
  expect(rows.map(({ calendar }) => calendar)).toContain(true);
  expect(rows.map(({ calendar }) => calendar)).toContain(false);
  for (const { calendar, possible, absent, unknown } of rows)
    if (calendar) expect([possible > 0, absent > 0, unknown]).toEqual([true, true, 0]);
    else expect([possible, absent, unknown > 0]).toEqual([0, 0, true]);

  // By hand, for the first school with a calendar: everyone on roll on a day between the first and the last event has two sessions of it.
  const [first] = rows.filter(({ calendar }) => calendar);
  const events = await store.query<{ date: string }>({
    text: `select cast(min("date") as varchar) as date from attendance_mark where organisation_id = '${first?.school}'
      union all select cast(max("date") as varchar) from attendance_mark where organisation_id = '${first?.school}'`,
    parameters: [],
  });
  const [from = '', to = ''] = events.map(({ date }) => date);
  const [calendar] = await store.query<{ terms: unknown; closures: unknown }>({
    text: `select terms, closures from calendar where organisation_id = '${first?.school}'`,
    parameters: [],
  });
  const spans = (json: unknown) =>
    (typeof json === 'string' ? JSON.parse(json) : json) as { from: string; to: string }[];
  const enrolments = await store.query<Pick<EntityInput<'Enrolment'>, 'enteredOn' | 'leftOn'>>({
    text: `select cast(entered_on as varchar) as "enteredOn", cast(left_on as varchar) as "leftOn" from enrolment where organisation_id = '${first?.school}'`,
    parameters: [],
  });
  let sessions = 0;
  for (let time = Date.parse(from); time <= Date.parse(to); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const within = (list: unknown) => spans(list).some((span) => span.from <= date && date <= span.to);
    if ([0, 6].includes(new Date(time).getUTCDay()) || !within(calendar?.terms) || within(calendar?.closures))
      continue;
    sessions +=
      2 *
      enrolments.filter(
        ({ enteredOn, leftOn }) =>
          enteredOn <= date && (leftOn === null || leftOn === undefined || date <= leftOn),
      ).length;
  }
  expect(first?.possible).toBe(sessions);
  await store.close();
});
