// Written by `npm run docs`: the hash of all that decides. A test compares it with the rules.
export const FINGERPRINT = 'sha256:cd1f9196e4124fc215705799c4a5c246e0646042efff7fc26da8dbbdbaeefdb7';
