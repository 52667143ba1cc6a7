import { type Reading, rollFromOf } from '@collegial/connector-oneroster/mapping';
import type { TableJoin, TableValues } from './bundle/read-table.ts';
import type { TableName } from './bundle/tables.ts';
import type { RowJoins } from './bundle-row.ts';
import {
  demographicsOfUsers,
  type JoinContext,
  lineItemsOf,
  organisationsOf,
  plainReading,
  rolesOfUsers,
  sessionsOf,
} from './joins.ts';
import { list, text } from './wire/cell.ts';

/** Prepares what other tables say about the rows of one. */
export type Join = (context: JoinContext) => Promise<TableJoin<RowJoins>>;

const notWhole = (table: string) =>
  `${table}.csv is not whole, and decides about the records of this stream.`;

/** For rows that stand for themselves. */
export const joinNothing =
  (table: TableName): Join =>
  async (context) => {
    const joined = { reading: plainReading(context, table) };
    return { of: () => joined };
  };

/** For rows that refer to organisations. */
export const joinOrganisations =
  (table: TableName, refersTo: (values: TableValues) => readonly string[]): Join =>
  async (context) => {
    const { organisations, whole, needed } = await organisationsOf(context);
    const reading: Reading = { ...plainReading(context, table), organisations };
    const joined = { reading };
    if (whole || !(needed || reading.delta)) return { of: () => joined };
    return {
      partial: notWhole('orgs'),
      of: (values) =>
        refersTo(values).every((id) => organisations.has(id))
          ? joined
          : { reading, unstated: 'organisation' },
    };
  };

/** Which tables a stream of users needs beside the roles. */
export interface UserNeeds {
  readonly demographics?: boolean;
  readonly organisations?: boolean;
}

/** For users: their roles (1.2) and, as needed, demographics, organisations and the first day of the school year. */
export const joinUsers =
  ({ demographics: needsDemographics = false, organisations: needsOrganisations = false }: UserNeeds): Join =>
  async (context) => {
    const roles = await rolesOfUsers(context);
    const demographics = needsDemographics ? await demographicsOfUsers(context) : undefined;
    const known = needsOrganisations ? await organisationsOf(context) : undefined;
    const plain = plainReading(context, 'users');
    const reading: Reading = {
      ...plain,
      ...(known !== undefined && {
        organisations: known.organisations,
        rollFrom: rollFromOf(context.config, plain.today, [...(await sessionsOf(context)).values()]),
      }),
    };
    const lacksRoles = roles?.whole === false;
    const lacksDemographics = demographics?.whole === false && (demographics.given || reading.delta);
    const lacksOrganisations = known?.whole === false && (known.needed || reading.delta);
    return {
      partial: lacksRoles
        ? notWhole('roles')
        : lacksDemographics
          ? notWhole('demographics')
          : lacksOrganisations
            ? notWhole('orgs')
            : undefined,
      of: (values) => {
        const id = text(values.sourcedId) ?? '';
        const stated = roles?.get(id);
        // A user of whom a whole table says nothing has no role; that is no role which cannot be read.
        const user = {
          roles: roles === undefined ? undefined : (stated ?? ''),
          demographics: demographics?.get(id),
        };
        if (lacksRoles && stated === undefined) return { reading, user, unstated: 'roles' };
        if (lacksDemographics && user.demographics === undefined)
          return { reading, user, unstated: 'demographics' };
        if (
          lacksOrganisations &&
          !(list(values.orgSourcedIds) ?? []).every((one) => known.organisations.has(one))
        )
          return { reading, user, unstated: 'organisation' };
        return { reading, user };
      },
    };
  };

/** For results: their line items, with class, school and category. */
export const joinLineItems: Join = async (context) => {
  const { organisations, whole: allOrganisations, needed } = await organisationsOf(context);
  const known: Reading = { ...plainReading(context, 'results'), organisations };
  const { lineItems, whole } = await lineItemsOf(context, known);
  const reading: Reading = { ...known, lineItems };
  const joined = { reading };
  if (whole && (allOrganisations || !needed)) return { of: () => joined };
  return {
    partial: notWhole('lineItems'),
    of: (values) =>
      lineItems.has(text(values.lineItemSourcedId) ?? '') ? joined : { reading, unstated: 'line item' },
  };
};
