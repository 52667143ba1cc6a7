import { testConnector } from '@collegial/connector-testing';
import type { EntityInput } from '@collegial/model';
import { city, days } from './__fixtures__/city-sync.ts';
import { smallDataset } from './__fixtures__/small-dataset.ts';
import { createWondeServer } from './testing/index.ts';
import { wonde } from './wonde-connector.ts';

const { dataset, marks } = smallDataset();
const size = (name: keyof typeof dataset) => [...(dataset[name] ?? [])].length;
const numbers = [
  ...[...(dataset.Student ?? [])].map(({ id }) => city.people.upnOf(id)),
  ...[...(dataset.Staff ?? [])].map(({ id }) => city.people.teacherNumberOf(id)),
];

testConnector({
  name: 'wonde',
  // A sync makes some sixty requests, each school and stream its own.
  plans: 150,
  readme: new URL('../README.md', import.meta.url),
  startsAt: '2023-08-14T08:00:00Z',
  elsewhere: {
    'OrganisationLink.relatedId':
      'Wonde names authorities by their national code alone; their records come from a register such as that of connector-dfe.',
  },
  world({ clock, mostPerPage, empty }) {
    const server = createWondeServer({
      // A token that sees no school is a fault, so the schools stay.
      dataset: empty ? { Organisation: [...(dataset.Organisation ?? [])] } : dataset,
      marksOf: (school) => (empty ? [] : marks.filter(({ organisationId }) => organisationId === school)),
      people: {
        upnOf: city.people.upnOf,
        teacherNumberOf: city.people.teacherNumberOf,
        nameOf: () => ({ forename: 'Canaryforename', surname: 'Canarysurname' }),
        birthDateOf: () => '2009-05-27',
      },
      mostPerPage: Math.min(mostPerPage, 500),
      now: clock.now,
    });
    const [, mark] = marks as [EntityInput<'AttendanceMark'>, EntityInput<'AttendanceMark'>];
    const [enrolment, second] = [...(dataset.Enrolment ?? [])] as [
      EntityInput<'Enrolment'>,
      EntityInput<'Enrolment'>,
    ];
    const [assessment] = [...(dataset.Assessment ?? [])] as [EntityInput<'Assessment'>];
    const [post, vacated] = [...(dataset.Appointment ?? [])] as [
      EntityInput<'Appointment'>,
      EntityInput<'Appointment'>,
    ];
    return {
      source: wonde({
        token: server.token,
        baseUrl: 'https://wonde.example/v1.0',
        attendance: days,
        aspects: [...server.aspects],
      }),
      fetch: server.handle,
      holds: empty
        ? { students: 0, enrolments: 0, appointments: 0, classes: 0, attendance: 0, results: 0 }
        : {
            schools: size('Organisation'),
            students: size('Student'),
            enrolments: size('Enrolment'),
            attendance: marks.length,
            appointments: size('Appointment'),
            classes: size('Class'),
            results: size('Assessment'),
          },
      change() {
        server.update('Enrolment', { ...enrolment, leftOn: '2023-07-21' });
        server.update('AttendanceMark', { ...mark, code: 'U', minutesLate: null });
        server.update('Appointment', { ...post, fte: 0.37 });
      },
      remove() {
        server.remove('Enrolment', second.id);
        server.remove('Assessment', assessment.id);
        server.remove('Appointment', vacated.id);
        return { students: 1, enrolments: 1, results: 1, appointments: 1 };
      },
      canaries: ['Canaryforename', 'Canarysurname', '2009-05-27', ...numbers],
    };
  },
});
