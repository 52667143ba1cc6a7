import type { VendorNames } from './vendor-names.ts';

/** Writes a vendor's name, and the package's, where a template, or the name of one, has `vendor-name` in one of its forms. */
export function replaceNames(
  text: string,
  { title, id, camel, pascal, constant }: VendorNames,
  packageName: string,
): string {
  const forms: Readonly<Record<string, string>> = {
    'vendor-name-package': packageName,
    'vendor-name': id,
    vendorName: camel,
    VendorName: pascal,
    VENDOR_NAME: constant,
    'Vendor Name': title,
  };
  return text.replace(
    /vendor-name-package|vendor-name|vendorName|VendorName|VENDOR_NAME|Vendor Name/g,
    (form) => forms[form] as string,
  );
}
