import type { EntityInput } from '@collegial/model';
import type { KnownSchool } from './school-index.ts';

/**
 * A school as an organisation. Tables of figures that name no school by name leave it with its number for a name. A school that
 * a later link says was succeeded is closed.
 */
export function mapSchool(school: KnownSchool, jurisdiction: string): EntityInput<'Organisation'> {
  const { urn, facts, linked } = school;
  const identifiers = [`urn:${urn}`];
  if (facts.ukprn != null) identifiers.push(`ukprn:${facts.ukprn}`);
  if (facts.laestab != null) identifiers.push(`laestab:${facts.laestab}`);
  return {
    id: `urn:${urn}`,
    kind: 'school',
    name: facts.name ?? linked.name ?? `School ${urn}`,
    identifiers,
    type: facts.type ?? facts.broadType ?? null,
    phase: facts.phase ?? null,
    ...statusOf(school),
    openedOn: facts.openedOn ?? null,
    lowestAge: facts.lowestAge ?? null,
    highestAge: facts.highestAge ?? null,
    capacity: facts.capacity ?? null,
    town: facts.town ?? null,
    latitude: facts.latitude ?? null,
    longitude: facts.longitude ?? null,
    jurisdiction,
  };
}

function statusOf({
  facts,
  linked,
  statusAsOf,
}: KnownSchool): Pick<EntityInput<'Organisation'>, 'status' | 'closedOn'> {
  const status = facts.status ?? undefined;
  const closedOn = facts.closedOn ?? null;
  const successor = linked.succeeded;
  if (successor === undefined || status === 'proposed') return { status: status ?? 'open', closedOn };
  if (status === 'closed') return { status, closedOn: closedOn ?? successor.on };
  // The register said open: only a succession known to be later than its extract says otherwise.
  const later = statusAsOf !== undefined && successor.on !== null && successor.on > statusAsOf;
  return status === 'open' && !later ? { status, closedOn } : { status: 'closed', closedOn: successor.on };
}
