import type { LocalizedText } from '@seek-justice/domain/language/localized-text.ts';

/** Why a course package is refused: a closed list. */
export const PACKAGE_FAULTS = ['not_zip', 'too_large', 'too_many', 'bad_path', 'doubled', 'no_manifest', 'format', 'version', 'missing', 'unlisted', 'changed', 'document'] as const;

export type PackageFaultCode = (typeof PACKAGE_FAULTS)[number];

/** A fault, with the name of the file in the package where it lies in one. */
export interface PackageFault {
  code: PackageFaultCode;
  file?: string;
}

/** What each fault says to the person who brings the package; the file's name stands beside it. */
export const PACKAGE_FAULT_WORDS: Readonly<Record<PackageFaultCode, LocalizedText>> = {
  not_zip: { en: 'This is not a course package, or it was cut off on the way.', km: 'នេះមិនមែនជាកញ្ចប់វគ្គសិក្សាទេ ឬវាដាច់តាមផ្លូវ។' },
  too_large: { en: 'The package is larger than this site takes.', km: 'កញ្ចប់នេះធំជាងអ្វីដែលប្រព័ន្ធនេះទទួល។' },
  too_many: { en: 'The package holds more files than this site takes.', km: 'កញ្ចប់នេះមានឯកសារច្រើនជាងអ្វីដែលប្រព័ន្ធនេះទទួល។' },
  bad_path: { en: 'The package holds a file whose name does not belong in it.', km: 'ក្នុងកញ្ចប់មានឯកសារមួយ ដែលឈ្មោះរបស់វាមិនត្រូវនឹងកញ្ចប់ទេ។' },
  doubled: { en: 'The package holds this file twice.', km: 'ក្នុងកញ្ចប់មានឯកសារនេះពីរដង។' },
  no_manifest: { en: 'The package lacks its list of files, or the list was changed.', km: 'កញ្ចប់ខ្វះបញ្ជីឯកសារ ឬបញ្ជីនោះត្រូវបានកែប្រែ។' },
  format: { en: 'This package is not a course of these lessons.', km: 'កញ្ចប់នេះមិនមែនជាវគ្គសិក្សានៃមេរៀនទាំងនេះទេ។' },
  version: { en: 'The package was made by a newer version of this system. Please update this site first.', km: 'កញ្ចប់នេះបង្កើតដោយប្រព័ន្ធជំនាន់ថ្មីជាង។ សូមធ្វើបច្ចុប្បន្នភាពប្រព័ន្ធនេះជាមុនសិន។' },
  missing: { en: 'A file of the package is missing.', km: 'ក្នុងកញ្ចប់បាត់ឯកសារមួយ។' },
  unlisted: { en: 'The package holds a file that is not on its list.', km: 'ក្នុងកញ្ចប់មានឯកសារមួយ ដែលគ្មានក្នុងបញ្ជី។' },
  changed: { en: 'A file of the package was changed or damaged on the way.', km: 'ឯកសារមួយក្នុងកញ្ចប់ត្រូវបានកែប្រែ ឬខូចតាមផ្លូវ។' },
  document: { en: 'A file of the package cannot be read.', km: 'ឯកសារមួយក្នុងកញ្ចប់អានមិនបានទេ។' },
};
