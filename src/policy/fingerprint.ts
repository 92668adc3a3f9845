// Written by `npm run docs`: the hash of what decides. A test compares it with the rules.
export const FINGERPRINT = 'sha256:pending';
