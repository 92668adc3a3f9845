// Written by `npm run docs`: the hash of all that decides. A test compares it with the rules.
export const FINGERPRINT = 'sha256:a72d09218edf23fa48eb8c50771a3c6b3488aba4684bd71e6f9886f2a3804cc0';
