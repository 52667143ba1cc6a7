import { openInbox } from '../inbox/open-inbox.ts';

// Appends entries with keys 1, 2, 3 … and says after each that it was written; a second argument of `end` stops it there.
const [directory = '', tenant = '', end = 'never'] = process.argv.slice(2);
const inbox = await openInbox({ directory });
for (let key = 1; String(key - 1) !== end; key++) {
  const { position } = await inbox.append(
    {
      type: 'confirmation',
      confirmation: {
        id: `c${key}`,
        activityId: `a${key}`,
        organisationId: 'urn:900001',
        verdict: 'confirmed',
        decidedOn: '2024-10-05',
        note: 'x'.repeat(400),
      },
    },
    { tenant, idempotencyKey: String(key) },
  );
  process.stdout.write(`${key} ${position}\n`);
}
