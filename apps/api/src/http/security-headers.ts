/** Content-Security-Policy of every page: nothing is loaded from anywhere else, nothing inline but what the build made. */
export function contentSecurityPolicy(inline: { styles: readonly string[]; scripts: readonly string[] }): string {
  return [
    "default-src 'none'",
    `script-src ${["'self'", ...inline.scripts].join(' ')}`,
    `style-src ${["'self'", ...inline.styles].join(' ')}`,
    "font-src 'self'",
    "img-src 'self' data:",
    // Narration is fetched like data, so that what the phone has kept is heard the same way; a lesson's own recordings play where they stand.
    "media-src 'self' blob:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** What a page may ask a device for: nothing, but the microphone where recordings are made. */
export function permissionsPolicy({ microphone }: { microphone: boolean }): string {
  return `camera=(), microphone=(${microphone ? 'self' : ''}), geolocation=(), browsing-topics=()`;
}

/** Headers of every answer. The referrer is told to our own pages alone: plain forms need their Origin, addresses of lessons stay here. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** What is asked of a window besides. A script or a font opens none, and each of these bytes is paid for in a village. */
export const WINDOW_HEADERS: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': permissionsPolicy({ microphone: false }),
};
