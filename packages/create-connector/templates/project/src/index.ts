export { VendorNameConfig } from './vendor-name-config.ts';
export { vendorName } from './vendor-name-connector.ts';
