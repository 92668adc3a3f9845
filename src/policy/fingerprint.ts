// Written by `npm run docs`: the hash of all that decides. A test compares it with the rules.
export const FINGERPRINT = 'sha256:c0c36433c4cc10531870b96fdce5490a73135251b742299e2ead9bc42c9868d8';
