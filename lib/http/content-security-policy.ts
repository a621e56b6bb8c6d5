/**
 * What a page of ours may load and do. Scripts run when they carry the request's nonce, or
 * were loaded by one that does; nothing comes from elsewhere. Inline style attributes are
 * allowed (React and the charts write them), style elements only with the nonce.
 */
export function contentSecurityPolicy(options: {
  readonly nonce: string;
  readonly isHttps: boolean;
  /** React's and the bundler's development tools evaluate code and open a socket. */
  readonly isDevelopment: boolean;
}): string {
  const { nonce, isHttps, isDevelopment } = options;
  const evaluated = isDevelopment ? " 'unsafe-eval'" : "";
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluated}`,
    "script-src-attr 'none'",
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    isDevelopment ? "connect-src 'self' ws:" : "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}
