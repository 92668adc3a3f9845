// Written by `npm run docs`: the hash of all that decides. A test compares it with the rules.
export const FINGERPRINT = 'sha256:3a7556dd41a7cd592f7d216710b9ac22cdb0e14b661972f1422a2a2980a4c39d';
