import type { Dataset } from '@collegial/model';
import { describe, expect, test } from 'vitest';
import { appointment, city } from '../__fixtures__/city.ts';
import { storeOf } from '../__fixtures__/store-of.ts';
import { sharedStaff } from './shared-staff.ts';

const scope = { kind: 'group' as const, id: 'G' };
const find = async (dataset: Dataset, options: Partial<Parameters<typeof sharedStaff>[1]> = {}) =>
  sharedStaff(await storeOf(dataset), { scope, periods: ['2023/24'], ...options });
const abc = ['a', 'b', 'c'];

describe('what is a shared post', () => {
  test('the school with the larger FTE gives the other its FTE: 0.2 of 195 days is 39', async () => {
    const Appointment = [appointment('1', 'p', 'a', { fte: 0.8 }), appointment('2', 'p', 'b', { fte: 0.2 })];
    expect(await find(city(abc, { Appointment }))).toEqual([
      {
        provider: 'a',
        recipient: 'b',
        academicYear: 2023,
        period: '2023/24',
        kind: 'shared-post',
        joint: false,
        person: 'p',
        role: 'teacher',
        from: '2023-09-01',
        to: '2024-08-31',
        days: 39,
        appointments: ['1', '2'],
      },
    ]);
  });

  test('two schools of one trust share its teacher like any others', async () => {
    const Organisation = [{ id: 't', kind: 'trust' as const, name: 'Trust' }];
    const Appointment = [
      appointment('1', 'p', 'a', { fte: 0.8, employerId: 't' }),
      appointment('2', 'p', 'b', { fte: 0.2, employerId: 't' }),
    ];
    expect(await find(city(abc, { Organisation, Appointment }))).toMatchObject([
      { provider: 'a', recipient: 'b' },
    ]);
  });

  test('the employer gives, even with the smaller FTE', async () => {
    const Appointment = [
      appointment('1', 'p', 'a', { fte: 0.2 }),
      appointment('2', 'p', 'b', { fte: 0.8, employerId: 'a' }),
    ];
    expect(await find(city(abc, { Appointment }))).toMatchObject([
      { provider: 'a', recipient: 'b', days: 156 },
    ]);
  });

  test('two sources meet in one person by the link key', async () => {
    const Staff = [
      { id: 'x', linkKey: 'k' },
      { id: 'y', linkKey: 'k' },
    ];
    const Appointment = [appointment('1', 'x', 'a', { fte: 0.6 }), appointment('2', 'y', 'b', { fte: 0.4 })];
    expect(await find(city(abc, { Staff, Appointment }))).toMatchObject([
      { provider: 'a', recipient: 'b', days: 78 },
    ]);
  });

  test('a post that four schools pay in equal parts is split: 195 days in all, 16.25 each way', async () => {
    const schools = ['a', 'b', 'c', 'd'];
    const Appointment = schools.map((school) => appointment(school, 'p', school, { fte: 0.25 }));
    const posts = await find(city(schools, { Appointment }));
    expect(posts).toHaveLength(12);
    expect(posts.every((post) => post.joint && post.days === 16.25)).toBe(true);
    expect(posts.reduce((sum, post) => sum + (post.days ?? 0), 0)).toBe(195);
  });

  test('a school gives a part-time teacher to two others, which share the person and give each other nothing', async () => {
    const Appointment = [
      appointment('1', 'p', 'a', { fte: 0.2 }),
      appointment('2', 'p', 'b', { fte: 0.6 }),
      appointment('3', 'p', 'c', { fte: 0.2 }),
    ];
    const posts = await find(city(abc, { Appointment }));
    expect(posts.map((post) => [post.provider, post.recipient, post.days])).toEqual([
      ['a', 'c', 0],
      ['b', 'a', 39],
      ['b', 'c', 39],
    ]);
  });

  test('someone whom one school employs and who works only at another is given whole', async () => {
    const Appointment = [
      appointment('1', 'p', 'b', { fte: 1, employerId: 'a', kind: 'secondment' }),
      appointment('2', 'q', 'c', { fte: 0.4, employerId: 'a', kind: 'fixed-term' }),
    ];
    const posts = await find(city(abc, { Appointment }));
    expect(posts.map((post) => [post.provider, post.recipient, post.kind, post.days])).toEqual([
      ['a', 'b', 'secondment', 195],
      ['a', 'c', 'shared-post', 78],
    ]);
  });

  test('a secondment runs from home to host, whatever the FTE', async () => {
    const Appointment = [
      appointment('1', 'p', 'a', { fte: 0.1 }),
      appointment('2', 'p', 'b', { fte: 0.9, kind: 'secondment' }),
    ];
    expect(await find(city(abc, { Appointment }))).toMatchObject([
      { provider: 'a', recipient: 'b', kind: 'secondment', days: 175.5 },
    ]);
  });

  test('a post at home that stays open during a secondment does not make it implausible', async () => {
    const Appointment = [
      appointment('1', 'p', 'a', { fte: 1 }),
      appointment('2', 'p', 'b', { fte: 1, kind: 'secondment' }),
    ];
    expect(await find(city(abc, { Appointment }))).toMatchObject([
      { provider: 'a', recipient: 'b', days: 195 },
    ]);
  });

  test('days come from the calendar of the recipient: Mondays to Fridays in term that are not closed', async () => {
    const Calendar = [
      {
        id: 'calendar',
        organisationId: 'b',
        academicYear: 2023,
        terms: [{ name: 'Autumn', from: '2023-09-04', to: '2023-09-15' }],
        closures: [{ from: '2023-09-08', to: '2023-09-08' }],
      },
    ];
    const Appointment = [appointment('1', 'p', 'a', { fte: 0.8 }), appointment('2', 'p', 'b', { fte: 0.2 })];
    // Two weeks of five days, one of them closed: 9 × 0.2.
    expect(await find(city(abc, { Calendar, Appointment }))).toMatchObject([{ days: 1.8 }]);
  });

  test('each year counts its own part: begun on 1 January 2023, 212 of 334 days of 2022/23', async () => {
    const Appointment = [
      appointment('1', 'p', 'a', { fte: 0.8 }),
      appointment('2', 'p', 'b', { fte: 0.2, validFrom: '2023-01-01' }),
    ];
    const posts = await find(city(abc, { Appointment }), { periods: ['2022/23', '2023/24'] });
    expect(posts.map((post) => [post.period, post.days])).toEqual([
      ['2022/23', 24.7545],
      ['2023/24', 39],
    ]);
  });

  test('posts still held are counted up to the day asked for', async () => {
    const Appointment = [appointment('1', 'p', 'a', { fte: 0.8 }), appointment('2', 'p', 'b', { fte: 0.2 })];
    const [post] = await find(city(abc, { Appointment }), { asOf: '2023-10-31' });
    expect(post).toMatchObject({ from: '2023-09-01', to: '2023-10-31' });
    expect(post?.days).toBeCloseTo((0.2 * 195 * 61) / 335, 4);
  });

  test('an FTE that is not known leaves the days unknown, not zero', async () => {
    const Appointment = [appointment('1', 'p', 'a', { fte: 0.8 }), appointment('2', 'p', 'b', { fte: null })];
    expect(new Set((await find(city(abc, { Appointment }))).map((post) => post.days))).toContain(null);
  });
});

