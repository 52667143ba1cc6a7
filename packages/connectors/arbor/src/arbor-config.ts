import { secret } from '@collegial/connector-kit';
import * as z from 'zod';

const day = () => z.iso.date();

/** Settings of the Arbor connector: one school, since each school has a host of its own. */
export const ArborConfig = z.strictObject({
  /** Address of the school's Arbor, for example `https://my-school.uk.arbor.sc`. */
  baseUrl: z.url().describe('Address of the school’s Arbor'),
  /** User name of the application, from the developers' portal. */
  username: z.string().min(1).describe('User name of the application'),
  /** Password or token of the application. */
  password: secret().describe('Password or token of the application'),
  /** Id of the application, for requests to Arbor's shared address instead of the school's own. */
  applicationId: z.string().min(1).optional(),
  /** Unique reference number of the school: Arbor also lists institutions that pupils came from or go to. */
  urn: z.string().regex(/^\d{5,7}$/, 'write the unique reference number, five to seven digits'),
  /** First and last day of attendance to read, both included; absent: all there is. */
  attendance: z.strictObject({ from: day().optional(), to: day().optional() }).prefault({}),
  /** Rows to ask for per page; a server that gives fewer is followed all the same. */
  pageSize: z.int().min(1).max(5_000).default(500),
  /** Changed records to fetch one by one; when more have changed, the list is read instead. */
  mostSingleReads: z.int().min(0).max(10_000).default(500),
  /** Days after which a stream is read whole again, whatever the log of changes says. */
  wholeReadAfterDays: z.int().min(1).max(3650).default(30),
});
export type ArborConfig = z.output<typeof ArborConfig>;
