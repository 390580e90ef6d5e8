/** Headers of every answer: the page runs its own scripts only, nothing is shared with other origins but registered learning platforms. */
import type { Handler } from 'express';

const csp = (platforms: readonly string[]): string => [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
  "connect-src 'self'", "worker-src 'self' blob:", "object-src 'none'", "base-uri 'none'", ["form-action 'self'", ...platforms].join(' '), ["frame-ancestors 'self'", ...platforms].join(' '),
].join('; ');

/** @param platforms origins of the registered learning platforms: they alone may show our pages in a frame, and take the form of a deep link back. */
export const securityHeaders = (platforms: () => readonly string[] = () => []): Handler => (request, response, next) => {
  const lti = request.path === '/lti' || request.path.startsWith('/lti/');
  response.set({
    'content-security-policy': csp(platforms()), 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
    // A platform that opens the choice of a class in a window of its own must find that window again when the answer is back.
    'cross-origin-opener-policy': lti ? 'unsafe-none' : 'same-origin',
    'cross-origin-resource-policy': 'same-origin', 'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  });
  next();
};
