/** Name of a resource in Arbor's own words, for example `AcademicUnitEnrolment` or `UkDfe_UpnAssignment`. */
export type ResourceName = string;

/** The plural as Arbor forms it, also where English does not: `Staffs`. */
function pluralOf(name: ResourceName): string {
  if (name.endsWith('ch')) return `${name}es`;
  if (name.endsWith('s')) return `${name}es`;
  if (name.endsWith('y') && !name.endsWith('ay')) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
}

/** `AcademicUnitEnrolment` → `academic-unit-enrolments`, `UkDfe_UpnAssignment` → `uk-dfe_upn-assignments`. */
export function pathOf(name: ResourceName): string {
  return pluralOf(name)
    .replaceAll(/(?<=[a-z0-9])([A-Z])/g, '-$1')
    .toLowerCase();
}

/** Key under which a list is given: `academicUnitEnrolments`. */
export const listKeyOf = (name: ResourceName): string => lowerFirst(pluralOf(name));

/** Key under which one record is given: `academicUnitEnrolment`. */
export const recordKeyOf = (name: ResourceName): string => lowerFirst(name);

/** What a filter takes as the value of a property that refers to a record. */
export const hrefOf = (name: ResourceName, id: string): string => `/rest-v2/${pathOf(name)}/${id}`;

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
