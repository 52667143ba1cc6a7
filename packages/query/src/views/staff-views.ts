import { columns, type View } from './view.ts';

/** Staff and their posts. */
export const staffViews: readonly View[] = [
  {
    name: 'appointment',
    description: 'A post held by a person at an organisation.',
    columns: columns([
      ['appointment_id', 'VARCHAR', 'Appointment.'],
      ['staff_id', 'VARCHAR', 'Member of staff at the source.'],
      [
        'person_id',
        'VARCHAR',
        'The same for one person at every school where a national identifier is known.',
      ],
      ['organisation_id', 'VARCHAR', 'School.'],
      ['employer_id', 'VARCHAR', 'Employer, when it is another organisation.'],
      ['role', 'VARCHAR', 'head, senior-leader, middle-leader, teacher, support or other.'],
      ['kind', 'VARCHAR', 'permanent, fixed-term, secondment, supply, central-team, peripatetic or other.'],
      ['fte', 'DECIMAL(18,4)', 'Full-time equivalent.'],
      ['subject', 'VARCHAR', 'Subject or duty.'],
      ['valid_from', 'DATE', 'First day.'],
      ['valid_to', 'DATE', 'Last day; null while held.'],
    ]),
    sql: () => `
      select a.id as appointment_id, a.staff_id, coalesce(s.link_key, a.staff_id) as person_id, a.organisation_id, a.employer_id,
        a.role, a.kind, a.fte, a.subject, a.valid_from, a.valid_to
      from data.appointment a left join data.staff s on s.id = a.staff_id and not s.shadowed
      where not a.shadowed`,
  },
];
