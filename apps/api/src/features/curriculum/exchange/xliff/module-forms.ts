import type { ElementForm } from './core-forms.ts';
import { CTR, GLS, is, MDA, MTC, RES, SLR, VAL } from './names.ts';

const text = { content: /^$/, text: true } as const;

/** The elements of the modules, by name space. ITS is read as it comes: its elements stand in many places. */
export const MODULE_FORMS: Readonly<Record<string, Readonly<Record<string, ElementForm>>>> = {
  [GLS]: {
    glossary: { attributes: {}, content: /^(glossEntry,)+$/, needs: ['glossEntry'] },
    glossEntry: { attributes: { id: is.nmtoken, ref: is.any }, foreign: 'any', content: /^term,(translation,)*(definition,)?(\*,)*$/, needs: ['term'] },
    term: { attributes: { source: is.any }, foreign: 'any', ...text },
    translation: { attributes: { id: is.nmtoken, ref: is.any, source: is.any }, foreign: 'any', ...text },
    definition: { attributes: { source: is.any }, foreign: 'any', ...text },
  },
  [MDA]: {
    metadata: { attributes: { id: is.nmtoken }, content: /^(metaGroup,)+$/, needs: ['metaGroup'] },
    metaGroup: { attributes: { id: is.nmtoken, category: is.any, appliesTo: is.metaOf }, content: /^((metaGroup|meta),)+$/, needs: ['metaGroup', 'meta'] },
    meta: { attributes: { '!type': is.any }, ...text },
  },
  [MTC]: {
    matches: { attributes: {}, content: /^(match,)+$/, needs: ['match'] },
    match: {
      attributes: {
        '!ref': is.any,
        id: is.nmtoken,
        matchQuality: is.percent,
        matchSuitability: is.percent,
        similarity: is.percent,
        origin: is.any,
        reference: is.yesNo,
        type: is.matchType,
        subType: is.own,
      },
      foreign: 'any',
      // The source, target and original data of a candidate are the core's; metadata and others' elements may come first or last.
      content: /^(\*,)*(originalData,)?source,target,(\*,)*$/,
      needs: ['source', 'target'],
    },
  },
  [RES]: {
    resourceData: { attributes: { id: is.nmtoken }, foreign: 'any', content: /^(resourceItemRef,)*(resourceItem,)*$/ },
    resourceItemRef: { attributes: { '!ref': is.nmtoken, id: is.nmtoken }, foreign: 'any', content: /^$/ },
    resourceItem: { attributes: { id: is.nmtoken, mimeType: is.any, context: is.yesNo }, foreign: 'any', content: /^(source,)?(target,)?(reference,)*$/ },
    source: { attributes: { href: is.any }, xml: ['lang'], foreign: 'any', content: /^(\*,)*$/, text: true },
    target: { attributes: { href: is.any }, xml: ['lang'], foreign: 'any', content: /^(\*,)*$/, text: true },
    reference: { attributes: { '!href': is.any }, xml: ['lang'], foreign: 'any', content: /^$/ },
  },
  [SLR]: {
    profiles: { attributes: { generalProfile: is.any, storageProfile: is.any }, content: /^(normalization,)?(\*,)*$/ },
    normalization: { attributes: { general: is.normalisation, storage: is.normalisation }, content: /^$/ },
    data: { attributes: { '!profile': is.any }, foreign: 'any', content: /^(\*,)*$/, text: true },
  },
  [VAL]: {
    validation: { attributes: {}, foreign: 'any', content: /^(rule,)+$/, needs: ['rule'] },
    rule: {
      attributes: {
        isPresent: is.any,
        isNotPresent: is.any,
        startsWith: is.any,
        endsWith: is.any,
        occurs: is.positive,
        existsInSource: is.yesNo,
        caseSensitive: is.yesNo,
        normalization: is.normalisation,
        disabled: is.yesNo,
      },
      foreign: 'any',
      content: /^$/,
    },
  },
  [CTR]: {
    changeTrack: { attributes: {}, content: /^(revisions,)+$/, needs: ['revisions'] },
    revisions: { attributes: { '!appliesTo': is.nmtoken, ref: is.nmtoken, currentVersion: is.any }, foreign: 'any', content: /^(revision,)+$/, needs: ['revision'] },
    revision: { attributes: { author: is.any, datetime: is.any, version: is.any, checksum: is.any }, foreign: 'any', content: /^(item,)+$/, needs: ['item'] },
    item: { attributes: { '!property': is.nmtoken }, foreign: 'any', content: /^(\*,)*$/, text: true },
  },
};

/** Where the elements of modules may stand: each one's root, by the core's element above it. */
export const MODULE_ROOTS: Readonly<Record<string, readonly string[]>> = {
  [`${GLS} glossary`]: ['unit'],
  [`${MTC} matches`]: ['unit'],
  [`${MDA} metadata`]: ['xliff', 'file', 'group', 'unit'],
  [`${RES} resourceData`]: ['file', 'group', 'unit'],
  [`${SLR} profiles`]: ['file', 'group', 'unit'],
  [`${SLR} data`]: ['file', 'group', 'unit'],
  [`${VAL} validation`]: ['file', 'group', 'unit'],
  [`${CTR} changeTrack`]: ['file', 'group', 'unit'],
};
