import { settingsForm } from '@collegial/connector-kit';
import { describe, expect, it } from 'vitest';
import { wonde } from './wonde-connector.ts';

describe('settings', () => {
  it('have defaults for everything but the token', () => {
    expect(wonde({ token: 'abc' }).config).toMatchObject({
      baseUrl: 'https://api.wonde.com/v1.0',
      perPage: 200,
      overlapHours: 24,
      attendance: {},
      contracts: true,
      aspects: [],
    });
  });

  it('never show the token', () => {
    const source = wonde({ token: 'canary-token' });
    expect(JSON.stringify(source)).not.toContain('canary-token');
    expect(settingsForm(wonde).secrets).toEqual(['token']);
  });

  it.each([
    ['schools', { schools: ['../A1'] }],
    ['perPage', { perPage: 0 }],
    ['attendance', { attendance: { from: '1 September' } }],
    ['overlap', { overlap: 3 }],
  ])('refuse a wrong %s', (_, settings) => {
    expect(() => wonde({ token: 'abc', ...settings } as never)).toThrow(
      expect.objectContaining({ code: 'config.invalid' }),
    );
  });
});
