/**
 * Whether the page is open inside another app (Facebook, Messenger, Instagram, Telegram, LINE, any Android WebView).
 * What is kept there is gone with that app's memory, so nothing large is kept at all.
 */
export const IN_APP = typeof navigator !== 'undefined' && /FBA[NV]|Instagram|\bLine\/|Telegram|; wv\)/.test(navigator.userAgent);
