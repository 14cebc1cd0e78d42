/** The name in our certificate; no resolver knows it (RFC 6761 §6.2). */
export const TLS_NAME = 'echo.wire101.test';
