import { type Mapped, remove } from '@collegial/connector-kit';
import type { EntityInput } from '@collegial/model';
import { type OneRosterContext, plainIdOf } from './ids.ts';
import type { KnownOrganisation } from './reading.ts';
import type { WireOrg } from './wire-roster.ts';
import { isDeleted } from './wire-shapes.ts';

type Context = Pick<OneRosterContext, 'source' | 'config'>;

/** Forms of identifiers that make ids; what does not have the form, such as a note, makes none. */
const forms: Readonly<Record<string, RegExp>> = {
  urn: /^\d{5,7}$/,
  la: /^\d{3}$/,
  'gias-group': /^\d{1,6}$/,
  ukprn: /^\d{8}$/,
  nces: /^\d{7}$|^\d{12}$/,
};

/** The organisation as other rows refer to it; its id is the national identifier where the settings say what `identifier` is. */
export function knownOrganisation(org: WireOrg, context: Context): KnownOrganisation {
  const kind = kindOf(org, context);
  return { id: nationalIdOf(org, context) ?? plainIdOf(context, org.sourcedId), kind };
}

/** A school, a district or another organisation. One without a name is named by its identifier. */
export function mapOrganisation(org: WireOrg, context: OneRosterContext): Mapped<'Organisation'> {
  const { id, kind } = knownOrganisation(org, context);
  if (isDeleted(org)) return remove(id);
  if (org.name === undefined) context.drift('name');
  if (kind === 'other' && org.type !== undefined && !otherTypes.has(org.type.toLowerCase()))
    context.unmapped('type', org.type);
  const national = nationalIdOf(org, context);
  const own = plainIdOf(context, org.sourcedId);
  return {
    id,
    kind,
    name: org.name ?? org.identifier ?? org.sourcedId,
    identifiers: [
      ...(national === undefined ? [] : [national]),
      ...(org.identifier !== undefined && national === undefined ? [`identifier:${org.identifier}`] : []),
      ...(own === id ? [] : [own]),
    ],
    type: org.type ?? null,
    jurisdiction: context.config.jurisdiction,
  };
}

/** Groupings above or inside schools that have no kind of their own. */
const otherTypes = new Set(['department', 'local', 'state', 'national']);

function kindOf({ type }: WireOrg, { config }: Context): EntityInput<'Organisation'>['kind'] {
  const word = type?.toLowerCase();
  if (word === 'school') return 'school';
  return word === 'district' ? config.districtKind : 'other';
}

function nationalIdOf({ type, identifier }: WireOrg, { config }: Context): string | undefined {
  const { school, district } = config.organisationIdentifiers;
  const word = type?.toLowerCase();
  const scheme = word === 'school' ? school : word === 'district' ? district : undefined;
  if (scheme === undefined || identifier === undefined) return undefined;
  const form = Object.hasOwn(forms, scheme) ? forms[scheme] : /^\S{1,100}$/;
  return form?.test(identifier) ? `${scheme}:${identifier}` : undefined;
}
