/** Why a translation file is refused: a closed list, with words in both languages in `fault-words.ts`. */
export const XLIFF_FAULTS = [
  'encoding',
  'not_xml',
  'doctype',
  'too_large',
  'too_deep',
  'not_xliff',
  'old_xliff',
  'element_unknown',
  'element_misplaced',
  'element_missing',
  'text_misplaced',
  'attribute_unknown',
  'attribute_missing',
  'attribute_value',
  'attribute_conflict',
  'id_doubled',
  'id_other_code',
  'language_missing',
  'language_differs',
  'language_other',
  'skeleton',
  'state_without_target',
  'target_order',
  'reference_broken',
  'fragment',
  'code_unpaired',
  'code_differs',
  'code_order',
  'code_missing',
  'code_copied',
  'annotation_unpaired',
  'module_rule',
] as const;

export type XliffFault = (typeof XLIFF_FAULTS)[number];

/** A fault and where it stands: lines and columns count from 1; `unit` where it lies within one. */
export interface Fault {
  line: number;
  column: number;
  code: XliffFault;
  unit?: string;
}
