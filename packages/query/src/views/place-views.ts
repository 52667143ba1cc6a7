import { columns, type View } from './view.ts';

/** Which schools a scope covers. */
export const placeViews: readonly View[] = [
  {
    name: 'membership',
    description:
      'A school inside a scope: itself, a group formed to work together, a trust, an authority, a federation or a sponsor.',
    columns: columns([
      ['scope_kind', 'VARCHAR', 'school, group, trust, authority, federation or sponsor.'],
      ['scope_id', 'VARCHAR', 'Id of the group or organisation.'],
      ['organisation_id', 'VARCHAR', 'The school.'],
      ['valid_from', 'DATE', 'First day of membership; null: not known.'],
      ['valid_to', 'DATE', 'Last day of membership; null: still a member.'],
      ['takes_part', 'BOOLEAN', 'False for a school that was placed in a group and declined.'],
    ]),
    sql: () => `
      select 'school' as scope_kind, id as scope_id, id as organisation_id, cast(null as date) as valid_from, cast(null as date) as valid_to, true as takes_part
      from organisation where kind = 'school'
      union all
      select 'group', group_id, organisation_id, valid_from, valid_to, takes_part from group_member
      union all
      select kind, related_id, organisation_id, valid_from, valid_to, true
      from organisation_link where kind in ('trust', 'authority', 'federation', 'sponsor')`,
  },
];
