/** Where a program on this machine finds what listens there. */
export const addressAt = (host: string, port: number): string => {
  // 0.0.0.0 is every address of this machine and none that anybody can call.
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}/`;
};

/** Why nobody can listen there, in words; null: something else was the matter. */
export const whyNotListening = (error: unknown): string | null => {
  const { syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return null;
  return `Cannot listen: ${message}. Choose another port with PORT=…, another address with HOST=….`;
};
