import type ICAL from 'ical.js';

/** What is read of an event to place it. Names and addresses stay in here: they are matched and forgotten. */
export interface EventFacts {
  readonly title: string;
  readonly categories: readonly string[];
  readonly place: string;
  /** Address of the organiser, in lower case. */
  readonly organiser: string | undefined;
  /** Addresses of the people who are invited and have not declined, with the organiser's, in lower case, each once. */
  readonly people: readonly string[];
}

/** Reads what there is to match of an event. Rooms, and people who declined, are nobody. */
export function eventFacts(component: ICAL.Component): EventFacts {
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
  const address = (property: ICAL.Property | null) =>
    /^mailto:(?<address>.+)$/i
      .exec(String(property?.getFirstValue() ?? ''))
      ?.groups?.address?.trim()
      .toLowerCase();
  const parameter = (property: ICAL.Property, name: string) =>
    String(property.getFirstParameter(name) ?? '').toUpperCase();
  const attendees = component.getAllProperties('attendee').map((property) => ({
    address: address(property),
    declined: parameter(property, 'partstat') === 'DECLINED',
    thing: ['ROOM', 'RESOURCE'].includes(parameter(property, 'cutype')),
  }));
  const organiser = address(component.getFirstProperty('organizer'));
  const away = new Set(
    attendees.filter(({ declined, thing }) => declined || thing).map((one) => one.address),
  );
  const people = [organiser, ...attendees.map((one) => one.address)].filter(
    (one): one is string => one !== undefined && !away.has(one),
  );
  return {
    title: text('summary'),
    categories: component
      .getAllProperties('categories')
      .flatMap((property) => property.getValues().map((value) => String(value).trim())),
    place: text('location'),
    organiser,
    people: [...new Set(people)],
  };
}
