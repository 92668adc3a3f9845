// What Node loads once for a whole worker, and every test file is handed: three libraries of some thousand small files, which Jest
// would read, compile and warm up anew for each of them. What is tested is ours; theirs runs as it does in Node.
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const require = createRequire(import.meta.url);

export default class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global[Symbol.for('loaded once')] = require;
  }
}
