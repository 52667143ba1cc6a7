import { expect, it } from 'vitest';
import { mapContext } from './__fixtures__/map-context.ts';
import { mapClass } from './map-class.ts';

it('belongs to a school', () => {
  expect(mapClass({ id: 'C1', schoolId: 'S1', name: '9x/Ma2' }, mapContext())).toEqual({
    id: 'source:class:C1',
    organisationId: 'source:S1',
    name: '9x/Ma2',
  });
});
