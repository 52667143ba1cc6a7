import { describe, expect, it } from 'vitest';
import { entities, entityNames } from './entities.ts';
import { columnName, tableLayout, tableLayouts } from './table-layout.ts';

describe('the table layout', () => {
  it('derives column, type and nullability from the schema', () => {
    const { columns, key, table } = tableLayout('Enrolment');
    const byName = new Map(columns.map((column) => [column.name, column]));
    expect(table).toBe('enrolment');
    expect(key).toEqual(['id']);
    expect(byName.get('entered_on')).toEqual({
      field: 'enteredOn',
      name: 'entered_on',
      type: 'DATE',
      nullable: false,
    });
    expect(byName.get('left_on')).toMatchObject({ type: 'DATE', nullable: true });
    expect(byName.get('year_group')).toMatchObject({ type: 'INTEGER', nullable: true });
    expect(byName.get('status')).toMatchObject({ type: 'VARCHAR', nullable: false });
  });

  it('keeps lists of texts as lists and anything deeper as JSON', () => {
    const types = Object.fromEntries(tableLayout('Calendar').columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      terms: 'JSON',
      closures: 'JSON',
      sessions: 'VARCHAR[]',
      academic_year: 'SMALLINT',
    });
  });

  it('covers every entity, with distinct tables and keys that are columns', () => {
    const layouts = tableLayouts();
    expect(layouts.map(({ entity }) => entity)).toEqual(entityNames);
    expect(new Set(layouts.map(({ table }) => table)).size).toBe(layouts.length);
    for (const { columns, key } of layouts) {
      expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...key]));
    }
  });

  it('stores money, hours and points exactly, so that sums do not depend on their order', () => {
    const doubles = tableLayouts().flatMap(({ columns }) =>
      columns.filter(({ type }) => /DOUBLE|FLOAT|REAL/.test(type)),
    );
    expect(doubles).toEqual([]);
  });

  it('names columns in snake case', () => {
    expect(columnName('validFrom')).toBe('valid_from');
    expect(columnName('toOrganisationId')).toBe('to_organisation_id');
  });
});

describe('the entities', () => {
  it('refuse a field that is not theirs, so that nothing personal slips in', () => {
    expect(entities.Student.schema.safeParse({ id: 's1' }).success).toBe(true);
    expect(entities.Student.schema.safeParse({ id: 's1', surname: 'x' }).success).toBe(false);
  });

  it('hold no name, address, contact or full date of birth of a person', () => {
    const personal = tableLayouts().filter((layout) => layout.personal);
    const names = personal.flatMap(({ columns }) => columns.map(({ name }) => name));
    expect(
      names.filter((name) =>
        /surname|forename|address|phone|email|birth_date|date_of_birth|postcode/.test(name),
      ),
    ).toEqual([]);
  });

  it('give unknown fields as null', () => {
    const enrolment = entities.Enrolment.schema.parse({
      id: 'e',
      studentId: 's',
      organisationId: 'urn:1',
      status: 'current',
      enteredOn: '2024-09-01',
    });
    expect(enrolment).toMatchObject({ leftOn: null, yearGroup: null, destinationId: null });
  });

  it('refuse a day that does not exist', () => {
    const exclusion = {
      id: 'x',
      studentId: 's',
      organisationId: 'urn:1',
      kind: 'suspension',
      startsOn: '2023-02-29',
    };
    expect(entities.Exclusion.schema.safeParse(exclusion).success).toBe(false);
  });
});
