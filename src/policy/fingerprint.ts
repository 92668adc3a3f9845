// Written by `npm run docs`: the hash of all that decides. A test compares it with the rules.
export const FINGERPRINT = 'sha256:ce75a0a978c5faaa453b5f053f88fb07e0d123a6f8735adce788c8526582fb9b';
