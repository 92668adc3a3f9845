// What jest runs is what Node runs: the source with its types blanked out, so that line numbers stay right.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Every test file compiles its modules for itself, so that this cache is never of use, and it keeps alive all that a file had: ten
// megabytes each, which the collector goes through again and again.
setFlagsFromString('--no-compilation-cache');

export default {
  process: (source, path) => ({ code: path.endsWith('.ts') ? stripTypeScriptTypes(source) : source }),
  getCacheKey: (source, path) =>
    createHash('sha256').update(process.version).update(path).update(source).digest('hex').slice(0, 32),
};
