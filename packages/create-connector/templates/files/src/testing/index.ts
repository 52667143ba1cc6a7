export {
  createVendorNameExport,
  type VendorNameExport,
  type VendorNameExportOptions,
} from './vendor-name-export.ts';