describe('what is none', () => {
  const nothing: [string, Partial<Dataset>][] = [
    ...(['supply', 'central-team', 'peripatetic'] as const).map((kind): [string, Partial<Dataset>] => [
      `${kind} staff at every school`,
      { Appointment: abc.map((school) => appointment(school, 'p', school, { kind })) },
    ]),
    [
      'a permanent teacher who is also supply elsewhere',
      { Appointment: [appointment('1', 'p', 'a'), appointment('2', 'p', 'b', { kind: 'supply' })] },
    ],
    [
      'an executive with a post at the trust',
      {
        Organisation: [{ id: 't', kind: 'trust', name: 'Trust' }],
        Appointment: [...abc, 't'].map((place) => appointment(place, 'p', place, { role: 'senior-leader' })),
      },
    ],
    [
      'technicians of an agency, entered as fixed-term',
      {
        Organisation: [{ id: 't', kind: 'provider', name: 'Agency' }],
        Appointment: abc.map((place) =>
          appointment(place, 'p', place, { kind: 'fixed-term', employerId: 't' }),
        ),
      },
    ],
    [
      'ordinary recruitment: left one school, began at the other',
      {
        Appointment: [
          appointment('1', 'p', 'a', { validTo: '2023-12-31' }),
          appointment('2', 'p', 'b', { validFrom: '2024-01-01' }),
        ],
      },
    ],
    [
      "a leaver's overlap of 27 days",
      {
        Appointment: [
          appointment('1', 'p', 'a', { validTo: '2024-01-27' }),
          appointment('2', 'p', 'b', { validFrom: '2024-01-01' }),
        ],
      },
    ],
    [
      'two full-time posts at once: a mistyped day, or a post that was never closed',
      { Appointment: [appointment('1', 'p', 'a', { fte: 1 }), appointment('2', 'p', 'b', { fte: 1 })] },
    ],
    ['two posts at one school', { Appointment: [appointment('1', 'p', 'a'), appointment('2', 'p', 'a')] }],
    [
      'a post outside the scope',
      { Appointment: [appointment('1', 'p', 'a'), appointment('2', 'p', 'elsewhere')] },
    ],
    ['two people', { Appointment: [appointment('1', 'p', 'a'), appointment('2', 'q', 'b')] }],
    [
      'a post that ended the year before',
      { Appointment: [appointment('1', 'p', 'a'), appointment('2', 'p', 'b', { validTo: '2023-08-31' })] },
    ],
  ];
  test.each(nothing)('%s', async (_name, extra) => {
    expect(await find(city(abc, extra))).toEqual([]);
  });

  test('28 days of overlap are enough, also when they run over the turn of the year', async () => {
    const Appointment = [
      appointment('1', 'p', 'a', { validTo: '2023-09-10' }),
      appointment('2', 'p', 'b', { validFrom: '2023-08-14' }),
    ];
    expect(await find(city(abc, { Appointment }))).not.toEqual([]);
  });
});

