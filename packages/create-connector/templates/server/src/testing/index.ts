export {
  createVendorNameServer,
  type VendorNameServer,
  type VendorNameServerOptions,
} from './vendor-name-server.ts';