describe('schools that followed others', () => {
  const Organisation = [{ id: 'old', kind: 'school' as const, name: 'Old', status: 'closed' as const }];
  const link = { id: 'l', organisationId: 'b', relatedId: 'old', kind: 'predecessor' as const };
  const Appointment = [appointment('1', 'p', 'a', { fte: 0.8 }), appointment('2', 'p', 'old', { fte: 0.2 })];

  test('a post at the school before counts for the school after', async () => {
    const OrganisationLink = [{ ...link, validFrom: '2022-09-01' }];
    expect(await find(city(abc, { Organisation, OrganisationLink, Appointment }))).toMatchObject([
      { provider: 'a', recipient: 'b' },
    ]);
  });

  test('not before it followed', async () => {
    const OrganisationLink = [{ ...link, validFrom: '2025-09-01' }];
    expect(await find(city(abc, { Organisation, OrganisationLink, Appointment }))).toEqual([]);
  });

  test('posts at both are posts at one school', async () => {
    const same = [appointment('1', 'p', 'b'), appointment('2', 'p', 'old')];
    expect(await find(city(abc, { Organisation, OrganisationLink: [link], Appointment: same }))).toEqual([]);
  });
});

describe('agreements', () => {
  const Appointment = [appointment('1', 'p', 'a', { fte: 0.8 }), appointment('2', 'p', 'b', { fte: 0.2 })];
  const agreement = {
    id: 'x',
    title: 'Sharing',
    organisationIds: abc,
    purposes: ['collaboration' as const],
    validFrom: '2020-09-01',
  };

  test.each([
    ['none', []],
    ['for another purpose', [{ ...agreement, purposes: ['research' as const] }]],
    ['that has ended', [{ ...agreement, validTo: '2023-08-31' }]],
    ['that has not begun', [{ ...agreement, validFrom: '2024-09-01' }]],
    ['that leaves a school out', [{ ...agreement, organisationIds: ['a', 'b'] }]],
    [
      'that cover the schools only together',
      [
        { ...agreement, organisationIds: ['a', 'b'] },
        { ...agreement, id: 'y', organisationIds: ['b', 'c'] },
      ],
    ],
  ])('no analysis with an agreement: %s', async (_name, SharingAgreement) => {
    await expect(find(city(abc, { SharingAgreement, Appointment }))).rejects.toMatchObject({
      code: 'agreement.missing',
    });
  });

  test('only days in force are read', async () => {
    const SharingAgreement = [{ ...agreement, validFrom: '2024-01-01' }];
    expect(await find(city(abc, { SharingAgreement, Appointment }))).toMatchObject([{ from: '2024-01-01' }]);
  });

  test('a school that declined is neither read nor needs to be named', async () => {
    const dataset = city(abc, {
      SharingAgreement: [{ ...agreement, organisationIds: ['a', 'b'] }],
      Appointment,
    });
    const GroupMember = [...(dataset.GroupMember ?? [])].map((member) => ({
      ...member,
      takesPart: member.organisationId !== 'c',
    }));
    expect(await find({ ...dataset, GroupMember })).toHaveLength(1);
  });
});

test('a group that nobody is in is not known', async () => {
  await expect(find(city(abc), { scope: { kind: 'group', id: 'none' } })).rejects.toMatchObject({
    code: 'scope.unknown',
  });
});
